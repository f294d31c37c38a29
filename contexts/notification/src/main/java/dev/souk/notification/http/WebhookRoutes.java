package dev.souk.notification.http;

import dev.souk.contracts.notification.CreateWebhookSubscription;
import dev.souk.contracts.notification.ListWebhookDeliveries;
import dev.souk.contracts.notification.ReplayWebhooks;
import dev.souk.notification.ListWebhookDeliveriesQuery;
import dev.souk.notification.Refusals;
import dev.souk.notification.db.Subscriptions;
import dev.souk.notification.webhook.Offered;
import dev.souk.notification.webhook.Subscribing;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Webhooks for administrators.
public final class WebhookRoutes {
    private final Subscribing subscribing;

    public WebhookRoutes(Subscribing subscribing) {
        this.subscribing = subscribing;
    }

    public record Create(@Nullable UUID subscriptionId, @Nullable String url, @Nullable List<String> eventTypes) {}

    /// `secret` is shown this once.
    public record Secret(UUID subscriptionId, String secret) {
        static Secret of(CreateWebhookSubscription.Created created) {
            return new Secret(created.subscriptionId(), created.secret());
        }

        @Override
        public String toString() {
            return "Secret[" + subscriptionId + "]";
        }
    }

    /// `position` is up to where everything has been delivered.
    public record Subscription(
            UUID subscriptionId,
            String url,
            List<String> eventTypes,
            String status,
            @Nullable Instant failingSince,
            @Nullable String lastError,
            long position,
            @Nullable Instant previousSecretUntil,
            Instant createdAt,
            long version) {
        static Subscription of(Subscriptions.Subscription s) {
            return new Subscription(
                    s.id(), s.url(), s.eventTypes(), s.status(), s.failingSince(), s.lastError(), s.position(),
                    s.previousUntil(), s.createdAt(), s.version());
        }
    }

    public record Page(List<Subscription> subscriptions, @Nullable UUID next) {}

    public record Change(@Nullable String url, @Nullable List<String> eventTypes, @Nullable String status) {}

    public record Replay(@Nullable Long fromPosition, @Nullable Long toPosition) {}

    public record Replayed(int deliveries) {}

