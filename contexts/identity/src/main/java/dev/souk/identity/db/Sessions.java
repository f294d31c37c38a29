package dev.souk.identity.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sessions and their refresh tokens. A session is the family of its tokens.
public final class Sessions {
    private static final String COLUMNS =
            "s.id, s.identity_id, s.client_id, s.scope, s.methods, s.signed_in_at, s.device, s.network, s.last_used_at,"
                    + " s.idle_until, s.ends_at, s.ended_at";

    /// One sign-in at one client.
    public record Session(
            UUID id, UUID identityId, String clientId, String scope, Set<String> methods, Instant signedInAt,
            @Nullable Sealed<String> device, @Nullable Sealed<String> network, Instant lastUsedAt, Instant idleUntil,
            Instant endsAt, @Nullable Instant endedAt) {
        public boolean open(Instant now) {
            return endedAt == null && now.isBefore(idleUntil) && now.isBefore(endsAt);
        }
    }

    /// A refresh token and the session that it continues.
    public record Held(Session session, @Nullable Instant usedAt) {}

    public void insert(Tx tx, Session session) {
        tx.sql(
                        """
                        insert into session (id, identity_id, client_id, scope, methods, signed_in_at, device, network,
                                             last_used_at, idle_until, ends_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        session.id(), session.identityId(), session.clientId(), session.scope(),
                        String.join(" ", session.methods()), session.signedInAt(), text(session.device()),
                        text(session.network()), session.lastUsedAt(), session.idleUntil(), session.endsAt())
                .update();
    }

    private static @Nullable String text(@Nullable Sealed<String> sealed) {
        return sealed == null ? null : sealed.text();
    }

    private static @Nullable Sealed<String> sealed(@Nullable String text) {
        return text == null ? null : new Sealed<>(text);
    }

    private static Session session(Row row) {
        return new Session(
                row.uuid("id"), row.uuid("identity_id"), row.text("client_id"), row.text("scope"),
                Words.set(row.text("methods")), row.instant("signed_in_at"), sealed(row.textOrNull("device")),
                sealed(row.textOrNull("network")), row.instant("last_used_at"), row.instant("idle_until"),
                row.instant("ends_at"), row.instantOrNull("ended_at"));
    }

    public void keep(Tx tx, String refreshHash, UUID session) {
        tx.sql("insert into refresh_token (hash, session_id) values (?, ?)").params(refreshHash, session).update();
    }

    /// The token with its session, which nobody else touches until this transaction has ended.
    public Optional<Held> held(Tx tx, String refreshHash) {
        return tx.sql("select " + COLUMNS
                        + ", r.used_at from refresh_token r join session s on s.id = r.session_id where r.hash = ? for update of s")
                .params(refreshHash)
                .optional(row -> new Held(session(row), row.instantOrNull("used_at")));
    }

    public void used(Tx tx, String refreshHash, UUID session, Duration idle) {
        tx.sql("update refresh_token set used_at = coalesce(used_at, ?) where hash = ?").params(tx.now(), refreshHash).update();
        tx.sql("update session set last_used_at = ?, idle_until = ? where id = ?")
                .params(tx.now(), tx.now().plus(idle), session)
                .update();
    }

    public Optional<Session> byId(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from session s where s.id = ?").params(id).optional(Sessions::session);
    }

    public List<Session> open(Tx tx, UUID identity) {
        return tx.sql("select " + COLUMNS + " from session s where s.identity_id = ? and s.ended_at is null and s.idle_until > ?"
                        + " order by s.last_used_at desc limit 100")
                .params(identity, tx.now())
                .list(Sessions::session);
    }

    /// Answers false when it had ended already, or is not this identity's.
    public boolean end(Tx tx, UUID identity, UUID session, String reason) {
        return tx.sql("update session set ended_at = ?, end_reason = ? where id = ? and identity_id = ? and ended_at is null")
                        .params(tx.now(), reason, session, identity)
                        .update()
                > 0;
    }

    /// Ends all sessions of somebody, those of the browser at the sign-in pages too.
    ///
    /// @param but stays open; null for none
    public int endAll(Tx tx, UUID identity, @Nullable UUID but, String reason) {
        tx.sql("delete from sign_on where identity_id = ?").params(identity).update();
        tx.sql("delete from authorization_code where identity_id = ? and session_id is null").params(identity).update();
        return tx.sql("update session set ended_at = ?, end_reason = ? where identity_id = ? and ended_at is null and id is distinct from ?")
                .params(tx.now(), reason, identity, but)
                .update();
    }

    /// Sessions that ended not long ago: their access tokens have not expired yet.
    public Set<UUID> ended(Tx tx, Instant since) {
        return Set.copyOf(tx.sql(
                        """
                        select id from session where ended_at >= ?
                        union all select id from forgotten_session where ended_at >= ?
                        """)
                .params(since, since)
                .list(row -> row.uuid("id")));
    }

    /// Before the sessions of somebody are deleted: that they have ended must be known for as long as their tokens live.
    public void forget(Tx tx, UUID identity) {
        tx.sql(
                        """
                        insert into forgotten_session (id, ended_at)
                        select id, coalesce(ended_at, ?) from session where identity_id = ? on conflict do nothing
                        """)
                .params(tx.now(), identity)
                .update();
    }

    /// What has ended long ago.
    public int purge(Tx tx, Instant before) {
        return tx.sql(
                        """
                        delete from session where id in (
                            select id from session where ended_at < ? limit 500 for update skip locked)
                        """)
                        .params(before)
                        .update()
                + tx.sql("delete from forgotten_session where ended_at < ?").params(before).update()
                + tx.sql(
                                """
                                delete from session where id in (
                                    select id from session where ended_at is null and idle_until < ? limit 500 for update skip locked)
                                """)
                        .params(before)
                        .update();
    }
}
