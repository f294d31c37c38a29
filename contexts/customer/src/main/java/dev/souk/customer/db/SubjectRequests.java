package dev.souk.customer.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people ask about their data, and how far it has come.
public final class SubjectRequests {
    public enum Kind {
        EXPORT,
        ERASURE
    }

    public enum State {
        COLLECTING,
        READY,
        EXPIRED,
        COOLING_OFF,
        WAITING,
        FORGETTING,
        ERASING,
        SCANNING,
        COMPLETED,
        CANCELLED
    }

    /// @param document of an export the sealed package, of an erasure the certificate
    public record Request(
            UUID requestId,
            UUID customerId,
            Kind kind,
            State state,
            Instant requestedAt,
            LocalDate dueBy,
            @Nullable Instant executeAfter,
            @Nullable UUID canaryKey,
            @Nullable Sealed<String> canaries,
            @Nullable String document,
            @Nullable String sha256,
            @Nullable Instant expiresAt,
            @Nullable Instant alarmedAt,
            @Nullable Instant completedAt,
            long version) {}

    private static final String SELECT = """
            select request_id, customer_id, kind, state, requested_at, due_by::text as due_by, execute_after, canary_key, canaries, document,
                sha256, expires_at, alarmed_at, completed_at, version
            from subject_request\s""";

    private static Request request(Row r) {
        var canaries = r.textOrNull("canaries");
        return new Request(
                r.uuid("request_id"), r.uuid("customer_id"), r.enumOf(Kind.class, "kind"), r.enumOf(State.class, "state"),
                r.instant("requested_at"), LocalDate.parse(r.text("due_by")), r.instantOrNull("execute_after"),
                r.uuidOrNull("canary_key"), canaries == null ? null : new Sealed<>(canaries), r.textOrNull("document"),
                r.textOrNull("sha256"), r.instantOrNull("expires_at"), r.instantOrNull("alarmed_at"),
                r.instantOrNull("completed_at"), r.bigint("version"));
    }

    public Optional<Request> find(Tx tx, UUID id) {
        return tx.sql(SELECT + "where request_id = ?").params(id).optional(SubjectRequests::request);
    }

    public Optional<Request> lock(Tx tx, UUID id) {
        return tx.sql(SELECT + "where request_id = ? for update").params(id).optional(SubjectRequests::request);
    }

    /// The one that is under way.
    public Optional<Request> open(Tx tx, UUID customer, Kind kind) {
        return tx.sql(SELECT + """
                where customer_id = ? and kind = ?
                    and state in ('COLLECTING', 'COOLING_OFF', 'WAITING', 'FORGETTING', 'ERASING', 'SCANNING')""")
                .params(customer, kind)
                .optional(SubjectRequests::request);
    }

    /// Newest first.
    public List<Request> of(Tx tx, UUID customer) {
        return tx.sql(SELECT + "where customer_id = ? order by request_id desc limit 100")
                .params(customer)
                .list(SubjectRequests::request);
    }

    /// Those that have not ended, oldest first.
    public List<Request> unfinished(Tx tx, int limit) {
        return tx.sql(SELECT + """
                where state in ('COLLECTING', 'COOLING_OFF', 'WAITING', 'FORGETTING', 'ERASING', 'SCANNING')
                order by requested_at limit ?""")
                .params(limit)
                .list(SubjectRequests::request);
    }

    /// Newest first.
    public List<Request> in(Tx tx, State state, int limit) {
        return tx.sql(SELECT + "where state = ? order by request_id desc limit ?")
                .params(state, limit)
                .list(SubjectRequests::request);
    }

    /// False when another one of its kind is open, or the id is taken.
    public boolean insert(Tx tx, Request r, String requestedBy, @Nullable Instant nextStep) {
        return tx.sql("""
                insert into subject_request (request_id, customer_id, kind, state, requested_by, requested_at, due_by,
                    execute_after, next_step_at, version)
                values (?, ?, ?, ?, ?, ?, cast(? as date), ?, ?, 1) on conflict do nothing""")
                .params(
                        r.requestId(), r.customerId(), r.kind(), r.state(), requestedBy, r.requestedAt(),
                        r.dueBy().toString(), r.executeAfter(), nextStep)
                .update() == 1;
    }