    public record Types(List<String> eventTypes) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/webhooks/event-types")
                        .roles(Role.ADMIN, Role.OPERATOR)
                        .answers(200, Types.class)
                        .summary("Events that can be subscribed")
                        .free(_ -> Answer.of(new Types(List.copyOf(Offered.names())))),
                Route.post("/webhooks")
                        .roles(Role.ADMIN)
                        .body(Create.class)
                        .answers(201, Secret.class)
                        .key(Route.Key.NONE)
                        .summary("Sends events to an https address; the secret is shown this once")
                        .writes(this::create),
                Route.get("/webhooks")
                        .roles(Role.ADMIN, Role.OPERATOR)
                        .answers(200, Page.class)
                        .query(Parameter.id("after", "next of the page before"), Parameter.limit(50, 200))
                        .summary("All subscriptions")
                        .reads(WebhookRoutes::list),
                Route.get("/webhooks/{subscriptionId}")
                        .roles(Role.ADMIN, Role.OPERATOR)
                        .answers(200, Subscription.class)
                        .summary("One subscription")
                        .reads((call, tx) -> Subscriptions.find(tx, call.pathId("subscriptionId"))
                                .map(found -> Answer.of(Subscription.of(found)).version(found.version()))
                                .orElseGet(() -> Answer.refused(Refusals.UNKNOWN_SUBSCRIPTION))),
                Route.patch("/webhooks/{subscriptionId}")
                        .roles(Role.ADMIN)
                        .body(Change.class)
                        .answers(200, Subscription.class)
                        .summary("Changes address, events or status (ACTIVE, DISABLED)")
                        .writes(this::change),
                Route.delete("/webhooks/{subscriptionId}")
                        .roles(Role.ADMIN)
                        .answers(204, Void.class)
                        .summary("Ends a subscription and forgets its deliveries")
                        .writes((call, tx) -> subscribing.delete(call.pathId("subscriptionId"), tx)
                                ? Answer.nothing()
                                : Answer.refused(Refusals.UNKNOWN_SUBSCRIPTION)),
                Route.post("/webhooks/{subscriptionId}/secret")
                        .roles(Role.ADMIN)
                        .answers(200, Secret.class)
                        .key(Route.Key.NONE)
                        .summary("A new secret; the old one signs as well for a day")
                        .writes((call, tx) ->
                                Answer.from(subscribing.rotate(call.pathId("subscriptionId"), tx), Secret::of)),
                Route.post("/webhooks/{subscriptionId}/replay")
                        .roles(Role.ADMIN)
                        .body(Replay.class)
                        .answers(202, Replayed.class)
                        .summary("Delivers a range of positions again")
                        .writes(WebhookRoutes::replay),
                Route.get("/webhooks/{subscriptionId}/deliveries")
                        .roles(Role.ADMIN, Role.OPERATOR)
                        .answers(200, ListWebhookDeliveries.Page.class)
                        .query(Parameter.number("before", "next of the page before", 0, Long.MAX_VALUE), Parameter.limit(50, 200))
                        .summary("Deliveries, newest first")
                        .reads(WebhookRoutes::deliveries));
    }

    private Answer<Secret> create(Call<Create> call, Tx tx) {
        var body = call.body();
        if (body.url() == null || body.eventTypes() == null || body.eventTypes().stream().anyMatch(Objects::isNull)) {
            return Answer.refused(Refusals.invalid("MISSING_FIELD", "url and eventTypes are required."));
        }
        var id = body.subscriptionId() == null ? tx.newId() : body.subscriptionId();
        return Answer.from(call.handle(new CreateWebhookSubscription(id, body.url(), body.eventTypes())), Secret::of)
                .header("Location", "/api/v1/webhooks/" + id);
    }

    private static Answer<Page> list(Call<Void> call, Tx tx) {
        int limit = call.limit(50, 200);
        return Answer.from(Paging.after(call, "after"), after -> {
            var page = Subscriptions.page(tx, after.id() == null ? new UUID(0, 0) : after.id(), limit);
            return new Page(
                    page.stream().map(Subscription::of).toList(),
                    page.size() < limit ? null : page.getLast().id());
        });
    }

    private Answer<Subscription> change(Call<Change> call, Tx tx) {
        var body = call.body();
        if (body.eventTypes() != null && body.eventTypes().stream().anyMatch(Objects::isNull)) {
            return Answer.refused(Refusals.invalid("INVALID_EVENT_TYPES", "eventTypes are names."));
        }
        var change = new Subscribing.Change(body.url(), body.eventTypes(), body.status());
        return Answer.from(
                subscribing.change(call.pathId("subscriptionId"), call.ifMatch().orElse(null), change, tx),
                Subscription::of);
    }

    private static Answer<Replayed> replay(Call<Replay> call, Tx tx) {
        var body = call.body();
        if (body.fromPosition() == null) {
            return Answer.refused(Refusals.invalid("MISSING_FIELD", "fromPosition is required."));
        }
        var command = new ReplayWebhooks(call.pathId("subscriptionId"), body.fromPosition(), body.toPosition());
        return Answer.from(call.handle(command), Replayed::new);
    }

    private static Answer<ListWebhookDeliveries.Page> deliveries(Call<Void> call, Tx tx) {
        int limit = call.limit(50, 200);
        var id = call.pathId("subscriptionId");
        if (Subscriptions.find(tx, id).isEmpty()) {
            return Answer.refused(Refusals.UNKNOWN_SUBSCRIPTION);
        }
        var before = call.query("before").orElse(String.valueOf(Long.MAX_VALUE));
        if (!before.matches("[0-9]{1,18}|" + Long.MAX_VALUE)) {
            return Answer.refused(Refusals.invalid("INVALID_CURSOR", "before is the next of an earlier page."));
        }
        return Answer.of(ListWebhookDeliveriesQuery.answer(
                new ListWebhookDeliveries(id, Long.parseLong(before), limit), tx));
    }
}
