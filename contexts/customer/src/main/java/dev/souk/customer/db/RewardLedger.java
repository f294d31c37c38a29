package dev.souk.customer.db;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Points of some customers, locked for one transaction. What is decided is decided on the locked values; entries and
/// balances are written together, each table once.
public final class RewardLedger {
    private static final Accounted NOBODY = new Accounted(null);

    private final Map<UUID, Accounted> accounts = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /// A row of the account as it stands now in this transaction.
    private static final class Accounted {
        private long balance;
        private long held;
        private long version;
        private @Nullable Instant dueAt;
        private boolean changed;

        Accounted(@Nullable Instant dueAt) {
            this.dueAt = dueAt;
        }
    }

    public enum Kind {
        EARNED,
        TAKEN_BACK,
        REDEEMED,
        RETURNED,
        EXPIRED
    }

    record Entry(
            UUID id, UUID customer, Kind kind, long points, @Nullable UUID order, @Nullable UUID hold,
            @Nullable Instant expiresAt) {}

    private RewardLedger() {}

    /// Gives these customers accounts where they have none, and locks them: for who is about to earn something.
    public static RewardLedger open(Tx tx, Collection<UUID> customers) {
        tx.sql("""
                insert into reward_account (customer_id, balance, held, version)
                select customer_id, 0, 0, 0 from customer where customer_id = any(?) order by customer_id
                on conflict do nothing""")
                .array("uuid", customers.stream().distinct().toList())
                .update();
        return lock(tx, customers);
    }

    /// Locks the accounts in the order of their ids.
    public static RewardLedger lock(Tx tx, Collection<UUID> customers) {
        var ledger = new RewardLedger();
        var ids = customers.stream().distinct().sorted().toList();
        if (!ids.isEmpty()) {
            tx.sql("""
                    select customer_id, balance, held, due_at, version from reward_account
                    where customer_id = any(?) order by customer_id for update""")
                    .array("uuid", ids)
                    .list(r -> {
                        var account = new Accounted(r.instantOrNull("due_at"));
                        account.balance = r.bigint("balance");
                        account.held = r.bigint("held");
                        account.version = r.bigint("version");
                        return ledger.accounts.put(r.uuid("customer_id"), account);
                    });
        }
        return ledger;
    }

    private Accounted account(UUID customer) {
        return accounts.getOrDefault(customer, NOBODY);
    }

    public long balance(UUID customer) {
        return account(customer).balance;
    }

    public long available(UUID customer) {
        return account(customer).balance - account(customer).held;
    }

    /// Points come in. `due` is when somebody has to look at their end.
    public void credit(Tx tx, UUID customer, Kind kind, long points, @Nullable UUID order, Instant expiresAt, Instant due) {
        var account = accounts.get(customer);
        if (account == null) {
            throw new IllegalStateException(customer + " has no account for points");
        }
        account.balance += points;
        account.dueAt = account.dueAt == null || due.isBefore(account.dueAt) ? due : account.dueAt;
        account.changed = true;
        entries.add(new Entry(tx.newId(), customer, kind, points, order, null, expiresAt));
    }

    /// Takes off what there is of `points`, leaving what is held alone; answers how much that was.
    public long debit(Tx tx, UUID customer, Kind kind, long points, @Nullable UUID order, @Nullable UUID hold) {
        long taken = Math.min(points, available(customer));
        if (taken > 0) {
            var account = account(customer);
            account.balance -= taken;
            account.changed = true;
            entries.add(new Entry(tx.newId(), customer, kind, -taken, order, hold, null));
        }
        return taken;
    }

    /// Only when that much is available.
    public boolean hold(UUID customer, long points) {
        if (points > available(customer)) {
            return false;
        }
        var account = account(customer);
        account.held += points;
        account.changed = true;
        return true;
    }

    public void release(UUID customer, long points) {
        var account = account(customer);
        account.held -= points;
        account.changed = true;
    }

    public void lookAgain(UUID customer, @Nullable Instant at) {
        account(customer).dueAt = at;
        account(customer).changed = true;
    }

    /// Publishes a fact about the account of a customer, with its next version.
    public void publish(Tx tx, UUID customer, Event event) {
        var account = account(customer);
        account.changed = true;
        tx.publish(event, ++account.version);
    }

    /// Writes what has changed.
    public void write(Tx tx) {
        var changed = accounts.entrySet().stream()
                .filter(e -> e.getValue().changed)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        if (!changed.isEmpty()) {
            tx.sql("""
                    update reward_account a set balance = v.balance, held = v.held, due_at = v.due_at, version = v.version
                    from unnest(?, ?, ?, ?, ?) as v (customer_id, balance, held, due_at, version)
                    where a.customer_id = v.customer_id""")
                    .array("uuid", changed, Map.Entry::getKey)
                    .array("bigint", changed, e -> e.getValue().balance)
                    .array("bigint", changed, e -> e.getValue().held)
                    .array("timestamptz", changed, e -> e.getValue().dueAt)
                    .array("bigint", changed, e -> e.getValue().version)
                    .update();
        }
        if (!entries.isEmpty()) {
            insertEntries(tx);
        }
    }

    private void insertEntries(Tx tx) {
        tx.sql("""
                insert into reward_entry (entry_id, customer_id, kind, points, order_id, hold_id, expires_at, at)
                select v.*, cast(? as timestamptz) from unnest(?, ?, ?, ?, ?, ?, ?) as v""")
                .params(tx.now())
                .array("uuid", entries, Entry::id)
                .array("uuid", entries, Entry::customer)
                .array("text", entries, Entry::kind)
                .array("bigint", entries, Entry::points)
                .array("uuid", entries, Entry::order)
                .array("uuid", entries, Entry::hold)
                .array("timestamptz", entries, Entry::expiresAt)
                .update();
        entries.clear();
    }
}
