package dev.souk.identity.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One-time links that go out by mail.
public final class Links {
    /// What a link is for.
    public enum Purpose {
        RESET,
        VERIFY,
        INVITE
    }

    /// @param email the address to be verified
    /// @param login its blind index
    public record Link(
            UUID ref, UUID identityId, Purpose purpose, @Nullable Sealed<String> email, @Nullable String login,
            Instant expiresAt, @Nullable Instant usedAt) {
        public boolean good(Instant now) {
            return usedAt == null && now.isBefore(expiresAt);
        }
    }

    /// Earlier links for the same purpose end.
    public Link open(Tx tx, UUID identity, Purpose purpose, @Nullable Sealed<String> email, @Nullable String login, Duration life) {
        tx.sql("update one_time_link set used_at = ? where identity_id = ? and purpose = ? and used_at is null")
                .params(tx.now(), identity, purpose)
                .update();
        var link = new Link(tx.newId(), identity, purpose, email, login, tx.now().plus(life), null);
        tx.sql("insert into one_time_link (ref, identity_id, purpose, email, login, expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(link.ref(), identity, purpose, email == null ? null : email.text(), login, link.expiresAt())
                .update();
        return link;
    }

    public void token(Tx tx, UUID ref, String hash) {
        tx.sql("insert into one_time_token (hash, ref) values (?, ?)").params(hash, ref).update();
    }

    public Optional<Link> byRef(Tx tx, UUID ref) {
        return tx.sql("select l.* from one_time_link l where l.ref = ? for update").params(ref).optional(Links::link);
    }

    public Optional<Link> byToken(Tx tx, String hash) {
        return tx.sql("select l.* from one_time_token t join one_time_link l on l.ref = t.ref where t.hash = ? for update of l")
                .params(hash)
                .optional(Links::link);
    }

    private static Link link(Row row) {
        var email = row.textOrNull("email");
        return new Link(
                row.uuid("ref"), row.uuid("identity_id"), row.enumOf(Purpose.class, "purpose"),
                email == null ? null : new Sealed<>(email), row.textOrNull("login"), row.instant("expires_at"),
                row.instantOrNull("used_at"));
    }

    public void use(Tx tx, UUID ref) {
        tx.sql("update one_time_link set used_at = ? where ref = ?").params(tx.now(), ref).update();
    }

    public int purge(Tx tx, Instant before) {
        return tx.sql(
                        """
                        delete from one_time_link where ref in (
                            select ref from one_time_link where expires_at < ? limit 500 for update skip locked)
                        """)
                .params(before)
                .update();
    }
}
