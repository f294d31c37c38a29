package dev.souk.customer.db;

import dev.souk.contracts.customer.RegisterCustomer;
import dev.souk.contracts.customer.UpdateCustomer;
import dev.souk.customer.domain.Level;
import dev.souk.customer.domain.Status;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Accounts.
public final class Customers {
    /// False when the id or the address is taken.
    public boolean insert(Tx tx, RegisterCustomer c) {
        return tx.sql("""
                insert into customer (customer_id, status, email, email_blind, name, phone, locale, level, level_since,
                    version, registered_at, changed_at)
                values (?, 'ACTIVE', ?, ?, ?, ?, ?, 'STANDARD', ?, 1, ?, ?)
                on conflict do nothing""")
                .params(
                        c.customerId(), c.email().text(), c.emailBlind(), Account.text(c.name()), Account.text(c.phone()),
                        c.locale(), tx.now(), tx.now(), tx.now())
                .update() == 1;
    }

    public Optional<Account> find(Tx tx, UUID id) {
        return tx.sql("select " + Account.COLUMNS + "from customer where customer_id = ?").params(id).optional(Account::of);
    }

    public Optional<Account> lock(Tx tx, UUID id) {
        return tx.sql("select " + Account.COLUMNS + "from customer where customer_id = ? for update")
                .params(id)
                .optional(Account::of);
    }

    public Optional<UUID> withEmail(Tx tx, String blind) {
        return tx.sql("select customer_id from customer where email_blind = ?")
                .params(blind)
                .optional(r -> r.uuid("customer_id"));
    }

    /// Which of these have an account.
    public Set<UUID> registered(Tx tx, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(tx.sql("select customer_id from customer where customer_id = any(?) and status <> 'ERASED'")
                        .array("uuid", List.copyOf(ids))
                        .list(r -> r.uuid("customer_id")));
    }

    /// The profile as the command leaves it; answers the new version.
    public long update(Tx tx, UpdateCustomer c) {
        return tx.sql("""
                update customer set
                    pending_email = coalesce(?, pending_email), pending_blind = coalesce(?, pending_blind),
                    name = case when ? then null else coalesce(?, name) end,
                    phone = case when ? then null else coalesce(?, phone) end,
                    locale = coalesce(?, locale), version = version + 1, changed_at = ?
                where customer_id = ? returning version""")
                .params(
                        Account.text(c.email()), c.emailBlind(), c.cleared().contains("NAME"), Account.text(c.name()),
                        c.cleared().contains("PHONE"), Account.text(c.phone()), c.locale(), tx.now(), c.customerId())
                .one(r -> r.bigint("version"));
    }

    /// The address counts as proved from now on; `email` replaces the one before.
    public long verified(Tx tx, UUID id, @Nullable Sealed<String> email, @Nullable String blind) {
        return tx.sql("""
                update customer set email = coalesce(?, email), email_blind = coalesce(?, email_blind),
                    email_verified_at = ?, unreachable_at = null,
                    pending_email = case when pending_blind = ? then null else pending_email end,
                    pending_blind = nullif(pending_blind, ?), version = version + 1, changed_at = ?
                where customer_id = ? returning version""")
                .params(Account.text(email), blind, tx.now(), blind, blind, tx.now(), id)
                .one(r -> r.bigint("version"));
    }

    public void dropPending(Tx tx, UUID id) {
        tx.sql("update customer set pending_email = null, pending_blind = null where customer_id = ?").params(id).update();
    }

    public long status(Tx tx, UUID id, Status status) {
        return tx.sql("update customer set status = ?, version = version + 1, changed_at = ? where customer_id = ? returning version")
                .params(status, tx.now(), id)
                .one(r -> r.bigint("version"));
    }

    public long level(Tx tx, UUID id, Level level) {
        return tx.sql("""
                update customer set level = ?, level_since = ?, version = version + 1, changed_at = ?
                where customer_id = ? returning version""")
                .params(level, tx.now(), tx.now(), id)
                .one(r -> r.bigint("version"));
    }

    /// One more event about this customer.
    public long touch(Tx tx, UUID id) {
        return tx.sql("update customer set version = version + 1 where customer_id = ? returning version")
                .params(id)
                .one(r -> r.bigint("version"));
    }

    public void unreachable(Tx tx, UUID id) {
        tx.sql("update customer set unreachable_at = ? where customer_id = ?").params(tx.now(), id).update();
    }

    /// Their level has to be looked at.
    public void review(Tx tx, Collection<UUID> ids, @Nullable Instant at) {
        if (!ids.isEmpty()) {
            tx.sql("update customer set review_at = ? where customer_id = any(?) and status <> 'ERASED'")
                    .params(at)
                    .array("uuid", List.copyOf(ids))
                    .update();
        }
    }

    public List<Account> toReview(Tx tx, int limit) {
        return tx.sql("select " + Account.COLUMNS + """
                from customer where review_at <= ? order by review_at limit ? for update skip locked""")
                .params(tx.now(), limit)
                .list(Account::of);
    }

    /// Nothing but the id is left.
    public long erase(Tx tx, UUID id) {
        return tx.sql("""
                update customer set status = 'ERASED', email = null, email_blind = null, pending_email = null,
                    pending_blind = null, name = null, phone = null, locale = null, review_at = null,
                    version = version + 1, changed_at = ?
                where customer_id = ? returning version""")
                .params(tx.now(), id)
                .one(r -> r.bigint("version"));
    }
}
