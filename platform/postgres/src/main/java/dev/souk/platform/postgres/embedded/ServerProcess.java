package dev.souk.platform.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Starting the server's programs and finding a server that is already there.
final class ServerProcess {
    private ServerProcess() {}

    /// PostgreSQL refuses to run as root. In a user namespace of its own the same files belong to nobody in particular,
    /// and it runs.
    private static List<String> asNobodySpecial(List<String> command) {
        boolean root = "root".equals(System.getProperty("user.name"));
        var all = new ArrayList<String>();
        if (root) {
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(command);
        return all;
    }

    static void run(Path log, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(asNobodySpecial(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " failed; see " + log);
        }
    }

    /// Starts a server in a session of its own, so that an interrupt at the terminal reaches only the platform, which
    /// then stops the server when it has no more use for it.
    static Process serve(Path log, List<String> command) throws IOException {
        var all = new ArrayList<String>(List.of("setsid"));
        all.addAll(asNobodySpecial(command));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    record Found(long pid, int port) {}

    /// The server that holds this directory: its process lives, and it is PostgreSQL.
    static Optional<Found> holding(Path pgdata) {
        try {
            var lines = Files.readAllLines(pgdata.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.getFirst().strip());
            return alive(pid) ? Optional.of(new Found(pid, Integer.parseInt(lines.get(3).strip()))) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Running, not a zombie, and a postgres.
    static boolean alive(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            var state = stat.charAt(stat.lastIndexOf(')') + 2);
            return name.startsWith("postgres") && state != 'Z' && state != 'X';
        } catch (IOException e) {
            return false;
        }
    }

    static void signal(long pid, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }
}
