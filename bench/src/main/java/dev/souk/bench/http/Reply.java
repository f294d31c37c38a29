package dev.souk.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back.
///
/// @param headers names in lower case
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Reply(int status, Map<String, String> headers, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();

    public boolean good() {
        return status >= 200 && status < 300;
    }

    /// The body as JSON; a missing node when it is empty.
    public JsonNode json() {
        return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
    }

    /// The problem's code, or an empty string.
    public String code() {
        return good() || body.length == 0 ? "" : json().path("code").asString("");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
