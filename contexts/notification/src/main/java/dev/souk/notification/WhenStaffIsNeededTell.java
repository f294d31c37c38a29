package dev.souk.notification;

import dev.souk.contracts.checkout.CheckoutStuck;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.contracts.payment.PaymentReconciled;
import dev.souk.notification.db.Digests;
import dev.souk.notification.domain.Team;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a team has to look at: at once, or gathered for an hour.
final class WhenStaffIsNeededTell implements Rule {
    private final Outbox outbox;

    WhenStaffIsNeededTell(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return List.of(LowStockAlert.class, CheckoutStuck.class, PaymentReconciled.class);
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        var notices = new ArrayList<Notice>();
        for (var one : batch) {
            switch (one.event()) {
                case LowStockAlert e -> Digests.add(tx, LowStockDigest.NAME, e.sku(), Values.json(Map.of(
                        "sku", e.sku(), "available", e.available(), "point", e.reorderPoint())));
                case CheckoutStuck e -> notices.add(Notice.team("checkout-stuck", one.cause(), Team.OPERATIONS, Map.of(
                        "checkout", e.checkoutId(), "step", e.step(), "attempts", e.attempts(),
                        "since", Values.time(e.since()))));
                case PaymentReconciled e when e.mismatches() > 0 ->
                    notices.add(Notice.team("payment-mismatch", one.cause(), Team.FINANCE, Map.of(
                            "day", e.day().toString(), "mismatches", e.mismatches(), "difference", e.difference())));
                default -> {}
            }
        }
        outbox.add(tx, notices);
    }
}
