package dev.souk.order.db;

import dev.souk.order.domain.Hold;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was added to the course of orders in one transaction; written at its end, one statement a table.
public final class Course {
    private record Entry(
            long number,
            String kind,
            @Nullable String status,
            @Nullable String detail,
            @Nullable String note,
            Actor by) {}

    private record Placing(long number, Hold hold) {}

    private record Ending(Hold hold, String resolution, String by) {}

    private record Due(Instant at, long number, UUID journey) {}

    private record Alarm(UUID orderId, String kind, String detail) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Placing> placed = new ArrayList<>();
    private final List<Ending> ended = new ArrayList<>();
    private final List<Due> due = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();

    public void entry(
            long number,
            String kind,
            @Nullable String status,
            @Nullable String detail,
            @Nullable String note,
            Actor by) {
        entries.add(new Entry(number, kind, status, detail, note, by));
    }

    public void placed(long number, Hold hold) {
        placed.add(new Placing(number, hold));
    }

    public void ended(Hold hold, String resolution, String by) {
        ended.add(new Ending(hold, resolution, by));
    }

    /// @param journey under which it happens then
    public void due(long number, Instant at, UUID journey) {
        due.add(new Due(at, number, journey));
    }

    public void alarm(UUID orderId, String kind, String detail) {
        alarms.add(new Alarm(orderId, kind, detail));
    }

    public void write(Tx tx) {
        writeTimeline(tx);
        writeHolds(tx);
        writeDue(tx);
        writeAlarms(tx);
    }

    private void writeTimeline(Tx tx) {
        if (entries.isEmpty()) {
            return;
        }
        var sql = tx.sql("""
                insert into order_timeline (number, kind, status, detail, note, actor_kind, actor_id, at)
                select u.*, ?::timestamptz from unnest(?, ?, ?, ?, ?, ?, ?) u""").params(tx.now());
        NewOrders.column(sql, "bigint", entries, Entry::number);
        NewOrders.column(sql, "text", entries, Entry::kind);
        NewOrders.column(sql, "text", entries, Entry::status);
        NewOrders.column(sql, "text", entries, Entry::detail);
        NewOrders.column(sql, "text", entries, Entry::note);
        NewOrders.column(sql, "text", entries, e -> e.by().kind());
        NewOrders.column(sql, "text", entries, e -> e.by().id());
        sql.update();
    }

    private void writeHolds(Tx tx) {
        if (!placed.isEmpty()) {
            var sql = tx.sql("""
                    insert into order_hold (hold_id, number, reason, automatic, customer_message, review_by, placed_at)
                    select * from unnest(?, ?, ?, ?, ?, ?, ?)""");
            NewOrders.column(sql, "uuid", placed, p -> p.hold().id());
            NewOrders.column(sql, "bigint", placed, Placing::number);
            NewOrders.column(sql, "text", placed, p -> p.hold().reason());
            NewOrders.column(sql, "boolean", placed, p -> p.hold().automatic());
            NewOrders.column(sql, "text", placed, p -> p.hold().customerMessage());
            NewOrders.column(sql, "timestamptz", placed, p -> p.hold().reviewBy());
            NewOrders.column(sql, "timestamptz", placed, p -> p.hold().placedAt());
            sql.update();
        }
        if (!ended.isEmpty()) {
            var sql = tx.sql("""
                    update order_hold h
                       set released_at = ?, resolution = v.resolution, released_by = v.by
                      from unnest(?, ?, ?) v (hold_id, resolution, by)
                     where h.hold_id = v.hold_id""").params(tx.now());
            NewOrders.column(sql, "uuid", ended, e -> e.hold().id());
            NewOrders.column(sql, "text", ended, Ending::resolution);
            NewOrders.column(sql, "text", ended, Ending::by);
            sql.update();
        }
    }

    private void writeDue(Tx tx) {
        if (due.isEmpty()) {
            return;
        }
        var sql = tx.sql("""
                insert into fulfilment_due (due_at, number, correlation_id) select * from unnest(?, ?, ?)
                on conflict do nothing""");
        NewOrders.column(sql, "timestamptz", due, Due::at);
        NewOrders.column(sql, "bigint", due, Due::number);
        NewOrders.column(sql, "uuid", due, Due::journey);
        sql.update();
    }

    private void writeAlarms(Tx tx) {
        if (alarms.isEmpty()) {
            return;
        }
        var sql = tx.sql("""
                insert into order_alarm (order_id, kind, detail, raised_at)
                select u.*, ?::timestamptz from unnest(?, ?, ?) u""").params(tx.now());
        NewOrders.column(sql, "uuid", alarms, Alarm::orderId);
        NewOrders.column(sql, "text", alarms, Alarm::kind);
        NewOrders.column(sql, "text", alarms, Alarm::detail);
        sql.update();
    }
}
