package dev.souk.app;

import dev.souk.platform.messaging.Audited;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.Comparison;
import dev.souk.platform.postgres.DeadLetter;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.platform.web.Served;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// What an operator and a load balancer ask: health, metrics, dead letters. Declared like every other route, at the
/// paths where Spring's actuator would have them.
final class Operations {
    private final Platform platform;
    private final PrometheusMeterRegistry meters;

    Operations(Platform platform, PrometheusMeterRegistry meters) {
        this.platform = platform;
        this.meters = meters;
    }

    record Health(String status, Map<String, String> contexts) {}

    record ReadModelName(String context, String model) {}

    record ReadModels(List<ReadModelName> items) {}

    record DeadLetters(List<DeadLetter> items) {}

    Served routes() {
        return Served.free("operations", List.of(
                Route.get("//actuator/health/liveness").answers(200, Health.class).everyone()
                        .rate(Route.Rate.UNLIMITED).summary("The process answers.")
                        .free(_ -> Answer.of(new Health("UP", Map.of()))),
                Route.get("//actuator/health/readiness").answers(200, Health.class).everyone()
                        .rate(Route.Rate.UNLIMITED).summary("Every context can work; 503 while one cannot.")
                        .free(_ -> readiness()),
                Route.get("//actuator/prometheus").answers(200, String.class)
                        .roles(Role.OPERATOR, Role.AUDITOR, Role.ADMIN, Role.SERVICE)
                        .rate(Route.Rate.UNLIMITED).summary("Metrics in Prometheus' text format.")
                        .free(_ -> Answer.of(meters.scrape()).header("Content-Type", "text/plain;version=0.0.4;charset=utf-8")),
                Route.get("/operations/dead-letters").answers(200, DeadLetters.class)
                        .roles(Role.OPERATOR, Role.AUDITOR, Role.ADMIN)
                        .query(Parameter.text("context", "only those of this context"), Parameter.limit(100, 500))
                        .summary("Messages that were given up, or wait behind one.")
                        .free(this::deadLetters),
                Route.post("/operations/dead-letters/{context}/{messageId}/replay").answers(204, Void.class)
                        .roles(Role.OPERATOR, Role.ADMIN).key(Route.Key.NONE)
                        .summary("Tries a message that was given up again.")
                        .free(this::replay),
                Route.get("/operations/read-models").answers(200, ReadModels.class)
                        .roles(Role.OPERATOR, Role.AUDITOR, Role.ADMIN)
                        .summary("Copies that can be made again from the journals.")
                        .free(_ -> readModels()),
                Route.post("/operations/read-models/{context}/{model}/rebuild").answers(200, Comparison.class)
                        .roles(Role.OPERATOR, Role.ADMIN).key(Route.Key.NONE)
                        .query(Parameter.flag("exchange", "put it in place"))
                        .summary("Makes a copy again from the journals and compares.")
                        .free(this::rebuild)));
    }

    private Answer<Health> readiness() {
        var contexts = new TreeMap<String, String>();
        platform.ready().forEach((name, ready) -> contexts.put(name, ready ? "UP" : "DOWN"));
        var up = !contexts.containsValue("DOWN");
        var health = Answer.of(new Health(up ? "UP" : "DOWN", contexts));
        return up ? health : health.status(503);
    }

    private Answer<ReadModels> readModels() {
        return Answer.of(new ReadModels(platform.contexts().stream()
                .flatMap(context -> context.readModels().stream().map(model -> new ReadModelName(context.name(), model)))
                .toList()));
    }

    private Answer<Comparison> rebuild(Call<Void> call) {
        var exchange = call.query("exchange").filter("true"::equals).isPresent();
        return platform.rebuild(call.path("context"), call.path("model"), exchange)
                .map(Answer::of)
                .orElseGet(() -> Answer.refused(Refusal.notFound("READ_MODEL_NOT_FOUND", "There is no such read model.")));
    }

    private Answer<DeadLetters> deadLetters(Call<Void> call) {
        var limit = call.limit(100, 500);
        var wanted = call.query("context");
        var letters = platform.contexts().stream()
                .filter(context -> wanted.isEmpty() || wanted.get().equals(context.name()))
                .flatMap(context -> context.deadLetters(limit).stream())
                .limit(limit)
                .toList();
        return Answer.of(new DeadLetters(letters));
    }

    private static boolean replayed(RunningContext context, UUID messageId, Call<Void> call) {
        return context.replay(messageId) && context.transactions().write(call.cause(), tx -> {
            tx.audit(new Audited("REPLAY_DEAD_LETTER", messageId.toString(), roles(call), null, null));
            return true;
        });
    }

    private static String roles(Call<?> call) {
        return call.caller().roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    private Answer<Void> replay(Call<Void> call) {
        var messageId = call.pathId("messageId");
        return platform.contexts().stream()
                .sorted(Comparator.comparing(RunningContext::name))
                .filter(context -> context.name().equals(call.path("context")))
                .findFirst()
                .filter(context -> replayed(context, messageId, call))
                .map(_ -> Answer.<Void>nothing())
                .orElseGet(() -> Answer.refused(Refusal.notFound("DEAD_LETTER_NOT_FOUND", "No such message waits there.")));
    }
}
