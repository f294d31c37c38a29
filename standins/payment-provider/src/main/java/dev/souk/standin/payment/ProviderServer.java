package dev.souk.standin.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The provider over HTTP, on the loopback address only.
public final class ProviderServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderServer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BODY_LIMIT = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ProviderApi api;
    private final CardPages pages;

    /// Listens at once.
    ///
    /// @param port 0 takes any free one
    public ProviderServer(ProviderStandIn provider, int port) {
        api = new ProviderApi(provider);
        pages = new CardPages(provider, Clock.systemUTC());
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::exchange);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (ProviderException e) {
            if (e.kind() == ProviderException.Kind.ANSWER_LOST) {
                LOG.debug("closing without an answer");
                return;
            }
            var status = switch (e.kind()) {
                case NOT_FOUND -> 404;
                case UNAVAILABLE -> 503;
                case REFUSED, ANSWER_LOST -> 409;
            };
            send(exchange, status, Map.of("code", e.code(), "message", String.valueOf(e.getMessage())));
        } catch (JacksonException | IllegalArgumentException e) {
            send(exchange, 400, Map.of("code", "bad_request", "message", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("a request failed", e);
            send(exchange, 500, Map.of("code", "internal", "message", "the provider failed"));
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(BODY_LIMIT);
        if (pages.answered(exchange, bytes)) {
            return;
        }
        var body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        var request = new ProviderApi.Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                ProviderApi.query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body);
        send(exchange, 200, api.answer(request));
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
