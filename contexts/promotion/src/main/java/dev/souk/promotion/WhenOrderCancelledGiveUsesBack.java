package dev.souk.promotion;

import dev.souk.contracts.order.OrderCancelled;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.ActivePromotions;
import dev.souk.promotion.db.Redemptions;
import dev.souk.promotion.db.Redemptions.Redemption;
import dev.souk.promotion.db.UseLedger;
import java.util.List;
import java.util.UUID;

/// A cancelled order does not count against any limit. A promotion that has ended stays ended.
final class WhenOrderCancelledGiveUsesBack {
    private final Redemptions redemptions;
    private final ActivePromotions active;

    WhenOrderCancelledGiveUsesBack(Redemptions redemptions, ActivePromotions active) {
        this.redemptions = redemptions;
        this.active = active;
    }

    void react(OrderCancelled event, Tx tx) {
        run(List.of(event.orderId()), tx);
    }

    void reactAll(List<Received<OrderCancelled>> batch, Tx tx) {
        run(batch.stream().map(received -> received.message().orderId()).distinct().toList(), tx);
    }

    private void run(List<UUID> orders, Tx tx) {
        var open = redemptions.open(tx, orders);
        if (open.isEmpty()) {
            return;
        }
        var ledger = UseLedger.lock(tx, active, open.stream().map(Redemption::use).toList());
        open.stream().filter(Redemption::counted).map(Redemption::use).forEach(ledger::giveBack);
        ledger.write(tx);
        redemptions.append(tx, "GIVEN_BACK", open);
    }
}
