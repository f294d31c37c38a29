package dev.souk.customer;

import dev.souk.contracts.customer.CustomerPreferencesUpdated;
import dev.souk.contracts.customer.GetCustomer;
import dev.souk.contracts.customer.UpdateCustomerPreferences;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.Preferences;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.Objects;

/// Keeps what a customer prefers.
final class UpdateCustomerPreferencesHandler {
    private final Customers customers;
    private final Preferences preferences;
    private final Profiles profiles;

    UpdateCustomerPreferencesHandler(Customers customers, Preferences preferences, Profiles profiles) {
        this.customers = customers;
        this.preferences = preferences;
        this.profiles = profiles;
    }

    Outcome<Long> handle(UpdateCustomerPreferences command, Tx tx) {
        return profiles.open(command.customerId(), tx, _ -> change(command, tx));
    }

    private Outcome<Long> change(UpdateCustomerPreferences c, Tx tx) {
        var before = preferences.of(tx, c.customerId());
        if (before.version() != c.expectedVersion()) {
            return Outcome.refused(Refusal.stale(c.expectedVersion(), before.version()));
        }
        var after = new GetCustomer.Preferences(
                c.language() == null ? before.language() : c.language(),
                c.currency() == null ? before.currency() : c.currency(),
                Objects.requireNonNullElse(c.notifications(), before.notifications()), before.version() + 1);
        preferences.save(tx, c.customerId(), after);
        tx.publish(
                new CustomerPreferencesUpdated(
                        c.customerId(), after.language(), after.currency(), after.notifications(), after.version()),
                customers.touch(tx, c.customerId()));
        return Outcome.done(after.version());
    }
}
