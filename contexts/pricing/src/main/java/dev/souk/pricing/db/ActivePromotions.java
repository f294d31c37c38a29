package dev.souk.pricing.db;

import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Tx;

/// Whether any promotion applies by itself.
public final class ActivePromotions {
    private final Cached<Boolean> automatic = new Cached<>(tx -> tx.sql("""
            select exists (select 1 from active_promotion_cache where code is null) as any_active""")
            .one(row -> row.bool("any_active")));

    /// False means that a quote without a code need not ask for discounts.
    public boolean automatic(Tx tx) {
        return automatic.get(tx);
    }

    public void add(Tx tx, PromotionActivated event) {
        tx.sql("""
                insert into active_promotion_cache (promotion_id, name, code, starts_at, ends_at, as_of)
                values (?, ?, ?, ?, ?, ?)
                on conflict (promotion_id) do nothing""")
                .params(event.promotionId(), event.name(), event.code(), event.startsAt(), event.endsAt(), tx.now())
                .update();
        automatic.changedBy(tx);
    }

    public void remove(Tx tx, PromotionExpired event) {
        tx.sql("delete from active_promotion_cache where promotion_id = ?")
                .params(event.promotionId())
                .update();
        automatic.changedBy(tx);
    }
}
