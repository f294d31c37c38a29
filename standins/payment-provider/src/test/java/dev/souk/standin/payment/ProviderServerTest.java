package dev.souk.standin.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderServerTest {
    @TempDir
    Path directory = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(ProviderServer server, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Idempotency-Key", "key")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void authorizes_finds_and_sums_over_http() throws IOException, InterruptedException {
        try (var provider = new ProviderStandIn(directory.resolve("l"));
                var server = new ProviderServer(provider, 0)) {
            var body = "{\"amount\":1234,\"currency\":\"EUR\",\"token\":\"tok_visa\",\"orderId\":\"o\",\"paymentId\":\"p\"}";
            assertThat(send(server, "POST", "/payments", body).body()).contains("\"result\":\"AUTHORIZED\"");
            assertThat(send(server, "POST", "/payments", body.replace("1234", "1")).statusCode()).isEqualTo(409);
            assertThat(send(server, "GET", "/payments?paymentId=p", "").body()).contains("pay_1");
            assertThat(send(server, "GET", "/balances", "").body()).contains("\"authorized\":1234");
            assertThat(send(server, "GET", "/payments/nonsense", "").statusCode()).isEqualTo(404);
            assertThat(send(server, "POST", "/payments", "{").statusCode()).isEqualTo(400);
            assertThat(send(server, "POST", "/payments", "{\"amount\":0,\"currency\":\"EUR\",\"token\":\"tok_visa\"}").statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void a_lost_answer_is_a_closed_connection_and_a_failure_before_is_a_503() throws IOException, InterruptedException {
        try (var provider = new ProviderStandIn(directory.resolve("l"));
                var server = new ProviderServer(provider, 0)) {
            send(server, "POST", "/faults", "{\"failBefore\":1}");
            assertThat(send(server, "GET", "/balances", "").statusCode()).isEqualTo(503);
            send(server, "POST", "/faults", "{\"timeoutAfter\":1}");
            assertThatThrownBy(() -> send(server, "POST", "/payments", "{\"amount\":7,\"currency\":\"EUR\",\"token\":\"tok_visa\"}"))
                    .isInstanceOf(IOException.class);
            provider.faults(Faults.NONE);
            assertThat(provider.balances().getFirst().authorized()).isEqualTo(7);
        }
    }

    @Test
    void webhooks_are_signed_and_sent_again_until_acknowledged() throws IOException, InterruptedException {
        var received = new LinkedBlockingQueue<List<String>>();
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var signature = String.valueOf(exchange.getRequestHeaders().getFirst("Provider-Signature"));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(received.isEmpty() ? 500 : 200, -1);
            exchange.close();
            received.add(List.of(signature, body));
        });
        receiver.start();
        var address = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        try (var provider = new ProviderStandIn(directory.resolve("l"), Clock.systemUTC()).webhooksTo(address, "secret")) {
            provider.authorize("k", new Authorize(5, "EUR", "tok_visa", "o", "p"));
            var first = received.poll(10, TimeUnit.SECONDS);
            var again = received.poll(10, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            assertThat(again).isNotNull();
            assertThat(again.getLast()).isEqualTo(first.getLast()).contains("payment.authorized");
            long seconds = Long.parseLong(again.getFirst().split("[=,]", -1)[1]);
            assertThat(again.getFirst()).isEqualTo(Signature.of("secret", seconds, again.getLast()));
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void webhooks_can_be_doubled_dropped_and_out_of_order() throws InterruptedException {
        var received = new LinkedBlockingQueue<String>();
        try (var provider = new ProviderStandIn(directory.resolve("l"))
                .webhooksTo((body, _) -> received.add(body.substring(7, body.indexOf('"', 8))), "s")) {
            var wanted = new Authorize(5, "EUR", "tok_visa", "o", "p");
            provider.faults(Faults.NONE.withWebhooks(0, 0, 0, 1, 0));
            provider.authorize("1", wanted);
            provider.faults(Faults.NONE);
            provider.authorize("2", wanted);
            provider.faults(Faults.NONE.withWebhooks(0, 0, 0, 0, 1));
            provider.authorize("3", wanted);
            provider.faults(Faults.NONE.withWebhooks(1, 0, 0, 0, 0));
            provider.authorize("4", wanted);
            var ids = new ArrayList<String>();
            for (int i = 0; i < 4; i++) {
                ids.add(String.valueOf(received.poll(10, TimeUnit.SECONDS)));
            }
            assertThat(ids).containsExactly("evt_2", "evt_4", "evt_4", "evt_1");
        }
    }

    @Test
    void only_what_is_worth_telling_is_told() throws InterruptedException {
        var received = new LinkedBlockingQueue<String>();
        try (var provider = new ProviderStandIn(directory.resolve("l"))
                .webhooksTo((body, _) -> received.add(body), "s", entry -> entry.operation() == Entry.Operation.ACTION)) {
            var held = provider.authorize("k", new Authorize(5, "EUR", "tok_3ds", "o", "p"));
            provider.action(String.valueOf(held.reference()), true);
            assertThat(received.poll(10, TimeUnit.SECONDS)).contains("payment.authorized");
            assertThat(received).isEmpty();
        }
    }
}
