package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BadInputTest {
    @SuppressWarnings("NullAway.Init")
    private static Notes notes;

    @BeforeAll
    static void start() {
        notes = Notes.running();
    }

    @AfterAll
    static void stop() {
        notes.close();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("", "BODY_REQUIRED", null),
                Arguments.of("null", "BODY_REQUIRED", null),
                Arguments.of("{", "MALFORMED_JSON", ""),
                Arguments.of("{'text':'a'}", "MALFORMED_JSON", ""),
                Arguments.of("{\"text\":\"a\"} {}", "MALFORMED_JSON", ""),
                Arguments.of("{\"text\":\"a\",\"text\":\"b\"}", "MALFORMED_JSON", ""),
                Arguments.of("{\"text\":\"a\",\"stars\":NaN}", "MALFORMED_JSON", ""),
                Arguments.of("{\"text\":\"a\",\"stars\":" + "9".repeat(500) + "}", "MALFORMED_JSON", ""),
                Arguments.of("{\"text\":\"a\",\"more\":1}", "UNKNOWN_FIELD", "/more"),
                Arguments.of("{\"text\":\"a\",\"tags\":[{\"colour\":\"RED\",\"weight\":1,\"x\":1}]}", "UNKNOWN_FIELD", "/tags/0/x"),
                Arguments.of("{\"text\":1}", "WRONG_TYPE", "/text"),
                Arguments.of("{\"text\":true}", "WRONG_TYPE", "/text"),
                Arguments.of("{\"text\":{}}", "WRONG_TYPE", "/text"),
                Arguments.of("{\"text\":\"\\u0000\"}", "WRONG_TYPE", "/text"),
                Arguments.of("{\"text\":\"\\ud800\"}", "WRONG_TYPE", "/text"),
                Arguments.of("{\"text\":\"a\",\"stars\":\"1\"}", "WRONG_TYPE", "/stars"),
                Arguments.of("{\"text\":\"a\",\"stars\":\"\"}", "WRONG_TYPE", "/stars"),
                Arguments.of("{\"text\":\"a\",\"stars\":1.0}", "WRONG_TYPE", "/stars"),
                Arguments.of("{\"text\":\"a\",\"stars\":1e2}", "WRONG_TYPE", "/stars"),
                Arguments.of("{\"text\":\"a\",\"stars\":true}", "WRONG_TYPE", "/stars"),
                Arguments.of("{\"text\":\"a\",\"stars\":9999999999}", "WRONG_TYPE", "/stars"),
                Arguments.of("{\"text\":\"a\",\"at\":1700000000}", "WRONG_TYPE", "/at"),
                Arguments.of("{\"text\":\"a\",\"at\":\"yesterday\"}", "WRONG_TYPE", "/at"),
                Arguments.of("{\"text\":\"a\",\"tags\":{}}", "WRONG_TYPE", "/tags"),
                Arguments.of("{\"text\":\"a\",\"tags\":[{\"colour\":0,\"weight\":1}]}", "WRONG_TYPE", "/tags/0/colour"),
                Arguments.of("{\"text\":\"a\",\"tags\":[{\"colour\":\"PINK\",\"weight\":1}]}", "WRONG_TYPE", "/tags/0/colour"),
                Arguments.of("{\"text\":\"a\",\"tags\":[{\"colour\":\"RED\"}]}", "WRONG_TYPE", "/tags/0/weight"),
                Arguments.of("{\"text\":\"a\",\"tags\":[null]}", "INVALID_VALUE", ""),
                Arguments.of("{\"text\":\"a\",\"stars\":6}", "INVALID_VALUE", ""),
                Arguments.of("[]", "WRONG_TYPE", ""),
                Arguments.of("\"\"", "WRONG_TYPE", ""),
                Arguments.of("[".repeat(5000), "WRONG_TYPE", ""),
                Arguments.of("{\"text\":" + "[".repeat(5000), "WRONG_TYPE", "/text"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_bad_body_is_a_problem_with_a_code_and_a_pointer_and_changes_nothing(
            String body, String code, @org.jspecify.annotations.Nullable String pointer) {
        var seen = notes.post("/notes", body);

        assertThat(seen.status()).isEqualTo(400);
        assertThat(seen.code()).isEqualTo(code);
        assertThat(seen.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(seen.body().path("pointer").asString(null)).isEqualTo(pointer);
        assertThat(seen.body().path("correlationId").asString("")).isEqualTo(seen.header("Correlation-Id"));
        assertThat(seen.response().body()).doesNotContain("tools.jackson", "dev.souk", "Exception");
        assertThat(notes.written()).isZero();
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed() {
        var bytes = new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xff, '"', '}'};
        var seen = notes.send(notes.request("/api/v1/notes")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());

        assertThat(seen.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void a_body_over_the_limit_is_refused_with_and_without_a_length() {
        var large = "{\"text\":\"" + "x".repeat(70_000) + "\"}";
        assertThat(notes.post("/notes", large).code()).isEqualTo("BODY_TOO_LARGE");

        var chunked = notes.send(notes.request("/api/v1/notes")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build());
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void other_types_than_json_are_refused() {
        for (var type : new String[] {"text/plain", "application/x-www-form-urlencoded", "application/json;charset=latin1"}) {
            var seen = notes.send(notes.request("/api/v1/notes")
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build());
            assertThat(seen.status()).as(type).isEqualTo(415);
        }
    }

    @Test
    void paths_and_parameters_that_cannot_be_meant_are_problems() {
        assertThat(notes.get("/notes/7").status()).isEqualTo(404);
        assertThat(notes.get("/notes/1-1-1-1-1").status()).isEqualTo(404);
        assertThat(notes.get("/notes/a%2Fb").status()).isEqualTo(400);
        assertThat(notes.get("//notes").status()).isEqualTo(400);
        assertThat(notes.get("/notes?limit=0").code()).isEqualTo("INVALID_LIMIT");
        assertThat(notes.get("/notes?limit=11").code()).isEqualTo("INVALID_LIMIT");
        assertThat(notes.get("/notes?limit=x").code()).isEqualTo("INVALID_LIMIT");
        assertThat(notes.get("/notes?limit=1").status()).isEqualTo(200);
        assertThat(notes.get("/notes?limmit=1").code()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(notes.get("/notes?limit=1&&%6cimit=1&").status()).isEqualTo(200);
        assertThat(notes.get("/notes?%00").code()).isEqualTo("UNKNOWN_PARAMETER");
    }

    @Test
    void a_body_where_none_belongs_is_refused() {
        var admin = "Bearer " + Notes.token(dev.souk.platform.route.Role.ADMIN);
        assertThat(notes.call("DELETE", "/notes", "{\"all\":true}", "Authorization", admin).code()).isEqualTo("BODY_NOT_EXPECTED");
        assertThat(notes.call("DELETE", "/notes", "{}", "Authorization", admin).status()).isEqualTo(204);
    }

    @Test
    void raw_bodies_have_their_own_limit() {
        assertThat(notes.send(hook(1000)).body().path("bytes").asInt()).isEqualTo(1000);
        assertThat(notes.send(hook(1001)).status()).isEqualTo(413);
    }

    private static HttpRequest hook(int bytes) {
        return notes.request("/hooks/notes").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes])).build();
    }
}
