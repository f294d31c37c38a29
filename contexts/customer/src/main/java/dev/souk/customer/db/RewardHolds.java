package dev.souk.customer.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds of points.
public final class RewardHolds {
    public enum State {
        HELD,
        REJECTED,
        RELEASED,
        REDEEMED,
        RETURNED
    }

    /// `customerId` is null in the tombstone of a hold that was released before it arrived.
    public record Hold(
            UUID holdId,
            UUID checkoutId,
            @Nullable UUID orderId,
            @Nullable UUID customerId,
            long points,
            long amount,
            @Nullable String currency,
            State state,
            @Nullable String reason,
            @Nullable Instant expiresAt,
            long version) {
        /// Redeemed by an order, with as many points as there were.
        public Hold spentBy(UUID order, long taken) {
            return new Hold(
                    holdId, checkoutId, order, customerId, taken, amount, currency, State.REDEEMED, null, expiresAt,
                    version + 1);
        }

        /// The same, told once more.
        public Hold now(State next, @Nullable String because) {
            return new Hold(
                    holdId, checkoutId, orderId, customerId, points, amount, currency, next, because, expiresAt, version + 1);
        }
    }

    private static final String SELECT = """
            select hold_id, checkout_id, order_id, customer_id, points, amount, currency, state, reason, expires_at, version
            from reward_hold\s""";

    public Map<UUID, Hold> lock(Tx tx, Collection<UUID> ids) {
        var holds = new HashMap<UUID, Hold>();
        tx.sql(SELECT + "where hold_id = any(?) order by hold_id for update")
                .array("uuid", ids.stream().distinct().sorted().toList())
                .list(r -> holds.put(r.uuid("hold_id"), hold(r)));
        return holds;
    }

    /// Those that these orders have redeemed, locked.
    public List<Hold> redeemedBy(Tx tx, Collection<UUID> orders) {
        return tx.sql(SELECT + "where order_id = any(?) and state = 'REDEEMED' order by hold_id for update")
                .array("uuid", List.copyOf(orders))
                .list(RewardHolds::hold);
    }

    public List<Hold> due(Tx tx, int limit) {
        return tx.sql(SELECT + """
                where state = 'HELD' and expires_at <= ? order by expires_at limit ? for update skip locked""")
                .params(tx.now(), limit)
                .list(RewardHolds::hold);
    }

    private static Hold hold(Row r) {
        return new Hold(
                r.uuid("hold_id"), r.uuid("checkout_id"), r.uuidOrNull("order_id"), r.uuidOrNull("customer_id"),
                r.bigint("points"), r.bigint("amount"), r.textOrNull("currency"), r.enumOf(State.class, "state"),
                r.textOrNull("reason"), r.instantOrNull("expires_at"), r.bigint("version"));
    }

    /// New ones whole, known ones with their state.
    public void save(Tx tx, Collection<Hold> holds) {
        if (holds.isEmpty()) {
            return;
        }
        var all = List.copyOf(holds);
        tx.sql("""
                insert into reward_hold as h (hold_id, checkout_id, order_id, customer_id, points, amount, currency, state,
                    reason, expires_at, version, created_at)
                select v.*, cast(? as timestamptz) from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as v
                on conflict (hold_id) do update set
                    order_id = excluded.order_id, points = excluded.points, state = excluded.state, reason = excluded.reason, version = excluded.version""")
                .params(tx.now())
                .array("uuid", all, Hold::holdId)
                .array("uuid", all, Hold::checkoutId)
                .array("uuid", all, Hold::orderId)
                .array("uuid", all, Hold::customerId)
                .array("bigint", all, Hold::points)
                .array("bigint", all, Hold::amount)
                .array("text", all, Hold::currency)
                .array("text", all, Hold::state)
                .array("text", all, Hold::reason)
                .array("timestamptz", all, Hold::expiresAt)
                .array("bigint", all, Hold::version)
                .update();
    }
}
