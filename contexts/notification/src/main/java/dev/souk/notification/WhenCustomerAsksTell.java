package dev.souk.notification;

import dev.souk.contracts.customer.DataExportCompleted;
import dev.souk.contracts.customer.ErasureRequested;
import dev.souk.contracts.customer.RegistrationRepeated;
import dev.souk.contracts.customer.RewardPointsEarned;
import dev.souk.contracts.customer.RewardPointsExpiring;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What customers hear about their account, their data and their points.
final class WhenCustomerAsksTell implements Rule {
    private final Outbox outbox;
    private final Supplier<String> shop;

    WhenCustomerAsksTell(Outbox outbox, Supplier<String> shop) {
        this.outbox = outbox;
        this.shop = shop;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return List.of(
                RegistrationRepeated.class, ErasureRequested.class, DataExportCompleted.class, RewardPointsEarned.class,
                RewardPointsExpiring.class);
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        var notices = new ArrayList<Notice>();
        for (var one : batch) {
            switch (one.event()) {
                case RegistrationRepeated e ->
                    notices.add(Notice.customer("account-exists", one, e.customerId(), Map.of()));
                case ErasureRequested e -> notices.add(Notice.customer("erasure-requested", one, e.customerId(), Map.of(
                        "at", Values.time(e.executeAfter()), "url", shop.get() + "/account")));
                case DataExportCompleted e -> notices.add(Notice.customer("data-export-ready", one, e.customerId(), Map.of(
                        "expires", Values.date(e.expiresAt()), "url", shop.get() + "/account")));
                case RewardPointsEarned e -> notices.add(Notice.customer("points-earned", one, e.customerId(), Map.of(
                        "points", e.points(), "balance", e.balance())));
                case RewardPointsExpiring e -> notices.add(Notice.customer("points-expiring", one, e.customerId(), Map.of(
                        "points", e.points(), "at", Values.date(e.expiresAt()))));
                default -> {}
            }
        }
        outbox.add(tx, notices);
    }
}
