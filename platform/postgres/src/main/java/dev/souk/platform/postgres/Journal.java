package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Row;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;

/// The journal table of one context. Both inserts draw the transaction id before the first position, which the gap
/// rule of [JournalReader] relies on: whoever owns a position had its transaction id earlier.
final class Journal {
    private static final String COLUMNS =
            """
            position, id, target, type, version, key, aggregate_version, occurred_at, recorded_at, correlation_id,
            causation_id, actor_kind, actor_id, traceparent""";
    private static final String APPEND_ONE =
            """
            with me as materialized (select pg_current_xact_id())
            insert into journal (id, target, type, version, key, aggregate_version, occurred_at, correlation_id,
                                 causation_id, actor_kind, actor_id, traceparent, payload)
            select ?::uuid, ?::text, ?, ?, ?, ?::bigint, ?::timestamptz, ?::uuid, ?::uuid, ?, ?, ?::text, ? from me
            returning position
            """;
    private static final String APPEND_MANY =
            """
            with me as materialized (select pg_current_xact_id())
            insert into journal (id, target, type, version, key, aggregate_version, occurred_at, correlation_id,
                                 causation_id, actor_kind, actor_id, traceparent, payload)
            select m.* from me, unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                                       ?::timestamptz[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                                       ?::text[]) as m
            returning position
            """;
    private static final String READ =
            "select " + COLUMNS
                    + """
            , case when type = any(?) then payload end as payload
            from journal where position > ? order by position limit ?
            """;
    private static final String READ_RANGE =
            "select " + COLUMNS
                    + """
            , payload from journal where position > ? and position <= ? and type = any(?) order by position limit ?
            """;

    private Journal() {}

    /// A message about to be written.
    record Outgoing(Envelope envelope, Message message, String payload) {}

    /// Writes them in order and answers their positions.
    static List<Long> append(Connection connection, List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        if (messages.size() == 1) {
            var m = messages.getFirst();
            var e = m.envelope();
            var c = e.cause();
            return new JdbcSql(connection, APPEND_ONE)
                    .params(e.id(), e.target(), e.type(), e.version(), e.key(), e.aggregateVersion(), e.occurredAt())
                    .params(c.correlationId(), c.causationId(), c.actor().kind(), c.actor().id(), c.traceparent())
                    .params(m.payload())
                    .list(row -> row.bigint("position"));
        }
        return new JdbcSql(connection, APPEND_MANY)
                .array("uuid", messages, m -> m.envelope().id())
                .array("text", messages, m -> m.envelope().target())
                .array("text", messages, m -> m.envelope().type())
                .array("text", messages, m -> m.envelope().version())
                .array("text", messages, m -> m.envelope().key())
                .array("bigint", messages, m -> m.envelope().aggregateVersion())
                .array("timestamptz", messages, m -> m.envelope().occurredAt())
                .array("uuid", messages, m -> m.envelope().cause().correlationId())
                .array("uuid", messages, m -> m.envelope().cause().causationId())
                .array("text", messages, m -> m.envelope().cause().actor().kind())
                .array("text", messages, m -> m.envelope().cause().actor().id())
                .array("text", messages, m -> m.envelope().cause().traceparent())
                .array("text", messages, Outgoing::payload)
                .list(row -> row.bigint("position"));
    }

    /// Rows after `position` that are visible now, gaps and all; payloads only of `types`.
    static List<JournalEntry> after(
            Connection connection, String context, long position, int limit, Collection<String> types) {
        return new JdbcSql(connection, READ)
                .array("text", List.copyOf(types))
                .params(position, limit)
                .list(row -> entry(row, context));
    }

    /// Rows of `types` in `(after, upTo]`; `upTo` must be known to have no open gap below it.
    static List<JournalEntry> range(
            Connection connection, String context, long after, long upTo, int limit, Collection<String> types) {
        return new JdbcSql(connection, READ_RANGE)
                .params(after, upTo)
                .array("text", List.copyOf(types))
                .params(limit)
                .list(row -> entry(row, context));
    }

    private static JournalEntry entry(Row row, String context) {
        var payload = row.textOrNull("payload");
        return new JournalEntry(
                envelope(row, context, row.bigint("position")),
                payload == null ? "" : payload,
                row.instant("recorded_at"));
    }

    /// The envelope in a row with the journal's column names.
    static Envelope envelope(Row row, String context, long position) {
        var cause = new Cause(
                row.uuid("correlation_id"),
                row.uuid("causation_id"),
                new Actor(row.enumOf(Actor.Kind.class, "actor_kind"), row.text("actor_id")),
                row.textOrNull("traceparent"));
        return new Envelope(
                row.uuid("id"),
                row.text("type"),
                row.text("version"),
                context,
                row.textOrNull("target"),
                row.text("key"),
                row.bigint("aggregate_version"),
                position,
                row.instant("occurred_at"),
                cause);
    }
}