    /// A new state, to be looked at again at `next`; answers the new version.
    public long move(Tx tx, UUID id, State state, @Nullable Instant next) {
        boolean ended = state == State.COMPLETED || state == State.CANCELLED;
        return tx.sql("""
                update subject_request set state = ?, next_step_at = ?, version = version + 1,
                    completed_at = case when ? then cast(? as timestamptz) else completed_at end
                where request_id = ? returning version""")
                .params(state, next, ended, tx.now(), id)
                .one(r -> r.bigint("version"));
    }

    /// One more event about this request.
    public long touch(Tx tx, UUID id) {
        return tx.sql("update subject_request set version = version + 1 where request_id = ? returning version")
                .params(id)
                .one(r -> r.bigint("version"));
    }

    public long ready(Tx tx, UUID id, Sealed<String> document, String sha256, Instant expiresAt) {
        return tx.sql("""
                update subject_request set state = 'READY', document = ?, sha256 = ?, expires_at = ?, next_step_at = ?,
                    completed_at = ?, version = version + 1
                where request_id = ? returning version""")
                .params(document.text(), sha256, expiresAt, expiresAt, tx.now(), id)
                .one(r -> r.bigint("version"));
    }

    public void expire(Tx tx, UUID id) {
        tx.sql("""
                update subject_request set state = 'EXPIRED', document = null, next_step_at = null, version = version + 1
                where request_id = ?""")
                .params(id)
                .update();
    }

    public void forget(Tx tx, UUID id, UUID canaryKey, Sealed<String> canaries) {
        tx.sql("""
                update subject_request set state = 'FORGETTING', canary_key = ?, canaries = ?, next_step_at = ?,
                    version = version + 1
                where request_id = ?""")
                .params(canaryKey, canaries.text(), tx.now(), id)
                .update();
    }

    public long certified(Tx tx, UUID id, String certificate, String sha256) {
        return tx.sql("""
                update subject_request set state = 'COMPLETED', document = ?, sha256 = ?, canaries = null, canary_key = null,
                    next_step_at = null, completed_at = ?, version = version + 1
                where request_id = ? returning version""")
                .params(certificate, sha256, tx.now(), id)
                .one(r -> r.bigint("version"));
    }

    /// Those whose next step is due, locked; scans are not steps.
    public List<Request> due(Tx tx, int limit) {
        return tx.sql(SELECT + """
                where next_step_at <= ? and state <> 'SCANNING' order by next_step_at limit ? for update skip locked""")
                .params(tx.now(), limit)
                .list(SubjectRequests::request);
    }

    /// One whose traces are to be looked for.
    public Optional<Request> toScan(Tx tx, Instant now) {
        return tx.sql(SELECT + "where next_step_at <= ? and state = 'SCANNING' order by next_step_at limit 1")
                .params(now)
                .optional(SubjectRequests::request);
    }

    /// Those that have been open for too long and of which nobody was told, locked.
    public List<Request> overdue(Tx tx, Instant requestedBefore, int limit) {
        return tx.sql(SELECT + """
                where requested_at <= ? and alarmed_at is null
                    and state in ('COLLECTING', 'WAITING', 'FORGETTING', 'ERASING', 'SCANNING')
                order by requested_at limit ? for update skip locked""")
                .params(requestedBefore, limit)
                .list(SubjectRequests::request);
    }

    public long alarmed(Tx tx, UUID id) {
        return tx.sql("""
                update subject_request set alarmed_at = ?, version = version + 1 where request_id = ? returning version""")
                .params(tx.now(), id)
                .one(r -> r.bigint("version"));
    }
}
