package dev.souk.customer.db;

import dev.souk.contracts.customer.DataExportPartReady;
import dev.souk.contracts.customer.ErasurePartCompleted;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the contexts answer to a request, one row for each id of the person.
public final class RequestParts {
    public record Part(
            UUID subjectId,
            String context,
            @Nullable Instant answeredAt,
            int records,
            @Nullable String sha256,
            @Nullable Sealed<String> part,
            int deleted,
            int pseudonymised,
            int retained,
            @Nullable String retentionBasis) {}

    /// Everybody who has to answer.
    public void expect(Tx tx, UUID request, Collection<UUID> subjects, Collection<String> contexts) {
        var ids = new ArrayList<UUID>();
        var names = new ArrayList<String>();
        for (var subject : subjects) {
            for (var context : contexts) {
                ids.add(subject);
                names.add(context);
            }
        }
        tx.sql("""
                insert into subject_request_part (request_id, subject_id, context)
                select cast(? as uuid), v.* from unnest(?, ?) as v on conflict do nothing""")
                .params(request)
                .array("uuid", ids)
                .array("text", names)
                .update();
    }

    /// An answer counts once, also from a context that nobody asked; not for a stranger.
    public boolean answered(Tx tx, DataExportPartReady e) {
        return tx.sql("""
                insert into subject_request_part as p (request_id, subject_id, context, answered_at, records, sha256, part)
                select r.request_id, cast(? as uuid), ?, ?, ?, ?, ? from subject_request r
                where r.request_id = ? and exists (select from subject_request_part o
                    where o.request_id = r.request_id and o.subject_id = ?)
                on conflict (request_id, subject_id, context) do update set answered_at = excluded.answered_at,
                    records = excluded.records, sha256 = excluded.sha256, part = excluded.part
                where p.answered_at is null""")
                .params(
                        e.customerId(), e.context(), tx.now(), e.records(), e.sha256(), e.part().text(), e.requestId(),
                        e.customerId())
                .update() == 1;
    }

    public boolean answered(Tx tx, ErasurePartCompleted e) {
        return tx.sql("""
                insert into subject_request_part as p (request_id, subject_id, context, answered_at, deleted, pseudonymised,
                    retained, retention_basis, sha256)
                select r.request_id, cast(? as uuid), ?, ?, ?, ?, ?, ?, ? from subject_request r
                where r.request_id = ? and exists (select from subject_request_part o
                    where o.request_id = r.request_id and o.subject_id = ?)
                on conflict (request_id, subject_id, context) do update set answered_at = excluded.answered_at,
                    deleted = excluded.deleted, pseudonymised = excluded.pseudonymised, retained = excluded.retained,
                    retention_basis = excluded.retention_basis, sha256 = excluded.sha256
                where p.answered_at is null""")
                .params(
                        e.customerId(), e.context(), tx.now(), e.deleted(), e.pseudonymised(), e.retained(),
                        e.retentionBasis(), e.digest(), e.requestId(), e.customerId())
                .update() == 1;
    }

    public boolean allIn(Tx tx, UUID request) {
        return tx.sql("""
                select not exists (select from subject_request_part where request_id = ? and answered_at is null) as done""")
                .params(request)
                .one(r -> r.bool("done"));
    }

    public List<Part> of(Tx tx, UUID request) {
        return tx.sql("""
                select subject_id, context, answered_at, records, sha256, part, deleted, pseudonymised, retained, retention_basis
                from subject_request_part where request_id = ? order by context, subject_id""")
                .params(request)
                .list(RequestParts::part);
    }

    private static Part part(Row r) {
        var part = r.textOrNull("part");
        return new Part(
                r.uuid("subject_id"), r.text("context"), r.instantOrNull("answered_at"), r.integer("records"),
                r.textOrNull("sha256"), part == null ? null : new Sealed<>(part), r.integer("deleted"),
                r.integer("pseudonymised"), r.integer("retained"), r.textOrNull("retention_basis"));
    }

    /// Once the package is made, the parts are not kept a second time.
    public void drop(Tx tx, UUID request) {
        tx.sql("update subject_request_part set part = null where request_id = ?").params(request).update();
    }
}
