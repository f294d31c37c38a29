package dev.souk.platform.web;

import dev.souk.platform.face.Face;
import dev.souk.platform.messaging.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.MapPropertySource;

/// The HTTP server of this process: Boot's server context with the beans that are named here, without its application
/// around it (nothing is looked for in files, nothing is scanned). Conflicting routes and routes without roles fail the start.
public final class WebServer implements AutoCloseable {
    private final AnnotationConfigServletWebServerApplicationContext spring;

    private final Router router;
    private final Edge edge;
    private final ServerFiles files;

    private WebServer(
            AnnotationConfigServletWebServerApplicationContext spring, Router router, Edge edge, ServerFiles files) {
        this.spring = spring;
        this.router = router;
        this.edge = edge;
        this.files = files;
    }

    public static WebServer start(
            WebConfig config, List<Served> served, Vault vault, MeterRegistry meters, Clock clock) {
        var server = listen(config, meters, clock);
        try {
            server.serve(served, vault);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// Listens, but answers 503 until it has something to serve: so that it can start while the database does.
    public static WebServer listen(WebConfig config, MeterRegistry meters, Clock clock) {
        var edge = new Edge(
                new RateLimits(config.limits(), System::nanoTime), new OpenCalls(), meters, config.heartbeat(), null, null);
        var callers = new Callers(config.issuers(), clock);
        var router = new Router(callers);
        var files = ServerFiles.of(config);
        var spring = new AnnotationConfigServletWebServerApplicationContext();
        spring.getEnvironment().getPropertySources().addFirst(new MapPropertySource("souk", properties(config)));
        spring.registerBean(Router.class, () -> router);
        spring.registerBean(ServerFiles.class, () -> files);
        spring.registerBean(OpenCalls.class, edge::open);
        spring.registerBean(Callers.class, () -> callers);
        spring.registerBean("lifecycleProcessor", DefaultLifecycleProcessor.class, () -> patient(config.grace()));
        spring.register(ServerWiring.class);
        spring.refresh();
        return new WebServer(spring, router, edge, files);
    }

    /// Opens the routes.
    ///
    /// @param vault under whose keys answers are kept for repeats
    /// @throws IllegalArgumentException when two routes have one address, or one asks for what it cannot have
    public void serve(List<Served> served, Vault vault) {
        serve(served, List.of(), vault);
    }

    /// Opens the routes, and the faces for everything beside them.
    public void serve(List<Served> served, List<Face> faces, Vault vault) {
        var all = new ArrayList<>(served);
        all.add(Documentation.of(all));
        router.open(all, faces, edge.with(vault));
    }

    private static DefaultLifecycleProcessor patient(Duration grace) {
        var lifecycle = new DefaultLifecycleProcessor();
        lifecycle.setTimeoutPerShutdownPhase(grace.toMillis());
        return lifecycle;
    }

    private static Map<String, Object> properties(WebConfig config) {
        return Map.ofEntries(
                Map.entry("server.address", config.address()),
                Map.entry("server.port", config.port()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("server.max-http-request-header-size", "16KB"),
                Map.entry("server.tomcat.max-keep-alive-requests", -1),
                Map.entry("server.tomcat.keep-alive-timeout", "60s"),
                Map.entry("server.tomcat.connection-timeout", "20s"),
                Map.entry("server.tomcat.max-swallow-size", "1MB"),
                Map.entry("server.tomcat.uri-encoding", "UTF-8"));
    }

    /// Where it listens.
    public int port() {
        return Objects.requireNonNull(spring.getWebServer()).getPort();
    }

    /// Takes no more requests, wakes those that wait, lets the others finish.
    @Override
    public void close() {
        spring.close();
        files.delete();
    }
}
