package dev.souk.customer;

import dev.souk.contracts.customer.ConsentChanged;
import dev.souk.contracts.customer.GetCustomer.Consent;
import dev.souk.contracts.customer.RecordConsent;
import dev.souk.customer.db.Consents;
import dev.souk.customer.db.Customers;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;

/// Writes down what a customer agrees to, or no longer does.
final class RecordConsentHandler {
    private final Customers customers;
    private final Consents consents;
    private final Profiles profiles;

    RecordConsentHandler(Customers customers, Consents consents, Profiles profiles) {
        this.customers = customers;
        this.consents = consents;
        this.profiles = profiles;
    }

    Outcome<Boolean> handle(RecordConsent c, Tx tx) {
        return profiles.open(c.customerId(), tx, _ -> {
            var same = consents.latest(tx, c.customerId()).stream()
                    .anyMatch(before -> before.purpose().equals(c.purpose())
                            && before.granted() == c.granted()
                            && before.textVersion().equals(c.textVersion()));
            if (!same) {
                consents.add(tx, c.customerId(), new Consent(c.purpose(), c.granted(), c.textVersion(), tx.now()));
                tx.publish(
                        new ConsentChanged(c.customerId(), c.purpose(), c.granted(), c.textVersion(), tx.now()),
                        customers.touch(tx, c.customerId()));
            }
            return Outcome.done(c.granted());
        });
    }
}
