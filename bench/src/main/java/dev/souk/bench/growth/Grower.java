package dev.souk.bench.growth;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Grows one database: multiplies the pattern's rows table by table, with one statement for some ten thousand orders.
final class Grower {
    private static final long CHUNK = 50_000;
    private static final String DIGITS = "[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})\\M";
    private static final String FIRST = "\\m[0-9a-f]{8}(-[0-9a-f]{4}-";

    private final Connection connection;
    private final Extent extent;
    private final Pattern pattern;

    Grower(Connection connection, Extent extent, Pattern pattern) throws SQLException {
        this.connection = connection;
        this.extent = extent;
        this.pattern = pattern;
        connection.setAutoCommit(true);
        run("set work_mem = '64MB'");
        // ids within any text, their first digits left out: a mark for random ones, another for those with a time
        run("""
            create function pg_temp.marked(text) returns text language sql immutable as $$
                select regexp_replace(regexp_replace($1, '%s7%s', E'\\x02\\\\1', 'g'), '%s[4568]%s', E'\\x01\\\\1', 'g') $$"""
                .formatted(FIRST, DIGITS, FIRST, DIGITS));
        run("create temp table member (id uuid primary key, grp int not null)");
    }

    void grow(Copies copies) throws SQLException {
        members(copies.kind() == Copies.Kind.CARTS ? pattern.carts() : pattern.orders());
        var columns = columns(copies.table());
        run("drop table if exists pattern");
        run("create temp table pattern as select m.grp as _grp, row_number() over (partition by m.grp order by %s) as _nth, %s from %s"
                .formatted(orderOf(copies), String.join(", ", columns.stream().map(Column::marked).toList()), copies.from()));
        run("create unique index on pattern (_grp, _nth)");
        run("analyze pattern");
        long all = copies.kind() == Copies.Kind.CARTS ? extent.carts() : extent.orders();
        int groups = copies.kind() == Copies.Kind.CARTS ? pattern.carts().size() : extent.groups();
        long from = copies.kind() == Copies.Kind.MESSAGES ? extent.orders() - extent.journalOrders() : 0;
        if (groups == 0) {
            return;
        }
        var names = String.join(", ", columns.stream().map(Column::name).toList());
        var values = values(copies, columns);
        for (; from < all; from += CHUNK) {
            run("insert into %s (%s) select %s from %s, lateral (select * from pattern where _grp = s.grp order by _nth) p"
                    .formatted(copies.table(), names, values, extent.series(from, Math.min(all, from + CHUNK), all, groups)));
        }
    }

    private static String orderOf(Copies copies) {
        return copies.order().equals("1") ? "t.ctid" : "t." + copies.order();
    }

    private void members(List<List<UUID>> groups) throws SQLException {
        run("truncate member");
        try (var insert = connection.prepareStatement("insert into member values (?, ?) on conflict do nothing")) {
            for (int group = 0; group < groups.size(); group++) {
                for (var id : groups.get(group)) {
                    insert.setObject(1, id);
                    insert.setInt(2, group);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        run("analyze member");
    }

    private record Column(String name, String type) {
        boolean hasIds() {
            return type.equals("uuid") || type.equals("text");
        }

        String marked() {
            return hasIds() ? "pg_temp.marked(t.%s::text) as %s".formatted(name, name) : "t." + name;
        }

        String copied() {
            return switch (type) {
                case "uuid" -> "replace(replace(p.%s, E'\\x01', s.random), E'\\x02', s.timed)::uuid".formatted(name);
                case "text" -> "replace(replace(p.%s, E'\\x01', s.random), E'\\x02', s.timed)".formatted(name);
                case "timestamp with time zone" -> "p.%s + s.shift".formatted(name);
                default -> "p." + name;
            };
        }
    }

    private List<Column> columns(String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.prepareStatement("""
                select column_name, data_type from information_schema.columns
                where table_schema = 'public' and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER'
                order by ordinal_position""")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return columns;
    }

    private String values(Copies copies, List<Column> columns) throws SQLException {
        var values = new ArrayList<String>();
        for (var column : columns) {
            var instead = copies.instead().get(column.name());
            if (instead != null) {
                values.add(instead);
            } else if (column.type().equals("text") && !marks(column)) {
                values.add("p." + column.name());
            } else {
                values.add(column.copied());
            }
        }
        return String.join(", ", values);
    }

    private boolean marks(Column column) throws SQLException {
        return number("select count(*) from pattern where %s ~ E'[\\x01\\x02]'".formatted(column.name())) > 0;
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    String text(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    Extent extent() {
        return extent;
    }
}
