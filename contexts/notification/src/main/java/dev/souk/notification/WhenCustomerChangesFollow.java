package dev.souk.notification;

import dev.souk.contracts.customer.ConsentChanged;
import dev.souk.contracts.customer.CustomerPreferencesUpdated;
import dev.souk.contracts.customer.CustomerProfileUpdated;
import dev.souk.contracts.customer.CustomerRegistered;
import dev.souk.contracts.customer.EmailChangeRequested;
import dev.souk.notification.db.Recipients;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How customers are reached and what they want, as they last said it; and a welcome.
final class WhenCustomerChangesFollow implements Rule {
    private final Outbox outbox;

    WhenCustomerChangesFollow(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return List.of(
                CustomerRegistered.class, CustomerProfileUpdated.class, CustomerPreferencesUpdated.class,
                ConsentChanged.class, EmailChangeRequested.class);
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        var notices = new ArrayList<Notice>();
        for (var one : batch) {
            switch (one.event()) {
                case CustomerRegistered e -> {
                    Recipients.registered(tx, e.customerId(), e.email(), e.phone(), e.locale(), e.marketingConsent());
                    notices.add(Notice.customer("welcome", one, e.customerId(), Map.of()));
                }
                case CustomerProfileUpdated e -> Recipients.profile(
                        tx, e.customerId(), e.email(), e.changedFields().contains("phone"), e.phone(), e.locale(),
                        e.profileVersion());
                case EmailChangeRequested e -> Recipients.newEmail(tx, e.customerId(), e.email());
                case CustomerPreferencesUpdated e -> Recipients.preferences(
                        tx, e.customerId(), e.language(), Values.json(e.notifications()), e.version());
                case ConsentChanged e when e.purpose().equals("MARKETING") ->
                    Recipients.consent(tx, e.customerId(), e.granted());
                default -> {}
            }
        }
        outbox.add(tx, notices);
    }
}
