package dev.souk.notification;

import dev.souk.contracts.customer.RecordConsent;
import dev.souk.notification.db.Recipients;
import dev.souk.platform.messaging.Tx;

/// Ends advertising for whoever holds the link of a mail.
public final class Unsubscribing {
    private final Addresses addresses;

    Unsubscribing(Addresses addresses) {
        this.addresses = addresses;
    }

    /// At once here; and customer, who owns consents, is told. A link that was made up changes nothing.
    public void end(String token, Tx tx) {
        addresses.unsubscribing(token).ifPresent(customer -> {
            Recipients.consent(tx, customer, false);
            tx.send(tx.newId(), new RecordConsent(customer, "MARKETING", false, "one-click"));
        });
    }
}
