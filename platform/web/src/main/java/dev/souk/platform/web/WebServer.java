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

    private WebServer(ConfigurableApplicationContext spring) {
        this.spring = spring;
    }

    public static WebServer start(WebConfig config, List<Served> served, MeterRegistry meters, Clock clock) {
        var edge = new Edge(
                new RateLimits(config.limits(), System::nanoTime), new OpenCalls(), meters, config.heartbeat());
        var all = new ArrayList<>(served);
        all.add(Documentation.of(all));
        var router = new Router(all, edge);
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
        return new WebServer(spring);
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
