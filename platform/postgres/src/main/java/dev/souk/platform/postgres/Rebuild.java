package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.ReadModel;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Makes a read model again: tables of the same shape in a schema of their own, which stands before the live one in the
/// search path while the model's fold runs over the journals. The live rows go on meanwhile; only for the last messages and
/// the comparison do they hold still.
final class Rebuild {
    private static final int BATCH = 1_000;

    private final RunningContext target;
    private final ReadModel model;
    private final String schema;
    private final RebuildWatcher watcher;
    private final Map<ContextDatabase, List<String>> sources = new LinkedHashMap<>();
    private final Map<String, Long> done = new LinkedHashMap<>();

    /// @param contexts of this process; those that publish one of the model's events are read
    Rebuild(RunningContext target, ReadModel model, List<RunningContext> contexts, RebuildWatcher watcher) {
        this.watcher = watcher;
        this.target = target;
        this.model = model;
        this.schema = "rebuild_" + model.name().replace('-', '_');
        for (var source : contexts) {
            var types = new TreeSet<String>();
            for (var event : model.events()) {
                var declared = MessageTypes.of(event).declared();
                if (declared.context().equals(source.name())) {
                    types.add(declared.name());
                }
            }
            if (!types.isEmpty()) {
                sources.put(source.database(), List.copyOf(types));
            }
        }
    }

    /// @param exchange put the new rows in the place of the live ones
    Comparison run(boolean exchange) {
        write(this::create);
        try {
            catchUp();
            var comparison = write(tx -> compareAtRest(tx, exchange));
            if (exchange) {
                model.exchanged().run();
            }
            return comparison;
        } finally {
            write(tx -> tx.sql("drop schema if exists %s cascade".formatted(schema)).update());
        }
    }

    private <T> T write(java.util.function.Function<Tx, T> work) {
        return target.database().write(Cause.system(Ids.next()), work);
    }

    private int create(Tx tx) {
        tx.sql("drop schema if exists %s cascade".formatted(schema)).update();
        tx.sql("create schema " + schema).update();
        for (var table : model.tables()) {
            tx.sql("create table %s.%s (like public.%s including all)".formatted(schema, table, table)).update();
        }
        return model.tables().size();
    }

    /// Up to where the live rows are, again and again while that brings the two much closer; the rest is done at rest.
    private void catchUp() {
        long gap = Long.MAX_VALUE;
        for (long before = gap; gap > BATCH && gap <= before; ) {
            before = gap / 2;
            var upTo = write(tx -> cursors(tx, ""));
            gap = upTo.entrySet().stream().mapToLong(one -> one.getValue() - done.getOrDefault(one.getKey(), 0L)).sum();
            sources.forEach((source, types) -> {
                while (done.getOrDefault(source.context(), 0L) < upTo.getOrDefault(source.context(), 0L)) {
                    foldNext(source, types, upTo.getOrDefault(source.context(), 0L));
                    watcher.at(sum(done), sum(upTo));
                }
            });
        }
    }

    private static long sum(Map<String, Long> positions) {
        return positions.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> cursors(Tx tx, String locked) {
        var found = new LinkedHashMap<String, Long>();
        tx.sql("select source, position from cursor where source = any(?) order by source" + locked)
                .array("text", sources.keySet(), ContextDatabase::context)
                .list(row -> found.put(row.text("source"), row.bigint("position")));
        return found;
    }

    private void foldNext(ContextDatabase source, List<String> types, long upTo) {
        var entries = range(source, types, done.getOrDefault(source.context(), 0L), upTo);
        write(tx -> fold(tx, entries));
        done.put(source.context(), passed(entries, upTo));
    }

    private static long passed(List<JournalEntry> entries, long upTo) {
        return entries.size() < BATCH ? upTo : entries.getLast().envelope().position();
    }

    private static List<JournalEntry> range(ContextDatabase source, List<String> types, long after, long upTo) {
        try (var connection = source.readingConnection()) {
            return Journal.range(connection, source.context(), after, upTo, BATCH, types);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private int fold(Tx tx, List<JournalEntry> entries) {
        if (!entries.isEmpty()) {
            tx.sql("set local search_path = %s, public".formatted(schema)).update();
            var messages = new ArrayList<Received<Message>>();
            entries.forEach(entry -> messages.add(target.received(entry)));
            model.fold().apply(messages, tx);
            tx.sql("set local search_path = public").update();
        }
        return entries.size();
    }

    /// First the tables, then the cursors: in the order in which the worker takes them.
    private Comparison compareAtRest(Tx tx, boolean exchange) {
        for (var table : model.tables()) {
            tx.sql("lock table public.%s in %s mode".formatted(table, exchange ? "access exclusive" : "share")).update();
        }
        var upTo = cursors(tx, " for update");
        sources.forEach((source, types) -> {
            long last = upTo.getOrDefault(source.context(), 0L);
            for (long at = done.getOrDefault(source.context(), 0L); at < last; ) {
                var entries = range(source, types, at, last);
                fold(tx, entries);
                at = passed(entries, last);
            }
        });
        return compared(tx, exchange);
    }

    private Comparison compared(Tx tx, boolean exchange) {
        var live = new Digest(tx, "public");
        var rebuilt = new Digest(tx, schema);
        long differing = 0;
        for (var table : model.tables()) {
            var columns = columns(tx, table);
            live.add(table, columns);
            rebuilt.add(table, columns);
            differing += differing(tx, table, columns);
            if (exchange) {
                tx.sql("truncate public." + table).update();
                tx.sql("insert into public.%s select * from %s.%s".formatted(table, schema, table)).update();
            }
        }
        return new Comparison(target.name(), model.name(), live.rows, live.digests.toString(), rebuilt.rows,
                rebuilt.digests.toString(), differing, exchange);
    }

    private String columns(Tx tx, String table) {
        return String.join(", ", tx.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = ? and not column_name = any(?) order by ordinal_position
                        """)
                .params(table)
                .array("text", List.copyOf(model.when()))
                .list(row -> row.text("column_name")));
    }

    private long differing(Tx tx, String table, String columns) {
        return tx.sql("""
                        select count(*) as n from (
                            (select %1$s from public.%2$s except all select %1$s from %3$s.%2$s)
                            union all (select %1$s from %3$s.%2$s except all select %1$s from public.%2$s)) d
                        """.formatted(columns, table, schema))
                .one(row -> row.bigint("n"));
    }

    /// Of the tables in one schema.
    private static final class Digest {
        private final Tx tx;
        private final String where;
        private long rows;
        private final List<String> digests = new ArrayList<>();

        Digest(Tx tx, String where) {
            this.tx = tx;
            this.where = where;
        }

        void add(String table, String columns) {
            digests.add(tx.sql("""
                            select count(*) as n, coalesce(sum(hashtextextended(r::text, 0)::numeric), 0)::text as digest
                            from (select %s from %s.%s) r""".formatted(columns, where, table))
                    .one(row -> {
                        rows += row.bigint("n");
                        return row.text("digest");
                    }));
        }
    }
}
