package dev.souk.promotion.db;

import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.UseLedger.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The append-only table of what orders used and gave back.
public final class Redemptions {
    /// A use by an order.
    ///
    /// @param counted whether it is in the counters
    public record Redemption(UUID orderId, Use use, String currency, boolean counted) {
        public Key key() {
            return new Key(orderId, use.promotionId());
        }
    }

    public record Key(UUID orderId, UUID promotionId) {}

    /// Which of these orders have used which promotion.
    public Set<Key> used(Tx tx, List<UUID> orderIds) {
        return new HashSet<>(tx.sql("select order_id, promotion_id from redemption where order_id = any(?) and kind = 'USED'")
                .array("uuid", orderIds)
                .list(r -> new Key(r.uuid("order_id"), r.uuid("promotion_id"))));
    }

    /// What these orders used and have not given back.
    public List<Redemption> open(Tx tx, List<UUID> orderIds) {
        return tx.sql("""
                select u.order_id, u.promotion_id, u.customer_id, u.code, u.discount, u.currency, u.counted
                from redemption u
                where u.order_id = any(?) and u.kind = 'USED' and not exists (
                    select 1 from redemption b
                    where b.order_id = u.order_id and b.promotion_id = u.promotion_id and b.kind = 'GIVEN_BACK')
                order by u.order_id, u.promotion_id""")
                .array("uuid", orderIds)
                .list(r -> new Redemption(
                        r.uuid("order_id"),
                        new Use(r.uuid("promotion_id"), r.uuid("customer_id"), r.textOrNull("code"), r.bigint("discount")),
                        r.text("currency"), r.bool("counted")));
    }

    public void append(Tx tx, String kind, List<Redemption> redemptions) {
        if (redemptions.isEmpty()) {
            return;
        }
        tx.sql("""
                insert into redemption
                    (kind, at, order_id, promotion_id, customer_id, code, discount, currency, counted)
                select cast(? as text), cast(? as timestamptz), v.* from unnest(?, ?, ?, ?, ?, ?, ?) as v""")
                .params(kind, tx.now())
                .array("uuid", redemptions, Redemption::orderId)
                .array("uuid", redemptions, r -> r.use().promotionId())
                .array("uuid", redemptions, r -> r.use().customerId())
                .array("text", redemptions, r -> r.use().code())
                .array("bigint", redemptions, r -> r.use().discount())
                .array("text", redemptions, Redemption::currency)
                .array("boolean", redemptions, Redemption::counted)
                .update();
    }
}
