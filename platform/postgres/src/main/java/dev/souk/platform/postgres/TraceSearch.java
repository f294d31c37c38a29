package dev.souk.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Looks for values in whole databases and in files, whatever their case, also as JSON and addresses spell them.
public final class TraceSearch {
    private static final int CHUNK = 1 << 20;

    private final List<String> spellings;

    public TraceSearch(Collection<String> values) {
        var all = new LinkedHashSet<String>();
        for (var value : values) {
            var plain = value.strip().toLowerCase(Locale.ROOT);
            if (!plain.isEmpty()) {
                var json = MessageTypes.json().writeValueAsString(plain);
                all.add(plain);
                all.add(json.substring(1, json.length() - 1));
                all.add(URLEncoder.encode(plain, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
            }
        }
        this.spellings = List.copyOf(all);
    }

    private record Table(String name, List<String> texts, List<String> bytes) {}

    /// The tables of a database that hold one of the values in any column, as `<database>.<table>: n rows`.
    public List<String> in(Connection connection, String database) {
        var found = new ArrayList<String>();
        try {
            for (var table : tables(connection)) {
                long rows = count(connection, table);
                if (rows > 0) {
                    found.add(database + "." + table.name() + ": " + rows + (rows == 1 ? " row" : " rows"));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
        return found;
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        """
                        select format('%I.%I', n.nspname, c.relname) as name,
                            array_agg(format('t.%I', a.attname)) filter (where a.atttypid <> 'bytea'::regtype) as texts,
                            array_agg(format('t.%I', a.attname)) filter (where a.atttypid = 'bytea'::regtype) as bytes
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind in ('r', 'm') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
                        group by 1 order by 1
                        """);
                var rows = statement.executeQuery()) {
            var tables = new ArrayList<Table>();
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), columns(rows.getArray(2)), columns(rows.getArray(3))));
            }
            return tables;
        }
    }

    private static List<String> columns(java.sql.@org.jspecify.annotations.Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private long count(Connection connection, Table table) throws SQLException {
        var holds = new ArrayList<String>();
        if (!table.texts().isEmpty()) {
            holds.add("position(v.value in lower(concat_ws(' ', " + String.join(", ", table.texts()) + "))) > 0");
        }
        table.bytes().forEach(column -> holds.add("position(convert_to(v.value, 'UTF8') in " + column + ") > 0"));
        var sql = "select count(*) from " + table.name() + " t where exists (select from unnest(?) as v (value) where "
                + String.join(" or ", holds) + ")";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", spellings.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /// The files below a directory that hold one of the values.
    ///
    /// @param leaveOut directories and files that are not looked into
    public List<String> in(Path directory, Predicate<Path> leaveOut) {
        var found = new ArrayList<String>();
        try (var below = Files.newDirectoryStream(directory)) {
            for (var path : below) {
                if (leaveOut.test(path) || Files.isSymbolicLink(path)) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    found.addAll(in(path, leaveOut));
                } else if (Files.isRegularFile(path) && holds(path)) {
                    found.add(path.toString());
                }
            }
        } catch (NoSuchFileException e) {
            // gone while looking
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// Bytes are read as Latin-1, so that UTF-8 in any kind of file can be compared byte by byte.
    private boolean holds(Path file) throws IOException {
        var patterns = spellings.stream()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        int overlap = patterns.stream().mapToInt(String::length).max().orElse(1);
        try (var in = Files.newInputStream(file)) {
            var tail = "";
            for (var bytes = in.readNBytes(CHUNK); bytes.length > 0; bytes = in.readNBytes(CHUNK)) {
                var text = tail + lower(bytes);
                if (patterns.stream().anyMatch(text::contains)) {
                    return true;
                }
                tail = text.substring(Math.max(0, text.length() - overlap));
            }
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// ASCII letters only: the others are parts of characters here.
    private static String lower(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
                bytes[i] = (byte) (bytes[i] + 'a' - 'A');
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
