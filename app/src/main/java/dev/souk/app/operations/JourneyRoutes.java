package dev.souk.app.operations;

import dev.souk.contracts.checkout.GetCheckoutCourse;
import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.Deed;
import dev.souk.platform.postgres.Journeys;
import dev.souk.platform.postgres.Passage;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.Trail;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What happened to an order, a cart, a checkout, a payment, a customer, or on one journey: every message of every
/// context in order, what became of it, what staff did, and what a checkout still waits for.
final class JourneyRoutes {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{2,100}");

    private final Platform platform;
    private final Journeys journeys;
    private final Kin kin;

    JourneyRoutes(Platform platform) {
        this.platform = platform;
        this.journeys = platform.journeys();
        this.kin = new Kin(platform.bus());
    }

    /// One message.
    ///
    /// @param depth how many messages of this journey led to it
    /// @param target for a command who handles it
    public record Step(
            UUID id, String type, String version, String context, @Nullable String target, String key, long position,
            long aggregateVersion, Instant at, UUID correlationId, UUID causationId, String actorKind, String actorId,
            int depth, List<Passage.Arrival> arrivals) {
        static Step of(Envelope e, int depth, List<Passage.Arrival> arrivals) {
            var cause = e.cause();
            return new Step(
                    e.id(), e.type(), e.version(), e.context(), e.target(), e.key(), e.position(), e.aggregateVersion(),
                    e.occurredAt(), cause.correlationId(), cause.causationId(), cause.actor().kind().name(),
                    cause.actor().id(), depth, arrivals);
        }
    }

    /// @param related ids that belong together, such as an order's cart and payment
    /// @param orders of a customer, the newest first
    /// @param course of the checkout that it is about
    /// @param complete false when there was more than is shown
    public record Journey(
            String wanted, List<Kin.Id> related, List<Kin.Id> orders, List<Step> steps, List<Deed> deeds,
            GetCheckoutCourse.@Nullable Course course, boolean complete) {}

    public record Text(Step message, @Nullable String payload) {}

    List<Route<?, ?>> routes() {
        return List.of(
                Staff.mayLook(Route.get("/operations/journeys/{id}").answers(200, Journey.class))
                        .summary("Everything that happened around an order number, an id of anything, or a correlation id.")
                        .free(this::journey),
                Staff.mayLook(Route.get("/operations/messages/{context}/{position}").answers(200, Text.class))
                        .summary("One message of a journal; personal values are masked.")
                        .free(this::message));
    }

    private Answer<Journey> journey(Call<Void> call) {
        var wanted = call.path("id").strip();
        if (!ID.matcher(wanted).matches()) {
            return Answer.refused(Refusal.notFound("JOURNEY_NOT_FOUND", "Nothing is known under this id."));
        }
        var family = kin.of(wanted);
        var trail = journeys.follow(family.ids());
        if (trail.passages().isEmpty() && family.orders().isEmpty()) {
            return Answer.refused(Refusal.notFound("JOURNEY_NOT_FOUND", "Nothing is known under this id."));
        }
        var steps = trail.passages().stream().map(one -> Step.of(one.envelope(), one.depth(), one.arrivals())).toList();
        return Answer.of(new Journey(
                wanted, family.related(), family.orders(), steps, trail.deeds(), course(family, trail).orElse(null),
                trail.complete()));
    }

    private Optional<GetCheckoutCourse.Course> course(Kin.Family family, Trail trail) {
        return family.checkout()
                .or(() -> trail.passages().stream()
                        .map(Passage::envelope)
                        .filter(one -> one.context().equals("checkout") && one.target() == null)
                        .map(Envelope::key)
                        .reduce((_, last) -> last)
                        .flatMap(Kin::uuid))
                .flatMap(id -> Kin.asked(platform.bus(), new GetCheckoutCourse(id)).flatMap(found -> found));
    }

    private Answer<Text> message(Call<Void> call) {
        return position(call.path("position"))
                .flatMap(position -> journeys.message(call.path("context"), position))
                .map(told -> Answer.of(new Text(Step.of(told.envelope(), 0, List.of()), told.payload())))
                .orElseGet(() -> Answer.refused(Refusal.notFound("MESSAGE_NOT_FOUND", "There is no such message.")));
    }

    private static Optional<Long> position(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
