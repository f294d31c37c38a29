package dev.souk.tests.souk;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// An answer.
///
/// @param json missing when the body is none
public record Reply(int status, String text, JsonNode json, HttpHeaders headers) {
    static Reply of(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var isJson = type.contains("json") && !answer.body().isEmpty();
        var json = isJson ? Api.JSON.readTree(answer.body()) : MissingNode.getInstance();
        Confided.json(json);
        return new Reply(answer.statusCode(), answer.body(), json, answer.headers());
    }

    /// This answer, if it has that status.
    public Reply expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", got " + status + ": " + text);
        }
        return this;
    }

    /// Code of a problem document; empty when it is none.
    public String code() {
        return problem() ? string("code") : "";
    }

    public boolean problem() {
        return headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    }

    public String string(String member) {
        return json.path(member).asString("");
    }

    public long number(String member) {
        return json.path(member).asLong();
    }

    public UUID id(String member) {
        return UUID.fromString(string(member));
    }

    public long version() {
        return Long.parseLong(headers.firstValue("ETag").orElse("\"0\"").replace("\"", ""));
    }
}
