package dev.souk.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One user of the public API on one connection.
public final class Shopper implements AutoCloseable {
    private final Connection connection;
    private final String authorization;
    private String cartToken = "";

    /// @param token of a signed-in user; null for a guest
    public Shopper(int port, @Nullable String token) {
        this.connection = new Connection("127.0.0.1", port, 30_000);
        this.authorization = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
    }

    public Reply get(String path) throws IOException {
        return connection.send("GET", path, authorization + cartToken, null);
    }

    /// @param key idempotency key; empty for none
    public Reply send(String method, String path, String json, String key) throws IOException {
        var headers = authorization + cartToken + (key.isEmpty() ? "" : "Idempotency-Key: " + key + "\r\n");
        return connection.send(method, path, headers, json.isEmpty() ? null : json.getBytes(StandardCharsets.UTF_8));
    }

    public Reply post(String path, String json) throws IOException {
        return send("POST", path, json, "");
    }

    /// Opens a cart and remembers the token that proves it is ours.
    public Reply openCart(UUID cartId) throws IOException {
        cartToken = "";
        var reply = post("/api/v1/carts", "{\"cartId\":\"" + cartId + "\",\"currency\":\"GBP\"}");
        if (reply.good()) {
            var given = reply.json().path("cartToken").asString("");
            cartToken = given.isEmpty() ? "" : "Cart-Token: " + given + "\r\n";
        }
        return reply;
    }

    @Override
    public void close() {
        connection.close();
    }
}
