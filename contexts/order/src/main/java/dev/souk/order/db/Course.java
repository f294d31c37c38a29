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
        tx.sql("""
                insert into order_timeline (number, kind, status, detail, note, actor_kind, actor_id, at)
                select u.*, ?::timestamptz from unnest(?, ?, ?, ?, ?, ?, ?) u""").params(tx.now())
                .array("bigint", entries, Entry::number)
                .array("text", entries, Entry::kind)
                .array("text", entries, Entry::status)
                .array("text", entries, Entry::detail)
                .array("text", entries, Entry::note)
                .array("text", entries, e -> e.by().kind())
                .array("text", entries, e -> e.by().id())
                .update();
    }

    private void writeHolds(Tx tx) {
        if (!placed.isEmpty()) {
            tx.sql("""
                    insert into order_hold (hold_id, number, reason, automatic, customer_message, review_by, placed_at)
                    select * from unnest(?, ?, ?, ?, ?, ?, ?)""")
                    .array("uuid", placed, p -> p.hold().id())
                    .array("bigint", placed, Placing::number)
                    .array("text", placed, p -> p.hold().reason())
                    .array("boolean", placed, p -> p.hold().automatic())
                    .array("text", placed, p -> p.hold().customerMessage())
                    .array("timestamptz", placed, p -> p.hold().reviewBy())
                    .array("timestamptz", placed, p -> p.hold().placedAt())
                    .update();
        }
        if (!ended.isEmpty()) {
            tx.sql("""
                    update order_hold h
                       set released_at = ?, resolution = v.resolution, released_by = v.by
                      from unnest(?, ?, ?) v (hold_id, resolution, by)
                     where h.hold_id = v.hold_id""").params(tx.now())
                    .array("uuid", ended, e -> e.hold().id())
                    .array("text", ended, Ending::resolution)
                    .array("text", ended, Ending::by)
                    .update();
        }
    }

    private void writeDue(Tx tx) {
        if (due.isEmpty()) {
            return;
        }
        tx.sql("""
                insert into fulfilment_due (due_at, number, correlation_id) select * from unnest(?, ?, ?)
                on conflict do nothing""")
                .array("timestamptz", due, Due::at)
                .array("bigint", due, Due::number)
                .array("uuid", due, Due::journey)
                .update();
    }

    private void writeAlarms(Tx tx) {
        if (alarms.isEmpty()) {
            return;
        }
        tx.sql("""
                insert into order_alarm (order_id, kind, detail, raised_at)
                select u.*, ?::timestamptz from unnest(?, ?, ?) u""").params(tx.now())
                .array("uuid", alarms, Alarm::orderId)
                .array("text", alarms, Alarm::kind)
                .array("text", alarms, Alarm::detail)
                .update();
    }
}
