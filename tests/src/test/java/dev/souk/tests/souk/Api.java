package dev.souk.tests.souk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The public API as one caller sees it. Paths are below `/api/v1` unless they begin with `//`.
///
/// @param token of a signed-in caller
/// @param cartToken proof of a guest's cart
public record Api(HttpClient http, URI root, @Nullable String token, @Nullable String cartToken) {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    public Api token(String other) {
        return new Api(http, root, other, cartToken);
    }

    public Api cartToken(String other) {
        return new Api(http, root, token, other);
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    /// With a key of its own, so that it happens once.
    public Reply postOnce(String path, @Nullable Object body) {
        return send("POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    public Reply send(String method, String path, @Nullable Object body) {
        return send(method, path, body, Map.of());
    }

    /// Sends one request.
    ///
    /// @param body a string is sent as it is, anything else as JSON
    public Reply send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        try {
            return Reply.of(http.send(request(method, path, body, headers).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A request that is not sent yet.
    public HttpRequest.Builder request(String method, String path, @Nullable Object body, Map<String, String> headers) {
        Confided.token(token);
        Confided.token(cartToken);
        if (body != null && !(body instanceof String) && !(body instanceof byte[])) {
            Confided.json(JSON.valueToTree(body));
        }
        var request = HttpRequest.newBuilder(address(path)).timeout(PATIENCE).method(method, switch (body) {
            case null -> BodyPublishers.noBody();
            case String text -> BodyPublishers.ofString(text);
            case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
            default -> BodyPublishers.ofString(JSON.writeValueAsString(body));
        });
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (cartToken != null) {
            request.header("Cart-Token", cartToken);
        }
        headers.forEach(request::setHeader);
        return request;
    }

    private URI address(String path) {
        return path.startsWith("//")
                ? root.resolve(path.substring(1))
                : root.resolve(path.startsWith("/api/") ? path : "/api/v1" + path);
    }
}
