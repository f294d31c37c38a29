package dev.souk.pages;

import dev.souk.platform.face.Api;
import dev.souk.platform.face.Shown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The public API with JSON already read. Members that a page does not know are ignored, so that the API may grow.
public final class Client {
    private static final String API = "/api/v1";
    private static final byte[] NOTHING = {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Api api;
    private final Map<String, String> headers;
    private final Session session;

    Client(Api api, Map<String, String> headers, Session session) {
        this.api = api;
        this.headers = headers;
        this.session = session;
    }

    /// The same with one more header on every call, for example who the shopper is.
    public Client with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Client(api, more, session);
    }

    /// @throws Refused when the API refuses
    public <T> T get(String path, Class<T> type) {
        return send("GET", path, null, type);
    }

    /// Empty when there is no such thing, or not for this visitor.
    public <T> Optional<T> find(String path, Class<T> type) {
        try {
            return Optional.of(get(path, type));
        } catch (Refused refused) {
            if (refused.missing()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// @throws Refused when the API refuses
    public <T> T send(String method, String path, @Nullable Object body, Class<T> type) {
        var answer = answer(method, path, body);
        if (answer.status() >= 300) {
            throw refused(answer);
        }
        return JSON.readValue(answer.body(), type);
    }

    /// For what is only to be done.
    public void act(String method, String path, @Nullable Object body) {
        var answer = answer(method, path, body);
        if (answer.status() >= 300) {
            throw refused(answer);
        }
    }

    /// A file of the API, to be kept by the browser and by nothing between.
    ///
    /// @throws Refused when the API refuses
    public Shown file(String path) {
        var answer = answer("GET", path, null);
        if (answer.status() >= 300) {
            throw refused(answer);
        }
        var headers = new ArrayList<Shown.Header>();
        headers.add(new Shown.Header("Cache-Control", "private, no-store"));
        answer.headers().forEach((name, value) -> {
            if (name.equalsIgnoreCase("Content-Type") || name.equalsIgnoreCase("Content-Disposition")) {
                headers.add(new Shown.Header(name, value));
            }
        });
        return new Shown.Page(200, headers, answer.body());
    }

    /// A token that is no longer taken is renewed once; a session that is over leaves a guest.
    private Api.Answer answer(String method, String path, @Nullable Object body) {
        return answered(method, path, json(body));
    }

    private Api.Answer answered(String method, String path, byte[] body) {
        var answer = api.call(raw(method, path, body));
        while (answer.status() == 401 && refused(answer).code().equals("INVALID_TOKEN") && session.refused()) {
            answer = api.call(raw(method, path, body));
        }
        return answer;
    }

    /// A body that is not JSON: a file.
    public <T> T upload(String path, String contentType, byte[] file, Class<T> type) {
        var answer = with("Content-Type", contentType).answered("POST", path, file);
        if (answer.status() >= 300) {
            throw refused(answer);
        }
        return JSON.readValue(answer.body(), type);
    }

    /// A call to be passed through to the browser.
    public Api.Call call(String method, String path, @Nullable Object body) {
        return raw(method, path, json(body));
    }

    private Api.Call raw(String method, String path, byte[] body) {
        var all = new HashMap<>(headers);
        session.access().ifPresent(token -> all.put("Authorization", "Bearer " + token));
        return new Api.Call(method, API + path, all, body);
    }

    private static byte[] json(@Nullable Object body) {
        return body == null ? NOTHING : JSON.writeValueAsBytes(body);
    }

    static Refused refused(Api.Answer answer) {
        return new Refused(
                answer.status(), answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body()));
    }

    /// Reads what another part of an answer holds.
    public static <T> T read(JsonNode node, Class<T> type) {
        return JSON.treeToValue(node, type);
    }

    /// A value for a path or a query.
    public static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
