package dev.souk.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The HTTP server of this process. Conflicting routes and routes without roles fail the start.
public final class WebServer implements AutoCloseable {
    private final ConfigurableApplicationContext spring;

    private final Router router;
    private final Edge edge;

    private WebServer(ConfigurableApplicationContext spring, Router router, Edge edge) {
        this.spring = spring;
        this.router = router;
        this.edge = edge;
    }

    public static WebServer start(WebConfig config, List<Served> served, MeterRegistry meters, Clock clock) {
        var server = listen(config, meters, clock);
        try {
            server.serve(served);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// Listens, but answers 503 until it has something to serve: so that it can start while the database does.
    public static WebServer listen(WebConfig config, MeterRegistry meters, Clock clock) {
        var edge = new Edge(
                new RateLimits(config.limits(), System::nanoTime), new OpenCalls(), meters, config.heartbeat());
        var router = new Router();
        var spring = new SpringApplicationBuilder(ServerWiring.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties(config))
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(Router.class, () -> router);
                    beans.registerBean(OpenCalls.class, edge::open);
                    beans.registerBean(Callers.class, () -> new Callers(config.key(), clock));
                })
                .run();
        return new WebServer(spring, router, edge);
    }

    /// Opens the routes.
    ///
    /// @throws IllegalArgumentException when two routes have one address, or one asks for what it cannot have
    public void serve(List<Served> served) {
        var all = new ArrayList<>(served);
        all.add(Documentation.of(all));
        router.open(all, edge);
    }

    private static Map<String, Object> properties(WebConfig config) {
        return Map.ofEntries(
                Map.entry("server.address", config.address()),
                Map.entry("server.port", config.port()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", config.grace().toMillis() + "ms"),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("server.max-http-request-header-size", "16KB"),
                Map.entry("server.tomcat.max-keep-alive-requests", -1),
                Map.entry("server.tomcat.keep-alive-timeout", "60s"),
                Map.entry("server.tomcat.connection-timeout", "20s"),
                Map.entry("server.tomcat.max-swallow-size", "1MB"),
                Map.entry("server.tomcat.uri-encoding", "UTF-8"));
    }

    /// Where it listens.
    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) spring).getWebServer()).getPort();
    }

    /// Takes no more requests, wakes those that wait, lets the others finish.
    @Override
    public void close() {
        spring.close();
    }
}
