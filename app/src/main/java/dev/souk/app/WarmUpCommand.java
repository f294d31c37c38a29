package dev.souk.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Starts everything on a directory of its own, asks it a little, and stops: the run from which a start-up cache is
/// made.
@Command(name = "warm-up", hidden = true, description = "Starts and stops once, for the start-up cache.")
final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("souk-warm-up-");
        try (var shop = Shop.open(new ShopConfig(directory, "127.0.0.1", 0, List.of(), Map.of()));
                var client = HttpClient.newHttpClient()) {
            for (var path : List.of("/actuator/health/readiness", "/openapi.json", "/docs", "/api/v1/products?limit=1", "/nothing")) {
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create(shop.address() + path)).build(), HttpResponse.BodyHandlers.discarding());
                System.out.println(path + " " + answer.statusCode());
            }
        } finally {
            delete(directory);
        }
        return 0;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
