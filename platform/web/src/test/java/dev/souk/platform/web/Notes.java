package dev.souk.platform.web;

import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.PlatformConfig;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The notes context behind a running server, and a client that speaks to it.
final class Notes implements AutoCloseable {
    static final SigningKey KEY = SigningKey.fresh();
    private static final TokenMint MINT = new TokenMint(KEY, Clock.systemUTC());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Platform platform;
    private final WebServer server;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Notes(UnaryOperator<WebConfig> config) {
        var databases = TestServer.databases(List.of("notes"));
        platform = Platform.start(
                PlatformConfig.of(databases, Map.of()).vault(TestServer.vault()),
                List.of(new NotesContext()),
                Clock.systemUTC(),
                meters);
        server = WebServer.start(
                config.apply(WebConfig.on(0, KEY).limits(WebConfig.Limits.STANDARD.enabled(false))),
                platform.contexts().stream().map(Served::of).toList(),
                platform.vault(),
                meters,
                Clock.systemUTC());
    }

    static Notes running() {
        return new Notes(config -> config);
    }

    static Notes running(UnaryOperator<WebConfig> config) {
        return new Notes(config);
    }

    static String token(Role... roles) {
        return MINT.mint(UUID.randomUUID(), List.of(roles), Duration.ofHours(1));
    }

    record Seen(int status, JsonNode body, HttpResponse<String> response) {
        String code() {
            return body.path("code").asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).timeout(Duration.ofSeconds(20));
    }

    Seen get(String path, String... headers) {
        return send(with(request("/api/v1" + path), headers).build());
    }

    Seen post(String path, @Nullable String json, String... headers) {
        return call("POST", path, json, headers);
    }

    Seen call(String method, String path, @Nullable String json, String... headers) {
        var request = with(request("/api/v1" + path), headers);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        var body = json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        return send(request.method(method, body).build());
    }

    static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    Seen send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            var json = response.headers().firstValue("Content-Type").orElse("").contains("json") && !response.body().isEmpty();
            return new Seen(
                    response.statusCode(),
                    json ? Json.MAPPER.readTree(response.body()) : Json.MAPPER.createObjectNode(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int written() {
        return get("/notes").body().path("bytes").asInt();
    }

    /// Everything that is kept for repeats, as text.
    String kept() {
        return platform.contexts().getFirst().transactions().read(tx -> tx.sql(
                        "select coalesce(string_agg(k::text, ' '), '') as kept from idempotency_key k")
                .one(row -> row.text("kept")));
    }

    /// Destroys the key of today's answers, as time does in the end.
    void forgetAnswers() {
        platform.vault().destroy(Answers.key(LocalDate.now(Clock.systemUTC())));
    }

    /// In how many transactions notes with this text were written.
    int transactionsOf(String text) {
        return platform.contexts().getFirst().transactions().read(tx -> tx.sql(
                        "select count(distinct xmin::text)::int as n from notes where text = ?")
                .params(text)
                .one(row -> row.integer("n")));
    }

    int port() {
        return server.port();
    }

    WebServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        platform.close();
    }
}
