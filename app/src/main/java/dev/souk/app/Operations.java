package dev.souk.app;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.Comparison;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.platform.web.Served;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an operator and a load balancer ask: health, metrics, read models. Declared like every other route, at the
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

    /// @param more of operators
    Served routes(List<Route<?, ?>> more) {
        var all = new ArrayList<Route<?, ?>>(own());
        all.addAll(more);
        return Served.free("operations", all);
    }

    private List<Route<?, ?>> own() {
        return List.of(
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
                Route.get("/operations/read-models").answers(200, ReadModels.class)
                        .roles(Role.OPERATOR, Role.AUDITOR, Role.ADMIN)
                        .summary("Copies that can be made again from the journals.")
                        .free(_ -> readModels()),
                Route.post("/operations/read-models/{context}/{model}/rebuild").answers(200, Comparison.class)
                        .roles(Role.OPERATOR, Role.ADMIN).key(Route.Key.NONE)
                        .query(Parameter.flag("exchange", "put it in place"))
                        .summary("Makes a copy again from the journals and compares.")
                        .free(this::rebuild));
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
}
