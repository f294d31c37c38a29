package dev.souk.promotion.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.UseLedger.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tables of holds.
public final class Holds {
    private static final UUID NOBODY = new UUID(0, 0);

    public enum State {
        HELD,
        REJECTED,
        RELEASED,
        REDEEMED
    }

    /// What a checkout holds or held.
    ///
    /// @param reason why it was rejected or released
    /// @param uses what it holds or held; none of a tombstone
    /// @param version rises with every event about the hold
    /// @param journey the journey of the checkout; null of a tombstone
    public record Hold(
            UUID holdId,
            UUID checkoutId,
            @Nullable UUID orderId,
            @Nullable UUID customerId,
            @Nullable String quoteHash,
            State state,
            @Nullable String reason,
            @Nullable UUID rejectedPromotion,
            @Nullable Instant expiresAt,
            List<Use> uses,
            long version,
            @Nullable UUID journey) {
        public Hold {
            uses = List.copyOf(uses);
        }

        public List<UUID> promotionIds() {
            return uses.stream().map(Use::promotionId).toList();
        }

        public Hold now(State next, @Nullable String because, boolean told) {
            return new Hold(
                    holdId, checkoutId, orderId, customerId, quoteHash, next, because, rejectedPromotion, expiresAt,
                    uses, told ? version + 1 : version, journey);
        }

        /// The same, after telling once more how it stands.
        public Hold toldAgain() {
            return now(state, reason, true);
        }

        Hold with(List<Use> itsUses) {
            return new Hold(
                    holdId, checkoutId, orderId, customerId, quoteHash, state, reason, rejectedPromotion, expiresAt,
                    itsUses, version, journey);
        }
    }

    private static final String SELECT = """
            select hold_id, checkout_id, order_id, customer_id, quote_hash, state, reason, rejected_promotion,
                expires_at, version, correlation_id
            from coupon_hold\s""";

    public Map<UUID, Hold> lock(Tx tx, Collection<UUID> ids) {
        var holds = new HashMap<UUID, Hold>();
        var rows = tx.sql(SELECT + "where hold_id = any(?) order by hold_id for update")
                .array("uuid", ids.stream().distinct().sorted().toList())
                .list(Holds::bare);
        withUses(tx, rows).forEach(h -> holds.put(h.holdId(), h));
        return holds;
    }

    /// Those whose time is over, locked; others that work on them are not waited for.
    public List<Hold> due(Tx tx, int limit) {
        return withUses(tx, tx.sql(SELECT + """
                where state = 'HELD' and expires_at <= ? order by expires_at limit ? for update skip locked""")
                .params(tx.now(), limit)
                .list(Holds::bare));
    }

    private static Hold bare(Row r) {
        return new Hold(
                r.uuid("hold_id"), r.uuid("checkout_id"), r.uuidOrNull("order_id"), r.uuidOrNull("customer_id"),
                r.textOrNull("quote_hash"), r.enumOf(State.class, "state"), r.textOrNull("reason"),
                r.uuidOrNull("rejected_promotion"), r.instantOrNull("expires_at"), List.of(), r.bigint("version"),
                r.uuidOrNull("correlation_id"));
    }

    private static List<Hold> withUses(Tx tx, List<Hold> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        var customers = new HashMap<UUID, UUID>();
        bare.forEach(h -> customers.put(h.holdId(), Objects.requireNonNullElse(h.customerId(), NOBODY)));
        Map<UUID, List<Use>> uses = new HashMap<>();
        tx.sql("""
                select hold_id, promotion_id, code, discount from coupon_hold_use
                where hold_id = any(?) order by hold_id, promotion_id""")
                .array("uuid", bare, Hold::holdId)
                .list(r -> uses.computeIfAbsent(r.uuid("hold_id"), _ -> new ArrayList<>())
                        .add(new Use(
                                r.uuid("promotion_id"), customers.getOrDefault(r.uuid("hold_id"), NOBODY),
                                r.textOrNull("code"), r.bigint("discount"))));
        return bare.stream()
                .map(h -> h.with(uses.getOrDefault(h.holdId(), List.of())))
                .toList();
    }

    /// New ones with their uses, known ones with their state.
    public void save(Tx tx, Collection<Hold> fresh, Collection<Hold> known) {
        if (!fresh.isEmpty()) {
            insert(tx, List.copyOf(fresh));
        }
        if (!known.isEmpty()) {
            var all = List.copyOf(known);
            tx.sql("""
                    update coupon_hold h set state = d.state, reason = d.reason, version = d.version
                    from unnest(?, ?, ?, ?) as d (id, state, reason, version) where h.hold_id = d.id""")
                    .array("uuid", all, Hold::holdId)
                    .array("text", all, Hold::state)
                    .array("text", all, Hold::reason)
                    .array("bigint", all, Hold::version)
                    .update();
        }
    }

    private static void insert(Tx tx, List<Hold> holds) {
        tx.sql("""
                insert into coupon_hold (hold_id, checkout_id, order_id, customer_id, quote_hash, state, reason,
                    rejected_promotion, expires_at, version, correlation_id, created_at)
                select v.*, cast(? as timestamptz) from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as v""")
                .params(tx.now())
                .array("uuid", holds, Hold::holdId)
                .array("uuid", holds, Hold::checkoutId)
                .array("uuid", holds, Hold::orderId)
                .array("uuid", holds, Hold::customerId)
                .array("text", holds, Hold::quoteHash)
                .array("text", holds, Hold::state)
                .array("text", holds, Hold::reason)
                .array("uuid", holds, Hold::rejectedPromotion)
                .array("timestamptz", holds, Hold::expiresAt)
                .array("bigint", holds, Hold::version)
                .array("uuid", holds, Hold::journey)
                .update();
        record Of(UUID hold, Use use) {}
        var uses = holds.stream()
                .flatMap(h -> h.uses().stream().map(u -> new Of(h.holdId(), u)))
                .toList();
        if (!uses.isEmpty()) {
            tx.sql("""
                    insert into coupon_hold_use (hold_id, promotion_id, code, discount)
                    select * from unnest(?, ?, ?, ?)""")
                    .array("uuid", uses, Of::hold)
                    .array("uuid", uses, u -> u.use().promotionId())
                    .array("text", uses, u -> u.use().code())
                    .array("bigint", uses, u -> u.use().discount())
                    .update();
        }
    }
}
