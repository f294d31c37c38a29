package dev.souk.promotion.db;

import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How often one customer uses and holds promotions that limit it.
public final class CustomerUses {
    public Map<UUID, Long> of(Tx tx, UUID customerId, List<UUID> promotionIds) {
        var uses = new HashMap<UUID, Long>();
        tx.sql("""
                select promotion_id, used + held as taken from customer_use
                where customer_id = ? and promotion_id = any(?)""")
                .params(customerId)
                .array("uuid", promotionIds)
                .list(r -> uses.put(r.uuid("promotion_id"), r.bigint("taken")));
        return uses;
    }
}
