package dev.souk.notification.http;

import dev.souk.contracts.notification.RetryNotification;
import dev.souk.contracts.notification.SendNotification;
import dev.souk.contracts.notification.SuppressRecipient;
import dev.souk.notification.Refusals;
import dev.souk.notification.db.Notices;
import dev.souk.notification.db.Suppressions;
import dev.souk.notification.domain.Channel;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was sent, for staff: the record, retries, sending, and whom nothing is sent to.
public final class LogRoutes {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}|\\+[0-9]{6,15}");
    private static final Role[] READERS = {Role.OPERATOR, Role.AUDITOR, Role.ADMIN};

    private final Vault vault;

    public LogRoutes(Vault vault) {
        this.vault = vault;
    }

    public record Page(List<Notices.Logged> notifications, @Nullable UUID next) {}

    public record One(Notices.Logged notification, List<Notices.Attempt> attempts) {}

    /// To a customer or to an address. `data` are the template's values.
    public record Send(
            @Nullable String templateKey,
            @Nullable UUID customerId,
            @Nullable String address,
            @Nullable String channel,
            @Nullable String category,
            @Nullable Map<String, String> data,
            @Nullable String dedupKey,
            @Nullable Instant notBefore) {
        @Override
        public String toString() {
            return "Send[" + templateKey + "]";
        }
    }

    public record Queued(UUID notificationId) {}

    public record Suppress(@Nullable String channel, @Nullable String address, @Nullable String reason) {
        @Override
        public String toString() {
            return "Suppress[" + channel + "]";
        }
    }

    public record Suppressed(String addressHash) {}

    public record SuppressionPage(List<Suppressions.Suppression> suppressions, @Nullable String next) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/notifications/log")
                        .roles(Role.SUPPORT, READERS)
                        .answers(200, Page.class)
                        .query(Parameter.id("recipient", "a customer"), Parameter.oneOf("status", "only those", "FAILED"),
                                Parameter.id("before", "next of the page before"), Parameter.limit(50, 200))
                        .summary("What was sent or is to be, newest first")
                        .reads(LogRoutes::log),
                Route.get("/notifications/log/{notificationId}")
                        .roles(Role.SUPPORT, READERS)
                        .answers(200, One.class)
                        .summary("One notification with its failed attempts")
                        .reads(LogRoutes::one),
                Route.post("/notifications/log/{notificationId}/retry")
                        .roles(Role.SUPPORT, Role.OPERATOR)
                        .answers(200, One.class)
                        .summary("Sends a failed notification again")
                        .writes(LogRoutes::retry),
                Route.post("/notifications")
                        .roles(Role.SERVICE, Role.SUPPORT)
                        .body(Send.class)
                        .answers(202, Queued.class)
                        .summary("Queues a notification")
                        .writes(this::send),
                Route.get("/notifications/suppressions")
                        .roles(Role.SUPPORT, READERS)
                        .answers(200, SuppressionPage.class)
                        .query(Parameter.text("after", "next of the page before"), Parameter.limit(50, 200))
                        .summary("Addresses that nothing is sent to, as hashes")
                        .reads((call, tx) -> {
                            int limit = call.limit(50, 200);
                            var page = Suppressions.page(tx, call.query("after").orElse(null), limit);
                            return Answer.of(new SuppressionPage(
                                    page, page.size() < limit ? null : page.getLast().addressHash()));
                        }),
                Route.post("/notifications/suppressions")
                        .roles(Role.SUPPORT, Role.ADMIN)
                        .body(Suppress.class)
                        .answers(201, Suppressed.class)
                        .summary("Nothing is sent to an address any more")
                        .writes(this::suppress),
                Route.delete("/notifications/suppressions/{channel}/{addressHash}")
                        .roles(Role.SUPPORT, Role.ADMIN)
                        .answers(204, Void.class)
                        .summary("Something may be sent to an address again")
                        .writes(LogRoutes::lift));
    }

    private static Answer<Page> log(Call<Void> call, Tx tx) {
        int limit = call.limit(50, 200);
        var status = call.query("status");
        if (status.isPresent() && !status.get().equals("FAILED")) {
            return Answer.refused(Refusals.invalid("INVALID_STATUS", "status is FAILED, or absent."));
        }
        return switch (Paging.after(call, "before")) {
            case Outcome.Refused<Paging>(var reason) -> Answer.refused(reason);
            case Outcome.Done<Paging>(var before) -> Answer.from(Paging.after(call, "recipient"), recipient -> {
                var rows = recipient.id() != null
                        ? Notices.ofRecipient(tx, recipient.id(), before.id(), limit)
                        : status.isPresent()
                                ? Notices.failed(tx, before.id(), limit)
                                : Notices.all(tx, before.id(), limit);
                return new Page(rows, Notices.next(rows, limit, Notices.Logged::notificationId));
            });
        };
    }

    private static Answer<One> one(Call<Void> call, Tx tx) {
        return found(call.pathId("notificationId"), tx);
    }

    private static Answer<One> found(UUID id, Tx tx) {
        return Notices.find(tx, id)
                .map(row -> Answer.of(new One(row, Notices.attempts(tx, id))))
                .orElseGet(() -> Answer.refused(Refusals.UNKNOWN_NOTIFICATION));
    }

    private static Answer<One> retry(Call<Void> call, Tx tx) {
        return switch (call.handle(new RetryNotification(call.pathId("notificationId")))) {
            case Outcome.Refused<UUID>(var reason) -> Answer.refused(reason);
            case Outcome.Done<UUID>(var id) -> found(id, tx);
        };
    }

    private Answer<Queued> send(Call<Send> call, Tx tx) {
        var body = call.body();
        if (body.templateKey() == null || body.dedupKey() == null) {
            return Answer.refused(Refusals.invalid("MISSING_FIELD", "templateKey and dedupKey are required."));
        }
        if (body.address() != null && !ADDRESS.matcher(body.address()).matches()) {
            return Answer.refused(Refusals.invalid("INVALID_ADDRESS", "address is an e-mail address or a phone number."));
        }
        if (body.data() != null && body.data().values().stream().anyMatch(Objects::isNull)) {
            return Answer.refused(Refusals.invalid("INVALID_DATA", "data holds texts only."));
        }
        return Answer.from(
                call.handle(new SendNotification(
                        tx.newId(), body.templateKey(), body.customerId(), body.address() == null ? null : sealed(body.address()),
                        body.channel(), body.category() == null ? "TRANSACTIONAL" : body.category(),
                        body.data() == null ? Map.of() : body.data(), body.dedupKey(), body.notBefore())),
                Queued::new);
    }

    /// Under a key of the address's own: it belongs to no customer that we know.
    private Sealed<String> sealed(String address) {
        var subject = NameBasedId.of(
                UUID.nameUUIDFromBytes("address".getBytes(StandardCharsets.UTF_8)), vault.blind(address));
        return vault.seal(subject, address);
    }

    private Answer<Suppressed> suppress(Call<Suppress> call, Tx tx) {
        var body = call.body();
        if (body.address() == null || body.address().isBlank() || body.address().length() > 512) {
            return Answer.refused(Refusals.invalid("INVALID_ADDRESS", "address is required."));
        }
        return Answer.from(
                call.handle(new SuppressRecipient(
                        body.channel() == null ? "EMAIL" : body.channel(), sealed(body.address()),
                        body.reason() == null ? "MANUAL" : body.reason())),
                Suppressed::new);
    }

    private static Answer<Void> lift(Call<Void> call, Tx tx) {
        try {
            if (Suppressions.lift(tx, Channel.valueOf(call.path("channel")), call.path("addressHash"))) {
                return Answer.nothing();
            }
        } catch (IllegalArgumentException e) {
            return Answer.refused(unknown());
        }
        return Answer.refused(unknown());
    }

    private static Refusal unknown() {
        return Refusal.notFound("UNKNOWN_SUPPRESSION", "This address is not suppressed.");
    }
}
