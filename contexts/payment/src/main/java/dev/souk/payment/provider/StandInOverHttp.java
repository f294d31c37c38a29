package dev.souk.payment.provider;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The stand-in provider as a program of its own.
public final class StandInOverHttp implements StandInWire, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final Duration timeout;

    /// At an address.
    ///
    /// @param base for example `http://127.0.0.1:8099`
    /// @param timeout after which an answer counts as lost
    public StandInOverHttp(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    @Override
    public Reply authorize(
            String key, long amount, String currency, String token, @Nullable String orderId, String paymentId) {
        var body = new HashMap<String, Object>(
                Map.of("amount", amount, "currency", currency, "token", token, "paymentId", paymentId));
        if (orderId != null) {
            body.put("orderId", orderId);
        }
        return StandInJson.reply(post("/payments", key, body));
    }

    @Override
    public Reply capture(String key, String reference, long amount) {
        return StandInJson.reply(post("/payments/" + reference + "/capture", key, Map.of("amount", amount)));
    }

    @Override
    public Reply refund(String key, String reference, long amount) {
        return StandInJson.reply(post("/payments/" + reference + "/refunds", key, Map.of("amount", amount)));
    }

    @Override
    public Reply cancelKey(String authorizationKey) {
        return StandInJson.reply(post("/cancellations", authorizationKey, Map.of("key", authorizationKey)));
    }

    @Override
    public View get(String reference) {
        return StandInJson.view(fetch("/payments/" + reference));
    }

    @Override
    public Optional<View> findByKey(String authorizationKey) {
        var encoded = URLEncoder.encode(authorizationKey, StandardCharsets.UTF_8);
        return StandInJson.views(fetch("/payments?key=" + encoded)).stream().findFirst();
    }

    @Override
    public List<View> list(Instant from, Instant to, @Nullable String after, int limit) {
        return StandInJson.views(fetch(
                "/payments?from=" + from + "&to=" + to + "&limit=" + limit + (after == null ? "" : "&after=" + after)));
    }

    private byte[] post(String path, String key, Map<String, ?> body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(StandInJson.write(body))));
    }

    private byte[] fetch(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode() / 100) {
                case 2 -> response.body();
                case 4 -> throw refusal(response);
                default -> throw WireException.noAnswer("status " + response.statusCode(), null);
            };
        } catch (IOException | JacksonException e) {
            throw WireException.noAnswer(e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WireException.noAnswer("interrupted", e);
        }
    }

    /// Being turned away for now is not a refusal.
    private static WireException refusal(HttpResponse<byte[]> response) {
        return response.statusCode() == 408 || response.statusCode() == 425 || response.statusCode() == 429
                ? WireException.noAnswer("status " + response.statusCode(), null)
                : WireException.refused(StandInJson.code(response.body()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
