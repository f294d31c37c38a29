package dev.souk.bench.torture;

import dev.souk.standin.payment.ProviderMain;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The payment provider as a process of its own, which no kill of the platform touches.
final class OutsideProvider implements AutoCloseable {
    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private OutsideProvider(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// @param data the platform's data directory; the ledger lies where the checker looks for it
    static OutsideProvider start(Path data, int shopPort, String secret) throws IOException, InterruptedException {
        int port = freePort();
        var own = Files.createDirectories(data.resolve("payment-provider"));
        var process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"), "-Xmx128m", "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", "-cp", classPath(), ProviderMain.class.getName(),
                        "--port", Integer.toString(port), "--ledger", own.resolve("ledger.jsonl").toString(),
                        "--webhook-url", "http://127.0.0.1:" + shopPort + "/webhooks/standin", "--webhook-secret", secret))
                .redirectErrorStream(true)
                .redirectOutput(own.resolve("provider.log").toFile())
                .start();
        var provider = new OutsideProvider(process, URI.create("http://127.0.0.1:" + port));
        provider.awaitUp();
        return provider;
    }

    /// The class path of this program, also where a test runner hides it.
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitUp() throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            try {
                send("GET", "/health", "");
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new IOException("the provider did not start", e);
                }
                Thread.sleep(100);
            }
        }
        throw new IOException("the provider did not start in time");
    }

    URI address() {
        return address;
    }

    /// Which faults are in force from now on, as JSON; `{}` for none.
    void faults(String json) throws IOException, InterruptedException {
        send("POST", "/faults", json);
    }

    /// The shopper acts on the provider's page; answers whether it was taken.
    boolean act(String reference, boolean yes) throws IOException, InterruptedException {
        return send("POST", "/actions/" + reference + (yes ? "/complete" : "/fail"), "") == 200;
    }

    private int send(String method, String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
