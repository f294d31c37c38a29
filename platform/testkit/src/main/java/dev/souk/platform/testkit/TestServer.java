package dev.souk.platform.testkit;

import dev.souk.platform.postgres.DatabaseAddress;
import dev.souk.platform.postgres.Provision;
import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import dev.souk.platform.postgres.vault.VaultPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL for all tests of a JVM; databases are made as they are asked for.
public final class TestServer {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestServer() {}

    private static final class Holder {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                var directory = Files.createTempDirectory("souk-test-");
                var server = EmbeddedPostgres.start(directory, EmbeddedPostgres.Durability.FORGETFUL);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory)));
                return server;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static void stop(EmbeddedPostgres server, Path directory) {
            server.close();
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                System.err.println("left behind: " + directory);
            }
        }
    }

    public static EmbeddedPostgres server() {
        return Holder.SERVER;
    }

    /// A fresh vault; its master key lies beside the server's files and goes with them.
    public static VaultPlace vault() {
        var address = java.util.Objects.requireNonNull(databases(List.of("vault")).get("vault"));
        return new VaultPlace(address, server().directory().resolve("master-key-" + NUMBER.get() + ".json"));
    }

    /// Fresh databases, one a context.
    public static Map<String, DatabaseAddress> databases(List<String> contexts) {
        var suffix = "_" + NUMBER.incrementAndGet();
        var made = Provision.databases(
                "127.0.0.1",
                server().port(),
                server().password(),
                "test",
                contexts.stream().map(name -> name + suffix).toList());
        return contexts.stream()
                .collect(java.util.stream.Collectors.toMap(name -> name, name -> java.util.Objects.requireNonNull(made.get(name + suffix))));
    }
}
