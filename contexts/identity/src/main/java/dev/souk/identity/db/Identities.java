package dev.souk.identity.db;

import dev.souk.identity.domain.Lockout;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Logins and their passwords.
public final class Identities {
    private static final String ACCOUNT =
            """
            select i.id, i.customer_id, i.email, i.email_verified, i.status, i.failures, i.locked_until, c.hash
            from identity i left join credential c on c.identity_id = i.id
            """;

    /// Answers false when there is such an identity or such a login already.
    public boolean insert(Tx tx, UUID id, @Nullable UUID customerId, @Nullable String login, @Nullable Sealed<String> email) {
        return tx.sql(
                        """
                        insert into identity (id, customer_id, login, email, status, matched, created_at)
                        values (?, ?, ?, ?, 'ACTIVE', ?, ?) on conflict do nothing
                        """)
                        .params(id, customerId, login, email == null ? null : email.text(), customerId == null, tx.now())
                        .update()
                > 0;
    }

    public void password(Tx tx, UUID id, String hash) {
        tx.sql(
                        """
                        insert into credential (identity_id, hash, changed_at) values (?, ?, ?)
                        on conflict (identity_id) do update set hash = excluded.hash, changed_at = excluded.changed_at
                        """)
                .params(id, hash, tx.now())
                .update();
    }

    public Optional<Account> byLogin(Tx tx, String login) {
        return tx.sql(ACCOUNT + "where i.login = ?").params(login).optional(Identities::account);
    }

    public Optional<Account> byId(Tx tx, UUID id) {
        return tx.sql(ACCOUNT + "where i.id = ?").params(id).optional(Identities::account);
    }

    /// Others wait until this transaction has ended.
    public Optional<Account> locked(Tx tx, UUID id) {
        return tx.sql(ACCOUNT + "where i.id = ? for update of i").params(id).optional(Identities::account);
    }

    private static Account account(Row row) {
        var email = row.textOrNull("email");
        return new Account(
                row.uuid("id"), row.uuidOrNull("customer_id"), email == null ? null : new Sealed<>(email),
                row.bool("email_verified"), row.text("status").equals("ACTIVE"),
                new Lockout(row.integer("failures"), row.instantOrNull("locked_until")), row.textOrNull("hash"));
    }

    public void lockout(Tx tx, UUID id, Lockout lockout) {
        tx.sql("update identity set failures = ?, locked_until = ? where id = ?")
                .params(lockout.failures(), lockout.until(), id)
                .update();
    }

    public void signedIn(Tx tx, UUID id) {
        tx.sql("update identity set failures = 0, locked_until = null, last_sign_in_at = ? where id = ?")
                .params(tx.now(), id)
                .update();
    }

    public void status(Tx tx, UUID id, boolean active, String reason) {
        tx.sql("update identity set status = ?, status_reason = ? where id = ?")
                .params(active ? "ACTIVE" : "DISABLED", reason, id)
                .update();
    }

    public void matched(Tx tx, UUID customerId) {
        tx.sql("update identity set matched = true where id = ?").params(customerId).update();
    }

    public void verified(Tx tx, UUID id) {
        tx.sql("update identity set email_verified = true where id = ?").params(id).update();
    }

    /// The login follows the address; answers false when somebody else has it.
    public boolean rename(Tx tx, UUID id, String login, Sealed<String> email) {
        return tx.sql(
                        """
                        update identity set login = ?, email = ?, email_verified = true
                        where id = ? and not exists (select 1 from identity other where other.login = ? and other.id <> ?)
                        """)
                        .params(login, email.text(), id, login, id)
                        .update()
                > 0;
    }

    public boolean delete(Tx tx, UUID id) {
        return tx.sql("delete from identity where id = ?").params(id).update() > 0;
    }

    /// Logins whose customer never came to be.
    public int deleteUnmatched(Tx tx, Instant before) {
        return tx.sql(
                        """
                        delete from identity where id in (
                            select id from identity where not matched and customer_id is not null and created_at < ?
                            order by created_at limit 100 for update skip locked)
                        """)
                .params(before)
                .update();
    }

    /// Publishes a fact about an identity, with the next version of it.
    public void publish(Tx tx, UUID id, Event event) {
        long version = tx.sql("update identity set version = version + 1 where id = ? returning version")
                .params(id)
                .one(row -> row.bigint("version"));
        tx.publish(event, version);
    }

    /// A member of staff, for the list.
    public record Member(UUID id, @Nullable Sealed<String> email, boolean active, @Nullable Instant lastSignInAt) {}

    public List<Member> staff(Tx tx, UUID after, int limit) {
        return tx.sql(
                        """
                        select id, email, status, last_sign_in_at from identity
                        where customer_id is null and id > ? order by id limit ?
                        """)
                .params(after, limit)
                .list(Identities::member);
    }

    public Optional<Member> member(Tx tx, UUID id) {
        return tx.sql("select id, email, status, last_sign_in_at from identity where id = ? and customer_id is null")
                .params(id)
                .optional(Identities::member);
    }

    private static Member member(Row row) {
        var email = row.textOrNull("email");
        return new Member(
                row.uuid("id"), email == null ? null : new Sealed<>(email), row.text("status").equals("ACTIVE"),
                row.instantOrNull("last_sign_in_at"));
    }
}
