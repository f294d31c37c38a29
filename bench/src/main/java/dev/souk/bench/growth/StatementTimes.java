package dev.souk.bench.growth;

import dev.souk.bench.measure.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// The mean time of every statement, as the server counts it: a plan that turns bad on a large table shows here.
final class StatementTimes {
    private static final int SHOWN = 12;
    private static final int MANY = 50;

    private StatementTimes() {}

    /// From the next start of the server on.
    static void preload(Path data) throws IOException {
        Files.writeString(
                data.resolve("postgres").resolve("pgdata").resolve("postgresql.conf"),
                "\nshared_preload_libraries = 'pg_stat_statements'\npg_stat_statements.max = 10000\n",
                StandardOpenOption.APPEND);
    }

    /// Milliseconds of each statement that ran often enough, and forgets them.
    static Map<String, Double> read(Target target) throws SQLException {
        var means = new HashMap<String, Double>();
        try (var connection = target.database("postgres"); var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            try (var rows = statement.executeQuery("""
                    select datname || ': ' || regexp_replace(left(query, 140), '\\s+', ' ', 'g'), mean_exec_time
                    from pg_stat_statements s join pg_database d on d.oid = s.dbid
                    where calls > %d and datname ~ '^souk_' and datname <> 'souk_yardstick'""".formatted(MANY))) {
                while (rows.next()) {
                    means.merge(rows.getString(1), rows.getDouble(2), Math::max);
                }
            }
            statement.execute("select pg_stat_statements_reset()");
        }
        return means;
    }

    static void print(Map<String, Double> empty, Map<String, Double> grown) {
        System.out.println("statements that cost most more, mean ms empty and grown:");
        grown.entrySet().stream()
                .map(one -> new Statement(one.getKey(), empty.getOrDefault(one.getKey(), one.getValue()), one.getValue()))
                .sorted(Comparator.comparingDouble((Statement one) -> one.before() - one.after()))
                .limit(SHOWN)
                .forEach(one -> System.out.printf("  %8.3f %8.3f  %s%n", one.before(), one.after(), one.text()));
    }

    private record Statement(String text, double before, double after) {}
}
