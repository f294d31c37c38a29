package dev.souk.customer.db;

import dev.souk.contracts.customer.GetRewardPoints.Entry;
import dev.souk.customer.domain.Expiry;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Points as they are read.
public final class RewardReads {
    public record Balance(UUID customerId, long balance, long held, @Nullable Instant toldUntil) {}

    public Optional<Balance> balance(Tx tx, UUID customer) {
        return tx.sql("select customer_id, balance, held, told_until from reward_account where customer_id = ?")
                .params(customer)
                .optional(RewardReads::balance);
    }

    /// Accounts whose points are near their end, locked.
    public List<Balance> due(Tx tx, int limit) {
        return tx.sql("""
                select customer_id, balance, held, told_until from reward_account
                where due_at <= ? order by due_at limit ? for update skip locked""")
                .params(tx.now(), limit)
                .list(RewardReads::balance);
    }

    private static Balance balance(Row r) {
        return new Balance(
                r.uuid("customer_id"), r.bigint("balance"), r.bigint("held"), r.instantOrNull("told_until"));
    }

    public void told(Tx tx, UUID customer, Instant until) {
        tx.sql("update reward_account set told_until = ? where customer_id = ?").params(until, customer).update();
    }

    public List<Expiry.Credit> credits(Tx tx, UUID customer) {
        return tx.sql("select points, expires_at from reward_entry where customer_id = ? and points > 0")
                .params(customer)
                .list(r -> new Expiry.Credit(r.bigint("points"), r.instant("expires_at")));
    }

    /// All that was ever taken off.
    public long taken(Tx tx, UUID customer) {
        return tx.sql("select coalesce(-sum(points), 0)::bigint as taken from reward_entry where customer_id = ? and points < 0")
                .params(customer)
                .one(r -> r.bigint("taken"));
    }

    /// Newest first, from before `before` on.
    public List<Entry> entries(Tx tx, UUID customer, UUID before, int limit) {
        return tx.sql("""
                select entry_id, kind, points, order_id, at, expires_at from reward_entry
                where customer_id = ? and entry_id < ? order by entry_id desc limit ?""")
                .params(customer, before, limit)
                .list(r -> new Entry(
                        r.uuid("entry_id"), r.text("kind"), r.bigint("points"), r.uuidOrNull("order_id"), r.instant("at"),
                        r.instantOrNull("expires_at")));
    }
}
