package dev.souk.notification.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Calls addresses that strangers have named: guarded, without redirects, cookies or patience, and without reading
/// what they answer beyond its status.
final class Calls implements AutoCloseable {
    private static final Duration WHOLE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 64;
    private static final int PER_HOST = 8;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("webhook-watch").factory());

    /// @param status of the answer; null when there was none
    /// @param error null when it was taken
    record Answer(@Nullable Integer status, long latencyMs, @Nullable String error) {
        boolean taken() {
            return error == null;
        }
    }

    Calls(Guard guard) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setMaxConnTotal(AT_ONCE)
                .setMaxConnPerRoute(PER_HOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(5))
                        .setSocketTimeout(Timeout.ofSeconds(10))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(20))
                        .setResponseTimeout(Timeout.ofSeconds(10))
                        .build())
                .setUserAgent("Souk-Webhooks/1.0")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    Answer post(URI url, String body, Map<String, String> headers) {
        var request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        var begun = System.nanoTime();
        var end = watch.schedule(request::abort, WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        try (var response = client.executeOpen(null, request, null)) {
            int status = response.getCode();
            return new Answer(status, since(begun), status / 100 == 2 ? null : "HTTP_" + status);
        } catch (IOException e) {
            return new Answer(null, since(begun), reason(e));
        } finally {
            end.cancel(false);
        }
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case Guard.Forbidden _ -> "ADDRESS_NOT_PUBLIC";
            case UnknownHostException _ -> "UNKNOWN_HOST";
            case InterruptedIOException _ -> "TIMEOUT";
            case SSLException _ -> "TLS";
            default -> "NO_CONNECTION";
        };
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
