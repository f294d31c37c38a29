package dev.souk.bench.growth;

import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// A data directory whose platform is stopped, and whose databases are grown on their own server without durability:
/// what breaks here is thrown away.
final class GrownShop {
    private static final long PART = 5_000_000;

    private final EmbeddedPostgres server;
    private final Extent extent;
    private final Pattern pattern;

    private GrownShop(EmbeddedPostgres server, Extent extent, Pattern pattern) {
        this.server = server;
        this.extent = extent;
        this.pattern = pattern;
    }

    /// Grows; answers the bytes on disk afterwards.
    static long grow(Path data, Extent extent, Pattern pattern)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        OldLedger.write(data, pattern, extent);
        try (var server = EmbeddedPostgres.start(data.resolve("postgres"), EmbeddedPostgres.Durability.FORGETFUL)) {
            var shop = new GrownShop(server, extent, pattern);
            shop.growAll();
            shop.moveCursors();
            return shop.bytes() + Files.size(data.resolve("payment-provider").resolve("grown.jsonl"));
        }
    }

    /// Each database by itself, as many at a time as there are processors.
    private void growAll() throws InterruptedException, ExecutionException {
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var context : Copies.JOURNALS.reversed()) {
                running.add(workers.submit((Callable<Boolean>) () -> grow(context)));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    private boolean grow(String context) throws SQLException {
        long begun = System.nanoTime();
        try (var connection = database(context)) {
            var grower = new Grower(connection, extent, pattern);
            if (context.equals("order")) {
                grower.run("create temp table numbers as select nextval('order_number') as first");
            }
            var tables = Copies.all().stream().filter(one -> one.context().equals(context));
            for (var copies : Stream.concat(tables, Stream.of(Copies.journal(context))).toList()) {
                if (copies.table().equals("journal")) {
                    parts(grower);
                }
                grower.grow(copies);
                if (copies.table().equals("reservation")) {
                    Movements.grow(grower);
                }
            }
            if (context.equals("order")) {
                grower.run("select setval('order_number', (select first from numbers) + %d)".formatted(extent.orders()));
                grower.run("update stuck_scan set looked_to = (select max(number) from orders)");
            }
            grower.run("vacuum (analyze)");
        }
        System.out.printf("  %-10s grown in %.0f s%n", context, (System.nanoTime() - begun) / 1e9);
        return true;
    }

    /// The journal's parts that the copies need, named as the platform names them.
    private void parts(Grower grower) throws SQLException {
        long last = grower.number("select max(position) from journal");
        long messages = extent.journalOrders() * (pattern.journalRows() / extent.groups() + 1);
        long had = grower.number("select count(*) from pg_inherits where inhparent = 'journal'::regclass");
        for (long part = had; part <= (last + messages) / PART + 1; part++) {
            grower.run("create table journal_%d partition of journal for values from (%d) to (%d)".formatted(part, part * PART, (part + 1) * PART));
            grower.run("alter table journal_%d owner to %s".formatted(part, grower.text("select tableowner from pg_tables where tablename = 'journal'")));
        }
    }

    /// Everybody has handled what happened so long ago.
    private void moveCursors() throws SQLException {
        var last = new HashMap<String, Long>();
        for (var context : contexts()) {
            try (var connection = database(context); var statement = connection.createStatement();
                    var rows = statement.executeQuery("select coalesce(max(position), 0) from journal")) {
                rows.next();
                last.put(context, rows.getLong(1));
            }
        }
        for (var context : last.keySet()) {
            try (var connection = database(context);
                    var update = connection.prepareStatement("update cursor set position = ? where source = ?")) {
                for (var source : last.entrySet()) {
                    update.setLong(1, source.getValue());
                    update.setString(2, source.getKey());
                    update.executeUpdate();
                }
            }
        }
    }

    /// Databases with a journal; the keys of persons have one of their own without.
    private List<String> contexts() throws SQLException {
        var all = new ArrayList<String>();
        for (var name : names()) {
            try (var connection = database(name); var statement = connection.createStatement();
                    var rows = statement.executeQuery("select to_regclass('journal') is not null")) {
                if (rows.next() && rows.getBoolean(1)) {
                    all.add(name);
                }
            }
        }
        return all;
    }

    private List<String> names() throws SQLException {
        try (var connection = database("order"); var statement = connection.createStatement();
                var rows = statement.executeQuery("select substr(datname, 6) from pg_database where datname ~ '^souk_'")) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private long bytes() throws SQLException {
        try (var connection = database("order"); var statement = connection.createStatement();
                var rows = statement.executeQuery("select sum(pg_database_size(datname))::bigint from pg_database")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection database(String context) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/souk_" + context, "postgres", server.password());
    }
}
