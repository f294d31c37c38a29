package dev.souk.app.operations;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.DeadLetter;
import dev.souk.platform.postgres.ParkedMessage;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Messages that stand aside: what they say, why they failed, try again, give up.
final class DeadLetterRoutes {
    private static final String ONE = "/operations/dead-letters/{context}/{messageId}";
    private static final Refusal NOT_FOUND = Refusal.notFound("DEAD_LETTER_NOT_FOUND", "No such message waits there.");

    private final Platform platform;

    DeadLetterRoutes(Platform platform) {
        this.platform = platform;
    }

    /// @param context where it waits
    public record Listed(
            String context, UUID id, String source, long position, String type, String key, int attempts,
            @Nullable Instant dueAt, boolean dead, @Nullable String error, Instant parkedAt) {
        static Listed of(String context, DeadLetter letter) {
            return new Listed(
                    context, letter.id(), letter.source(), letter.position(), letter.type(), letter.key(), letter.attempts(),
                    letter.dueAt(), letter.dead(), letter.error(), letter.parkedAt());
        }
    }

    public record DeadLetters(List<Listed> items) {}

    /// @param behind how many wait behind it
    /// @param payload JSON with personal values masked; null when it cannot be read and might hold some
    public record Letter(
            Listed letter, String version, Instant occurredAt, UUID correlationId, UUID causationId, String actorKind,
            String actorId, long behind, @Nullable String payload) {
        static Letter of(String context, ParkedMessage message) {
            var cause = message.envelope().cause();
            return new Letter(
                    Listed.of(context, message.letter()), message.envelope().version(), message.envelope().occurredAt(),
                    cause.correlationId(), cause.causationId(), cause.actor().kind().name(), cause.actor().id(),
                    message.behind(), message.payload());
        }
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Staff.mayLook(Route.get("/operations/dead-letters").answers(200, DeadLetters.class))
                        .query(Parameter.text("context", "only those of this context"), Parameter.limit(100, 500))
                        .summary("Messages that were given up, or wait behind one.")
                        .free(this::list),
                Staff.mayLook(Route.get(ONE).answers(200, Letter.class))
                        .summary("One of them with what it says; personal values are masked.")
                        .free(this::one),
                Staff.mayAct(Route.post(ONE + "/replay").answers(204, Void.class))
                        .summary("Tries a message that was given up again.")
                        .free(this::replay),
                Staff.mayAct(Route.post(ONE + "/discard").body(Reason.class).answers(204, Void.class))
                        .summary("Gives a message up for good; those behind it follow.")
                        .free(this::discard));
    }

    private Answer<DeadLetters> list(Call<Void> call) {
        var limit = call.limit(100, 500);
        var wanted = call.query("context");
        return Answer.of(new DeadLetters(platform.contexts().stream()
                .filter(context -> wanted.isEmpty() || wanted.get().equals(context.name()))
                .flatMap(context -> context.deadLetters(limit).stream().map(letter -> Listed.of(context.name(), letter)))
                .limit(limit)
                .toList()));
    }

    private Answer<Letter> one(Call<Void> call) {
        var id = call.pathId("messageId");
        return Staff.context(platform, call.path("context"))
                .flatMap(context -> context.deadLetter(id).map(letter -> Letter.of(context.name(), letter)))
                .map(Answer::of)
                .orElseGet(() -> Answer.refused(NOT_FOUND));
    }

    private Answer<Void> replay(Call<Void> call) {
        var id = call.pathId("messageId");
        return Staff.context(platform, call.path("context"))
                .filter(context -> replayed(context, id, call))
                .map(_ -> Answer.<Void>nothing())
                .orElseGet(() -> Answer.refused(NOT_FOUND));
    }

    private static boolean replayed(RunningContext context, UUID id, Call<Void> call) {
        return context.replay(id) && context.transactions().write(call.cause(), tx -> {
            tx.audit(Staff.deed(call, "REPLAY_DEAD_LETTER", id.toString()));
            return true;
        });
    }

    private Answer<Void> discard(Call<Reason> call) throws InterruptedException {
        var id = call.pathId("messageId");
        var reason = Staff.reason(call.body().reason());
        if (reason.isEmpty()) {
            return Answer.refused(Staff.noReason());
        }
        var context = Staff.context(platform, call.path("context"));
        var deed = Staff.deed(call, "DISCARD_DEAD_LETTER", id + ": " + reason.get());
        return context.isPresent() && context.get().discard(id, reason.get(), call.cause(), deed)
                ? Answer.nothing()
                : Answer.refused(NOT_FOUND);
    }
}
