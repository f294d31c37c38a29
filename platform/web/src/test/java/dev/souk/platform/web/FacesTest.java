package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.face.Api;
import dev.souk.platform.face.Face;
import dev.souk.platform.testkit.TestPlatform;
import dev.souk.platform.face.Shown;
import dev.souk.platform.face.Visit;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pages beside the API, and the API as pages reach it.
class FacesTest {
    private static final SigningKey KEY = SigningKey.fresh();

    private final WebServer server = WebServer.listen(
            WebConfig.on(0, KEY).limits(WebConfig.Limits.STANDARD), new SimpleMeterRegistry(), Clock.systemUTC());
    private final HttpClient client = HttpClient.newHttpClient();

    record Said(String text) {}

    FacesTest() {
        var routes = Served.free("words", List.of(
                Route.get("/hello").answers(200, Said.class).everyone()
                        .free(call -> Answer.of(new Said("hello " + call.caller().roles()))),
                Route.post("/echo").body(Said.class).answers(200, Said.class).everyone().free(call -> Answer.of(call.body())),
                Route.get("/secret").answers(200, Said.class).roles(Role.ADMIN).free(_ -> Answer.of(new Said("s"))),
                Route.get("/rare").answers(200, Said.class).everyone().rate(Route.Rate.COUPON)
                        .free(_ -> Answer.of(new Said("r"))),
                Route.get("/news").everyone().streams((_, out) -> out.send("news", new Said("live")))));
        server.serve(List.of(routes), List.of(new Mirror("", "shop"), new Mirror("/desk", "desk")), TestPlatform.keys());
    }

    @AfterEach
    void close() {
        server.close();
    }

    /// Shows what the API answered to the call that its address names: method, path, body, token.
    private record Mirror(String home, String name) implements Face {
        @Override
        public Shown answer(Visit visit, Api api) {
            if (visit.parameters().containsKey("relay")) {
                return new Shown.Relayed(new Api.Call("GET", "/api/v1/news", Map.of(), new byte[0]));
            }
            var target = visit.header("Target").orElse("/api/v1/hello");
            var headers = visit.header("As").<Map<String, String>>map(token -> Map.of("Authorization", "Bearer " + token)).orElse(Map.of());
            var answer = api.call(new Api.Call(visit.method(), target, headers, visit.body()));
            var text = name + visit.path() + " " + answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
            return new Shown.Page(answer.status(), List.of(
                    new Shown.Header("Content-Type", "text/html;charset=utf-8"),
                    new Shown.Header("Set-Cookie", "a=1"), new Shown.Header("Set-Cookie", "b=2")),
                    text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<String> ask(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return client.send(Notes.with(request, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void routes_come_first_then_the_face_with_the_longest_home() throws Exception {
        assertThat(ask("GET", "/api/v1/hello", "").body()).isEqualTo("{\"text\":\"hello [GUEST]\"}");
        assertThat(ask("GET", "/", "").body()).startsWith("shop/ 200");
        assertThat(ask("GET", "/desk/orders", "").body()).startsWith("desk/desk/orders 200");
        assertThat(ask("GET", "/desktop", "").body()).startsWith("shop/desktop 200");
        assertThat(ask("GET", "/api/v1/nowhere", "").body()).contains("NOT_FOUND").contains("\"status\":404");
        assertThat(ask("GET", "/", "").headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    void a_page_can_do_no_more_than_its_visitor() throws Exception {
        assertThat(ask("GET", "/", "", "Target", "/api/v1/secret").statusCode()).isEqualTo(401);
        assertThat(ask("GET", "/", "", "Target", "/api/v1/secret", "As", Notes.token(Role.ADMIN)).statusCode()).isEqualTo(401);
        var admin = new TokenMint(KEY, Clock.systemUTC()).mint(UUID.randomUUID(), List.of(Role.ADMIN), Duration.ofHours(1));
        assertThat(ask("GET", "/", "", "Target", "/api/v1/secret", "As", admin).statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/", "", "Target", "/api/v1/hello").body()).contains("[GUEST]");
    }

    @Test
    void bodies_and_parameters_are_read_as_strictly_as_over_http() throws Exception {
        assertThat(ask("POST", "/", "{\"text\":\"a\"}", "Target", "/api/v1/echo").body()).endsWith("{\"text\":\"a\"}");
        assertThat(ask("POST", "/", "{\"test\":\"a\"}", "Target", "/api/v1/echo").body()).contains("UNKNOWN_FIELD");
        assertThat(ask("GET", "/", "", "Target", "/api/v1/../x").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/?page=2", "").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/", "", "Target", "/api/v1/hello?page=2").statusCode()).isEqualTo(400);
        assertThat(ask("POST", "/", "x".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void a_visitor_has_one_measure_for_pages_and_api() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(ask("GET", "/", "", "Target", "/api/v1/rare").statusCode()).isEqualTo(200);
        }
        assertThat(ask("GET", "/", "", "Target", "/api/v1/rare").statusCode()).isEqualTo(429);
        assertThat(ask("GET", "/api/v1/rare", "").statusCode()).isEqualTo(429);
    }

    @Test
    void a_stream_passes_through() throws Exception {
        var answer = ask("GET", "/?relay", "");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.body()).contains("event: news", "{\"text\":\"live\"}");
    }

    @Test
    void the_call_belongs_to_the_journey_of_the_page() throws Exception {
        var journey = "0191d2a0-0000-7000-8000-000000000001";
        var answer = ask("GET", "/", "", "Target", "/api/v1/secret", "Correlation-Id", journey);
        assertThat(answer.body()).contains("\"correlationId\":\"" + journey + "\"");
        assertThat(answer.headers().firstValue("Correlation-Id")).hasValue(journey);
    }
}
