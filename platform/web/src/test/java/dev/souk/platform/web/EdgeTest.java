package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.route.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class EdgeTest {
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

    private static String aNote() {
        return "/notes/" + notes.post("/notes", "{\"text\":\"Grüße\"}").body().path("id").asString();
    }

    @Test
    void an_unknown_path_and_an_unknown_method_are_told_apart() {
        assertThat(notes.get("/nothing").status()).isEqualTo(404);
        assertThat(notes.get("/notes/").status()).isEqualTo(404);
        var seen = notes.call("PATCH", "/notes", null);
        assertThat(seen.status()).isEqualTo(405);
        assertThat(seen.header("Allow")).isEqualTo("DELETE, GET, POST, HEAD, OPTIONS");
        assertThat(notes.call("OPTIONS", "/notes", null).status()).isEqualTo(204);
    }

    @Test
    void only_json_is_offered() {
        assertThat(notes.get("/notes", "Accept", "text/html").status()).isEqualTo(406);
        assertThat(notes.get("/notes", "Accept", "application/*;q=0.5").status()).isEqualTo(200);
        assertThat(notes.get("/notes/stream", "Accept", "application/json").status()).isEqualTo(406);
    }

    @Test
    void a_known_version_is_not_sent_again() {
        var path = aNote();
        var first = notes.get(path);
        var again = notes.get(path, "If-None-Match", first.header("ETag"));

        assertThat(first.body().path("text").asString()).isEqualTo("Grüße");
        assertThat(first.body().has("hint")).isFalse();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
        assertThat(notes.get(path, "If-None-Match", "\"9\"").status()).isEqualTo(200);
    }

    private static Notes.Seen form(String body, String type, String... headers) {
        return notes.send(Notes.with(notes.request("/notes/form"), headers).header("Content-Type", type)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)).build());
    }

    @Test
    void a_form_is_read_and_answered_with_a_page_a_redirect_and_cookies() {
        var type = "application/x-www-form-urlencoded";
        var page = form("text=a+b&text=Gr%C3%BC%C3%9Fe&go=", type, "Cookie", "other=x; first=7");
        assertThat(page.response().body()).isEqualTo("[a b, Gr\u00fc\u00dfe]7");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.response().headers().allValues("Set-Cookie")).containsExactly(
                "first=1; Path=/; HttpOnly; SameSite=Strict",
                "__Host-second=2; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
        var away = form("go=%2Fnotes", type);
        assertThat(away.status()).isEqualTo(303);
        assertThat(away.header("Location")).isEqualTo("/notes");
    }

    @Test
    void what_is_no_form_is_refused() {
        assertThat(form("text=%zz", "application/x-www-form-urlencoded").code()).isEqualTo("MALFORMED_FORM");
        assertThat(form("text=%00", "application/x-www-form-urlencoded").code()).isEqualTo("MALFORMED_FORM");
        assertThat(form("a&".repeat(300), "application/x-www-form-urlencoded").code()).isEqualTo("MALFORMED_FORM");
        assertThat(form("{}", "application/json").code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_version_that_is_demanded_must_be_one() {
        var token = "Bearer " + Notes.token(Role.ADMIN);
        var path = aNote();
        var change = "{\"text\":\"new\"}";
        assertThat(notes.call("PUT", path, change, "Authorization", token, "If-Match", "7").code()).isEqualTo("INVALID_IF_MATCH");
        assertThat(notes.call("PUT", path, change, "Authorization", token, "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(notes.call("PUT", path, change, "Authorization", token, "If-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void the_callers_correlation_id_comes_back() {
        var mine = UUID.randomUUID().toString();
        assertThat(notes.get("/notes", "Correlation-Id", mine).header("Correlation-Id")).isEqualTo(mine);
        assertThat(notes.get("/nothing", "Correlation-Id", mine).body().path("correlationId").asString()).isEqualTo(mine);
        assertThat(notes.get("/notes", "Correlation-Id", "not one").header("Correlation-Id")).hasSize(36).isNotEqualTo("not one");
    }

    @Test
    void answers_carry_strict_headers_and_no_name_of_the_server() {
        var seen = notes.get("/notes");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(seen.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(seen.header("Server")).isEmpty();
        assertThat(seen.header("Set-Cookie")).isEmpty();
        assertThat(notes.call("DELETE", "/notes", null).header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_bug_says_nothing_but_the_correlation_id() {
        var seen = notes.get("/notes/broken", "Authorization", "Bearer " + Notes.token(Role.ADMIN));
        assertThat(seen.status()).isEqualTo(500);
        assertThat(seen.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(seen.response().body()).doesNotContain("secret");
    }

    @Test
    void what_breaks_a_handler_is_a_problem_however_deep_it_broke() {
        var admin = "Bearer " + Notes.token(Role.ADMIN);
        for (var path : new String[] {"broken", "unreadable", "silent"}) {
            for (var how : new String[] {"depth", "assertion"}) {
                var seen = notes.get("/notes/" + path + "?how=" + how, "Authorization", admin);
                assertThat(seen.status()).isEqualTo(500);
                assertThat(seen.code()).isEqualTo("INTERNAL_ERROR");
                assertThat(seen.header("Correlation-Id")).isEqualTo(seen.body().path("correlationId").asString());
                assertThat(seen.response().body()).doesNotContain("secret");
            }
        }
        assertThat(notes.meters.get("souk.http").tag("path", "/notes/unreadable").timer().count()).isEqualTo(2);
    }

    @Test
    void an_outage_asks_for_patience() {
        for (var how : new String[] {"outage", "absent"}) {
            var seen = notes.get("/notes/broken?how=" + how, "Authorization", "Bearer " + Notes.token(Role.ADMIN));
            assertThat(seen.status()).isEqualTo(503);
            assertThat(seen.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void routes_are_timed() {
        notes.get("/notes");
        assertThat(notes.meters.get("souk.http").tag("path", "/notes").tag("method", "GET").timer().count()).isPositive();
    }

    @Test
    void the_api_describes_itself() {
        var api = notes.send(notes.request("/openapi.json").build()).body();
        var write = api.path("paths").path("/api/v1/notes").path("post");
        assertThat(api.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(write.path("requestBody").path("content").path("application/json").path("schema").path("$ref").asString())
                .endsWith("WriteNote");
        var body = api.path("components").path("schemas").path("platform.NotesContext.WriteNote");
        assertThat(body.path("required").toString()).isEqualTo("[\"text\"]");
        assertThat(body.path("properties").path("at").path("format").asString()).isEqualTo("date-time");
        assertThat(api.path("paths").path("/hooks/notes").has("post")).isTrue();

        var limit = api.path("paths").path("/api/v1/notes").path("get").path("parameters").get(0);
        assertThat(limit.path("name").asString()).isEqualTo("limit");
        assertThat(limit.path("in").asString()).isEqualTo("query");
        assertThat(limit.path("schema").toString())
                .isEqualTo("{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":1,\"maximum\":10,\"default\":0}");

        var page = notes.send(notes.request("/docs").build());
        assertThat(page.response().body()).contains("/api/v1/notes/paid", "number from 1 to 10", "Idempotency-Key</span> required").doesNotContain("<script");
        assertThat(page.header("Content-Security-Policy")).contains("style-src 'sha256-");
    }
}
