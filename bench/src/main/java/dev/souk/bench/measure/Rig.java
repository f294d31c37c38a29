package dev.souk.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A platform of its own for a measurement: started on an empty data directory, stopped and removed at the end.
public final class Rig implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Path data;
    private final List<String> command;
    private Process process;
    private boolean kept;

    private Rig(Path data, List<String> command) throws IOException {
        this.data = data;
        this.command = command;
        this.process = launch();
    }

    /// @param options further options of `souk up`
    public static Rig start(Path data, List<String> options) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("--port", "0"));
        all.addAll(options);
        return start(data, launcher(), all);
    }

    /// @param command starts a platform; `--data` and `options` are appended
    /// @param options further options of `souk up`, the port among them
    public static Rig start(Path data, List<String> command, List<String> options) throws IOException, InterruptedException {
        Files.createDirectories(data);
        var all = new ArrayList<>(command);
        all.addAll(List.of("--data", data.toString()));
        all.addAll(options);
        var rig = new Rig(data, List.copyOf(all));
        rig.awaitReady();
        return rig;
    }

    /// As a user starts it.
    public static List<String> launcher() {
        return List.of(home().resolve("souk").toString(), "up");
    }

    /// Starts the platform again on the same data, after a kill.
    public void restart() throws IOException, InterruptedException {
        relaunch();
        awaitReady();
    }

    /// The same, without waiting until it runs.
    public void relaunch() throws IOException, InterruptedException {
        process.waitFor(20, TimeUnit.SECONDS);
        process = launch();
    }

    /// SIGKILL, without any chance to finish.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private Process launch() throws IOException {
        Files.deleteIfExists(data.resolve("running.json"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("platform.log").toFile()))
                .start();
    }

    /// The checkout that this program was built in.
    public static Path home() {
        var configured = System.getProperty("souk.home");
        if (configured != null) {
            return Path.of(configured);
        }
        try {
            var path = Path.of(Rig.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            while (path != null && !Files.isRegularFile(path.resolve("souk"))) {
                path = path.getParent();
            }
            return java.util.Objects.requireNonNull(path, "the launcher is not above this program");
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(data.resolve("running.json"))) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the platform did not start; see " + data.resolve("platform.log"));
            }
            Thread.sleep(50);
        }
    }

    public Target target() throws IOException {
        return Target.of(data);
    }

    public Path data() {
        return data;
    }

    /// Stops the platform and leaves its data.
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /// Leaves the data when this is closed.
    public void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        if (kept) {
            return;
        }
        delete(data);
    }

    /// The directory and everything in it.
    public static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
