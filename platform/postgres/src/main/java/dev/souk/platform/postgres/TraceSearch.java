package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Trace;
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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks for traces in whole databases and in files, whatever their case, also as JSON and addresses spell them.
public final class TraceSearch {
    private static final int CHUNK = 1 << 20;
    private static final int LONGEST_LINE = 1 << 16;

    /// For each trace the spellings of each of its texts.
    private final List<List<List<String>>> traces;
    private final int longest;

    public TraceSearch(Collection<Trace> sought) {
        this.traces = sought.stream()
                .map(trace -> trace.together().stream().map(TraceSearch::spellings).toList())
                .distinct()
                .toList();
        this.longest = traces.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .mapToInt(text -> latin(text).length())
                .max()
                .orElse(0);
    }

    /// Rows and files are compared with their ASCII letters made small, the only ones that PostgreSQL knows here.
    private static List<String> spellings(String text) {
        var plain = text.strip();
        return Stream.of(plain, plain.toLowerCase(Locale.ROOT), plain.toUpperCase(Locale.ROOT))
                .flatMap(form -> Stream.of(form, json(form), URLEncoder.encode(form, StandardCharsets.UTF_8)))
                .map(TraceSearch::lower)
                .distinct()
                .toList();
    }

    private static String json(String text) {
        var quoted = MessageTypes.json().writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private record Table(String name, List<String> texts, List<String> bytes) {}

    /// The tables of a database that hold one of the traces in the columns of a row, as `<database>.<table>: n rows`.
    public List<String> in(Connection connection, String database) {
        var found = new ArrayList<String>();
        if (traces.isEmpty()) {
            return found;
        }
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

    /// Each row as one line of text; bytes as PostgreSQL escapes them, with ASCII as it is.
    private long count(Connection connection, Table table) throws SQLException {
        var columns = new ArrayList<>(table.texts());
        table.bytes().forEach(column -> columns.add("encode(" + column + ", 'escape')"));
        var sql = "select count(*) from " + table.name() + " t cross join lateral (select lower(concat_ws(' ', "
                + String.join(", ", columns) + ")) as line offset 0) x where " + condition();
        try (var statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (var trace : traces) {
                for (var spellings : trace) {
                    statement.setArray(at++, connection.createArrayOf("text", stored(spellings)));
                }
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private String condition() {
        var any = "exists (select from unnest(?) as v (text) where position(v.text in x.line) > 0)";
        return traces.stream()
                .map(trace -> "(" + String.join(" and ", Collections.nCopies(trace.size(), any)) + ")")
                .collect(Collectors.joining(" or "));
    }

    /// With what becomes of letters beyond ASCII in a column of bytes.
    private static Object[] stored(List<String> spellings) {
        return spellings.stream().flatMap(text -> Stream.of(text, escaped(text))).distinct().toArray();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (var each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each < 0) {
                escaped.append("\\%03o".formatted(each & 0xff));
            } else {
                escaped.append((char) each);
            }
        }
        return escaped.toString();
    }

    /// The files below a directory that hold one of the traces.
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
        var patterns = traces.stream()
                .map(trace -> trace.stream().map(all -> all.stream().map(TraceSearch::latin).toList()).toList())
                .toList();
        try (var in = Files.newInputStream(file)) {
            var tail = "";
            for (var bytes = in.readNBytes(CHUNK); bytes.length > 0; bytes = in.readNBytes(CHUNK)) {
                var text = tail + lower(new String(bytes, StandardCharsets.ISO_8859_1));
                if (patterns.stream().anyMatch(pattern -> holds(text, pattern))) {
                    return true;
                }
                tail = text.substring(unfinished(text));
            }
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// Several texts count when they stand in one line.
    private static boolean holds(String text, List<List<String>> pattern) {
        boolean somewhere = pattern.stream().allMatch(part -> part.stream().anyMatch(text::contains));
        return somewhere
                && (pattern.size() == 1
                        || text.lines().anyMatch(line -> pattern.stream().allMatch(part -> part.stream().anyMatch(line::contains))));
    }

    /// Where the last line begins, or as much of its end as can hold the beginning of a text.
    private int unfinished(String text) {
        int line = text.lastIndexOf('\n') + 1;
        return text.length() - line <= LONGEST_LINE ? line : Math.max(0, text.length() - longest);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String lower(String text) {
        return text.chars()
                .map(TraceSearch::lower)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int lower(int letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter;
    }
}
