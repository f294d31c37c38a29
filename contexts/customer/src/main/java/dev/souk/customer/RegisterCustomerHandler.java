package dev.souk.customer;

import dev.souk.contracts.customer.ConsentChanged;
import dev.souk.contracts.customer.CustomerRegistered;
import dev.souk.contracts.customer.GetCustomer.Consent;
import dev.souk.contracts.customer.RegisterCustomer;
import dev.souk.contracts.customer.RegistrationRepeated;
import dev.souk.customer.db.Consents;
import dev.souk.customer.db.Customers;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// Opens an account, or tells the owner of the address that somebody tried to.
final class RegisterCustomerHandler {
    private final Customers customers;
    private final Consents consents;

    RegisterCustomerHandler(Customers customers, Consents consents) {
        this.customers = customers;
        this.consents = consents;
    }

    Outcome<UUID> handle(RegisterCustomer command, Tx tx) {
        if (customers.insert(tx, command)) {
            tx.publish(
                    new CustomerRegistered(
                            tx.newId(), tx.now(), command.customerId(), command.email(), command.name(), "ACTIVE",
                            command.phone(), command.locale(), "STANDARD", command.marketingConsent()),
                    1);
            consent(command, tx);
            return Outcome.done(command.customerId());
        }
        var owner = customers.withEmail(tx, command.emailBlind()).orElse(command.customerId());
        if (!owner.equals(command.customerId())) {
            repeated(owner, tx);
        }
        return Outcome.done(owner);
    }

    private void consent(RegisterCustomer command, Tx tx) {
        var version = command.consentVersion();
        if (command.marketingConsent() && version != null) {
            var id = command.customerId();
            consents.add(tx, id, new Consent("MARKETING", true, version, tx.now()));
            tx.publish(new ConsentChanged(id, "MARKETING", true, version, tx.now()), customers.touch(tx, id));
        }
    }

    /// Somebody tries to register with the address of `owner`.
    void repeated(UUID owner, Tx tx) {
        tx.publish(new RegistrationRepeated(owner, tx.now()), customers.touch(tx, owner));
    }
}
