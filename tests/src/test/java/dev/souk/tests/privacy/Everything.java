package dev.souk.tests.privacy;

import dev.souk.platform.messaging.Trace;
import dev.souk.platform.postgres.TraceSearch;
import dev.souk.tests.souk.RunningSouk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All that an installation keeps, seen past its contexts: every row of every database, every file of the data directory
/// with those of the database server (old rows, write-ahead log).
final class Everything {
    private static final String LEDGER = "ledger.jsonl";

    private Everything() {}

    private static List<String> databases(RunningSouk souk) {
        return Stream.concat(souk.contexts().stream().map(each -> each.name()), Stream.of("vault"))
                .map("souk_"::concat)
                .toList();
    }

    /// Places where one of the traces is to be read. The provider's own ledger is another company's.
    static List<String> holding(RunningSouk souk, List<Trace> traces) throws SQLException {
        var search = new TraceSearch(traces);
        var found = new ArrayList<String>();
        for (var name : databases(souk)) {
            try (var session = souk.behind().database(name)) {
                found.addAll(search.in(session, name));
                flush(session);
            }
        }
        found.addAll(search.in(souk.behind().data(), path -> path.endsWith(LEDGER)));
        return found;
    }

    /// So that the files show what the server still has in memory.
    private static void flush(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /// Columns and members of messages that are exactly this text.
    static List<String> saying(RunningSouk souk, String text) throws SQLException {
        var found = new ArrayList<String>();
        for (var name : databases(souk)) {
            try (var session = souk.behind().database(name)) {
                for (var table : tables(session)) {
                    if (rows(session, "select count(*) from " + table
                            + " t where position('\"" + text + "\"' in replace(to_jsonb(t)::text, '\\', '')) > 0") > 0) {
                        found.add(name + "." + table);
                    }
                }
            }
        }
        return found;
    }

    /// Every sealed text of this person in every table of every database.
    static List<String> sealed(RunningSouk souk, String person) throws SQLException {
        var found = new ArrayList<String>();
        for (var name : databases(souk)) {
            try (var session = souk.behind().database(name)) {
                for (var table : tables(session)) {
                    try (var statement = session.createStatement();
                            var rows = statement.executeQuery("select m[1] from " + table
                                    + " t, regexp_matches(to_jsonb(t)::text, 's1\\." + person + "\\.[A-Za-z0-9_-]+', 'g') m")) {
                        while (rows.next()) {
                            found.add(rows.getString(1));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("""
                        select format('%I', c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname = 'public'
                        """)) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static long rows(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
