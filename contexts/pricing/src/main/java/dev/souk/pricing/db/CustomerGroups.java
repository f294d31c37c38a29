package dev.souk.pricing.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which group a customer is in: the one that staff has named, otherwise the membership level. The table is kept in
/// memory as a whole, so that the many customers without a group cost no statement.
public final class CustomerGroups {
    private static final String SELECT = "select customer_id, group_name, level, level_at, version from customer_group ";

    private final Map<UUID, Assigned> known = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    /// @param level null for STANDARD
    /// @param levelAt when the level began; an older change that comes later counts no more
    public record Assigned(
            UUID customerId, @Nullable String group, @Nullable String level, @Nullable Instant levelAt, long version) {
        public static Assigned nothing(UUID customerId) {
            return new Assigned(customerId, null, null, null, 0);
        }

        /// What prices follow.
        public @Nullable String counts() {
            return group == null ? level : group;
        }

        public Assigned in(@Nullable String other) {
            return new Assigned(customerId, other, level, levelAt, version + 1);
        }

        public Assigned at(@Nullable String other, Instant since) {
            return new Assigned(customerId, group, other, since, version + 1);
        }
    }

    public @Nullable String of(Tx tx, @Nullable UUID customerId) {
        if (customerId == null) {
            return null;
        }
        if (!loaded) {
            tx.sql(SELECT)
                    .list(CustomerGroups::assigned)
                    .forEach(this::remember);
            loaded = true;
        }
        var assigned = known.get(customerId);
        return assigned == null ? null : assigned.counts();
    }

    public Optional<Assigned> find(Tx tx, UUID customerId) {
        return tx.sql(SELECT + "where customer_id = ?")
                .params(customerId)
                .optional(CustomerGroups::assigned);
    }

    public Optional<Assigned> lock(Tx tx, UUID customerId) {
        RuleBook.lock(tx);
        return find(tx, customerId);
    }

    public void save(Tx tx, Assigned assigned) {
        tx.sql("""
                insert into customer_group (customer_id, group_name, level, level_at, version) values (?, ?, ?, ?, ?)
                on conflict (customer_id) do update set group_name = excluded.group_name, level = excluded.level,
                    level_at = excluded.level_at, version = excluded.version""")
                .params(assigned.customerId(), assigned.group(), assigned.level(), assigned.levelAt(), assigned.version())
                .update();
        tx.afterCommit(() -> remember(assigned));
    }

    public List<Assigned> list(Tx tx, UUID after, int limit) {
        return tx.sql(SELECT + """
                where customer_id > ? and (group_name is not null or level is not null) order by customer_id limit ?""")
                .params(after, limit)
                .list(CustomerGroups::assigned);
    }

    /// Nothing of this customer is kept any more.
    public int forget(Tx tx, UUID customerId) {
        tx.afterCommit(() -> known.remove(customerId));
        return tx.sql("delete from customer_group where customer_id = ?").params(customerId).update();
    }

    private void remember(Assigned assigned) {
        known.merge(assigned.customerId(), assigned, (a, b) -> a.version() >= b.version() ? a : b);
    }

    private static Assigned assigned(Row row) {
        return new Assigned(
                row.uuid("customer_id"), row.textOrNull("group_name"), row.textOrNull("level"), row.instantOrNull("level_at"),
                row.bigint("version"));
    }
}
