package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Looks for messages in one journal by whom they are about, who began them, or the journey they belong to. The search
/// goes through the filter `journal_by_journey`; each statement sorts only what was found, so that no plan walks along
/// the journal.
final class JournalSearch {
    private static final String FOUND =
            """
            with found as materialized (
                select position, id, target, type, version, key, aggregate_version, occurred_at, correlation_id,
                       causation_id, actor_kind, actor_id, traceparent
                from journal where %s = any(?))
            select * from found order by position desc limit ?
            """;
    private static final String BY_KEY = FOUND.formatted("key");
    private static final String BY_ACTOR = FOUND.formatted("actor_id");
    private static final String BY_JOURNEY = FOUND.formatted("correlation_id");

    private JournalSearch() {}

    static List<Envelope> ofKeys(Tx tx, String context, Collection<String> keys, int limit) {
        return find(tx, BY_KEY, "text", context, keys, limit);
    }

    static List<Envelope> ofActors(Tx tx, String context, Collection<String> actors, int limit) {
        return find(tx, BY_ACTOR, "text", context, actors, limit);
    }

    static List<Envelope> ofJourneys(Tx tx, String context, Collection<UUID> journeys, int limit) {
        return find(tx, BY_JOURNEY, "uuid", context, journeys, limit);
    }

    private static List<Envelope> find(
            Tx tx, String sql, String type, String context, Collection<?> values, int limit) {
        return values.isEmpty()
                ? List.of()
                : tx.sql(sql).array(type, List.copyOf(values)).params(limit)
                        .list(row -> Journal.envelope(row, context, row.bigint("position")));
    }

    /// Type and JSON of one message.
    record Text(Envelope envelope, String payload) {}

    static Optional<Text> at(Tx tx, String context, long position) {
        return tx.sql("select * from journal where position = ?")
                .params(position)
                .optional(row -> new Text(Journal.envelope(row, context, position), row.text("payload")));
    }
}
