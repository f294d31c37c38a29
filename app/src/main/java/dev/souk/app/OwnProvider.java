package dev.souk.app;

import dev.souk.payment.provider.PaymentProvider;
import dev.souk.payment.provider.StandInInProcess;
import dev.souk.payment.provider.StandInProvider;
import dev.souk.standin.payment.Entry;
import dev.souk.standin.payment.ProviderServer;
import dev.souk.standin.payment.ProviderStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The stand-in payment provider that comes with the platform: its ledger in the data directory, its HTTP face (what
/// a shopper does there, ledger, balances, faults) on a port of its own. Payments are asked for in the process.
/// It sends webhooks only about what it has not answered already, that is about acts of the shopper.
final class OwnProvider implements ChosenProvider {
    private final ProviderStandIn standIn;
    private final ProviderServer face;
    private final PaymentProvider port;
    private final CompletableFuture<URI> webhooks = new CompletableFuture<>();
    private @Nullable HttpClient client;

    OwnProvider(ShopConfig config, Path data) {
        var secret = secret();
        standIn = new ProviderStandIn(data.resolve("payment-provider").resolve("ledger.jsonl"));
        standIn.webhooksTo(this::deliver, secret, entry -> entry.operation() == Entry.Operation.ACTION);
        port = new StandInProvider(new StandInInProcess(standIn), secret);
        face = face(config);
    }

    /// The port after the platform's own, if it is free and none was asked for.
    private ProviderServer face(ShopConfig config) {
        var asked = config.number("souk.provider.port", -1);
        if (asked >= 0) {
            return new ProviderServer(standIn, asked);
        }
        try {
            return new ProviderServer(standIn, config.port() == 0 ? 0 : config.port() + 1);
        } catch (UncheckedIOException e) {
            return new ProviderServer(standIn, 0);
        }
    }

    /// Known to this process only, which both signs and checks.
    private static String secret() {
        var bytes = new byte[32];
        RandomGenerator.of("SecureRandom").nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public PaymentProvider port() {
        return port;
    }

    @Override
    public String shown() {
        return "http://127.0.0.1:" + face.port();
    }

    @Override
    public Optional<URI> cardForm() {
        return Optional.of(URI.create(shown() + "/form"));
    }

    @Override
    public Optional<ProviderStandIn> standIn(boolean production) {
        return production ? Optional.empty() : Optional.of(standIn);
    }

    @Override
    public void tell(URI shop) {
        webhooks.complete(shop.resolve("/webhooks/" + port.name()));
    }

    private boolean deliver(String body, String signature) throws InterruptedException {
        var target = webhooks.getNow(null);
        if (target == null) {
            return false;
        }
        var request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header(port.signatureHeader(), signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    /// Made when it is needed: most payments need no webhook, and a client takes a tenth of the start.
    private HttpClient client() {
        var made = client;
        if (made == null) {
            made = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
            client = made;
        }
        return made;
    }

    @Override
    public void close() {
        face.close();
        standIn.close();
        if (client != null) {
            client.shutdownNow();
        }
    }
}
