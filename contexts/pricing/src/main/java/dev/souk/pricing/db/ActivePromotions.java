package dev.souk.pricing.db;

import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.ReadModel;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Rows;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Set;

/// Whether any promotion applies by itself.
public final class ActivePromotions {
    private final Cached<Boolean> automatic = new Cached<>(tx -> tx.sql("""
            select exists (select 1 from active_promotion_cache where code is null) as any_active""")
            .one(row -> row.bool("any_active")));

    /// False means that a quote without a code need not ask for discounts.
    public boolean automatic(Tx tx) {
        return automatic.get(tx);
    }

    /// The same rows, to be made again from the journal.
    public ReadModel readModel() {
        return ReadModel.of("active-promotions", List.of("active_promotion_cache"), Set.of("as_of"),
                        List.of(PromotionActivated.class, PromotionExpired.class), ActivePromotions::fold)
                .onExchange(automatic::changed);
    }

    private static void fold(List<Received<Message>> events, Rows rows) {
        for (var one : events) {
            switch (one.message()) {
                case PromotionActivated begun -> insert(rows, begun);
                case PromotionExpired ended -> delete(rows, ended);
                default -> throw new IllegalArgumentException("not about promotions: " + one.message().getClass());
            }
        }
    }

    public void add(Tx tx, PromotionActivated event) {
        insert(tx, event);
        automatic.changedBy(tx);
    }

    public void remove(Tx tx, PromotionExpired event) {
        delete(tx, event);
        automatic.changedBy(tx);
    }

    private static void insert(Rows rows, PromotionActivated event) {
        rows.sql("""
                insert into active_promotion_cache (promotion_id, name, code, starts_at, ends_at, as_of)
                values (?, ?, ?, ?, ?, ?)
                on conflict (promotion_id) do nothing""")
                .params(event.promotionId(), event.name(), event.code(), event.startsAt(), event.endsAt(), rows.now())
                .update();
    }

    private static void delete(Rows rows, PromotionExpired event) {
        rows.sql("delete from active_promotion_cache where promotion_id = ?")
                .params(event.promotionId())
                .update();
    }
}
