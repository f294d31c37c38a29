package dev.souk.customer;

import dev.souk.contracts.customer.CustomerProfileUpdated;
import dev.souk.contracts.customer.CustomerStatusChanged;
import dev.souk.contracts.customer.CustomerUpdated;
import dev.souk.contracts.customer.CustomerUpdated.Changes;
import dev.souk.customer.db.Account;
import dev.souk.customer.db.Customers;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.customer.domain.Status;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// What several handlers say about a profile: the change itself, and its older form for readers of the Acme contract.
final class Profiles {
    private final Customers customers;

    Profiles(Customers customers) {
        this.customers = customers;
    }

    /// Locks an account that may still change.
    <R> Outcome<R> open(UUID id, Tx tx, Function<Account, Outcome<R>> change) {
        var account = customers.lock(tx, id).orElse(null);
        if (account == null || account.status() == Status.ERASED) {
            return Outcome.refused(new CustomerRefusal.UnknownCustomer());
        }
        return account.status() == Status.CLOSED
                ? Outcome.refused(new CustomerRefusal.NotActive(account.status()))
                : change.apply(account);
    }

    /// Tells how the profile reads now.
    void changed(UUID id, List<String> fields, Tx tx) {
        var now = customers.find(tx, id).orElseThrow();
        tx.publish(
                new CustomerProfileUpdated(
                        id, fields, fields.contains("email") ? now.email() : null,
                        fields.contains("name") ? now.name() : null, fields.contains("phone") ? now.phone() : null,
                        fields.contains("locale") ? now.locale() : null, now.version(), tx.now()),
                now.version());
        var changes = new Changes(
                fields.contains("email") ? now.email() : null, fields.contains("name") ? now.name() : null, null);
        tx.publish(new CustomerUpdated(tx.newId(), tx.now(), id, changes), customers.touch(tx, id));
    }

    void moved(UUID id, Status before, Status after, String reason, long version, Tx tx) {
        tx.publish(new CustomerStatusChanged(id, before.name(), after.name(), reason), version);
        var v1 = after == Status.ERASED ? Status.CLOSED : after;
        tx.publish(
                new CustomerUpdated(tx.newId(), tx.now(), id, new Changes(null, null, v1.name())), customers.touch(tx, id));
    }
}
