package dev.souk.customer;

import dev.souk.customer.db.Customers;
import dev.souk.customer.db.Guests;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.customer.domain.Status;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Under which ids a person is known: the account, and what was claimed from the time as a guest.
final class Subjects {
    private final Customers customers;
    private final Guests guests;

    Subjects(Customers customers, Guests guests) {
        this.customers = customers;
        this.guests = guests;
    }

    /// Refused when there is nobody, or nobody any more.
    Outcome<UUID> known(UUID id, Tx tx) {
        var account = customers.lock(tx, id);
        boolean there = account.isPresent() ? account.get().status() != Status.ERASED : guests.exists(tx, id);
        return there ? Outcome.done(id) : Outcome.refused(new CustomerRefusal.UnknownCustomer());
    }

    List<UUID> of(UUID id, Tx tx) {
        var all = new ArrayList<UUID>();
        all.add(id);
        all.addAll(guests.claimedBy(tx, id));
        return all;
    }
}
