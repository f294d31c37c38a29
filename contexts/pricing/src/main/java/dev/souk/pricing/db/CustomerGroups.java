package dev.souk.pricing.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which group a customer is in. The table is kept in memory as a whole, so that the many customers without a group
/// cost no statement.
public final class CustomerGroups {
    private final Map<UUID, Assigned> known = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    public record Assigned(UUID customerId, @Nullable String group, long version) {}

    public @Nullable String of(Tx tx, @Nullable UUID customerId) {
        if (customerId == null) {
            return null;
        }
        if (!loaded) {
            tx.sql("select customer_id, group_name, version from customer_group")
                    .list(CustomerGroups::assigned)
                    .forEach(this::remember);
            loaded = true;
        }
        var assigned = known.get(customerId);
        return assigned == null ? null : assigned.group();
    }

    public Optional<Assigned> find(Tx tx, UUID customerId) {
        return tx.sql("select customer_id, group_name, version from customer_group where customer_id = ?")
                .params(customerId)
                .optional(CustomerGroups::assigned);
    }

    public Optional<Assigned> lock(Tx tx, UUID customerId) {
        RuleBook.lock(tx);
        return find(tx, customerId);
    }

    public void save(Tx tx, Assigned assigned) {
        tx.sql("""
                insert into customer_group (customer_id, group_name, version) values (?, ?, ?)
                on conflict (customer_id) do update set
                    group_name = excluded.group_name, version = excluded.version""")
                .params(assigned.customerId(), assigned.group(), assigned.version())
                .update();
        tx.afterCommit(() -> remember(assigned));
    }

    public List<Assigned> list(Tx tx, UUID after, int limit) {
        return tx.sql("""
                select customer_id, group_name, version from customer_group
                where customer_id > ? and group_name is not null order by customer_id limit ?""")
                .params(after, limit)
                .list(CustomerGroups::assigned);
    }

    private void remember(Assigned assigned) {
        known.merge(assigned.customerId(), assigned, (a, b) -> a.version() >= b.version() ? a : b);
    }

    private static Assigned assigned(Row row) {
        return new Assigned(row.uuid("customer_id"), row.textOrNull("group_name"), row.bigint("version"));
    }
}
