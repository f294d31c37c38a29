package dev.souk.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `pgbench` (TPC-B-like, scale 50, 16 clients, prepared) on the platform's own server: what this machine can do in
/// these minutes.
public final class Yardstick {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");
    private static final String DATABASE = "souk_yardstick";

    private Yardstick() {}

    /// Transactions per second.
    ///
    /// @throws IOException when pgbench is not installed or fails
    public static double tps(Target target, int seconds) throws IOException, InterruptedException, SQLException {
        prepare(target);
        var output = run(target, List.of("-c", "16", "-j", "2", "-M", "prepared", "-T", "" + seconds, "-n"));
        var found = TPS.matcher(output);
        if (!found.find()) {
            throw new IOException("pgbench said nothing of tps:\n" + output);
        }
        return Double.parseDouble(found.group(1));
    }

    private static void prepare(Target target) throws IOException, InterruptedException, SQLException {
        try (var admin = target.database("postgres");
                var statement = admin.createStatement()) {
            try (var rows = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (rows.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        }
        run(target, List.of("-i", "-s", "50", "-q"));
    }

    private static String run(Target target, List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("pgbench", "-h", "127.0.0.1", "-p", "" + target.postgresPort(), "-U", "postgres"));
        command.addAll(options);
        command.add(DATABASE);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("PGPASSWORD", Files.readString(target.data().resolve("postgres").resolve("secret")).strip());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return output;
    }
}
