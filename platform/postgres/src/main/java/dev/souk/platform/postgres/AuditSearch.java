package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks into the audit log of one context, newest first.
///
/// @param person only rows about this person's data; null for all
/// @param actor only what this member of staff or service did; null for all
/// @param from no row before
/// @param to no row at or after
public record AuditSearch(@Nullable UUID person, @Nullable String actor, Instant from, Instant to) {
    /// One row.
    ///
    /// @param purpose sealed for the person
    /// @param place in the chain; null for the second or two before it has one
    public record Found(
            long id, Instant at, String actorKind, String actorId, String roles, String action, String target,
            @Nullable UUID person, @Nullable Sealed<String> purpose, UUID correlationId, @Nullable Long place) {}

    /// @param before rows of exactly this instant count when their id is smaller than `beforeId`
    List<Found> in(Tx tx, Instant before, long beforeId, int limit) {
        return tx.sql("""
                        select id, at, actor_kind, actor_id, roles, action, target, person, purpose, correlation_id, place
                        from audit where at >= ? and (at, id) < (?, ?)
                        """ + (person == null ? "" : " and person = ?") + (actor == null ? "" : " and actor_id = ?")
                        + " order by at desc, id desc limit ?")
                .params(from, before, beforeId)
                .params(given(person, actor))
                .params(limit)
                .list(AuditSearch::found);
    }

    private static Object[] given(@Nullable Object... values) {
        return java.util.Arrays.stream(values).filter(java.util.Objects::nonNull).toArray();
    }

    private static Found found(Row row) {
        var purpose = row.textOrNull("purpose");
        return new Found(
                row.bigint("id"), row.instant("at"), row.text("actor_kind"), row.text("actor_id"), row.text("roles"),
                row.text("action"), row.text("target"), row.uuidOrNull("person"),
                purpose == null ? null : new Sealed<>(purpose), row.uuid("correlation_id"), row.bigintOrNull("place"));
    }
}
