package dev.souk.app;

import dev.souk.platform.postgres.Platform;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.platform.web.Served;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an operator and a load balancer ask: health, metrics. Declared like every other route, at the
/// paths where Spring's actuator would have them.
final class Operations {
    private final Platform platform;
    private final PrometheusMeterRegistry meters;

    Operations(Platform platform, PrometheusMeterRegistry meters) {
        this.platform = platform;
        this.meters = meters;
    }

    record Health(String status, Map<String, String> contexts) {}

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
                        .free(_ -> Answer.of(meters.scrape()).header("Content-Type", "text/plain;version=0.0.4;charset=utf-8")));
    }

    private Answer<Health> readiness() {
        var contexts = new TreeMap<String, String>();
        platform.ready().forEach((name, ready) -> contexts.put(name, ready ? "UP" : "DOWN"));
        var up = !contexts.containsValue("DOWN");
        var health = Answer.of(new Health(up ? "UP" : "DOWN", contexts));
        return up ? health : health.status(503);
    }
}
