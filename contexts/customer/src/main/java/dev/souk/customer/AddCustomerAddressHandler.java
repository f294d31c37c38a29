package dev.souk.customer;

import dev.souk.contracts.customer.AddCustomerAddress;
import dev.souk.contracts.customer.CustomerAddressAdded;
import dev.souk.customer.db.AddressBook;
import dev.souk.customer.db.AddressBook.Entry;
import dev.souk.customer.db.Customers;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// Adds an address to a customer's book.
final class AddCustomerAddressHandler {
    static final int MOST = 50;

    private final Customers customers;
    private final AddressBook book;
    private final Profiles profiles;

    AddCustomerAddressHandler(Customers customers, AddressBook book, Profiles profiles) {
        this.customers = customers;
        this.book = book;
        this.profiles = profiles;
    }

    Outcome<UUID> handle(AddCustomerAddress command, Tx tx) {
        return profiles.open(command.customerId(), tx, _ -> add(command, tx));
    }

    private Outcome<UUID> add(AddCustomerAddress c, Tx tx) {
        var there = book.of(tx, c.customerId());
        if (there.stream().anyMatch(e -> e.addressId().equals(c.addressId()))) {
            return Outcome.done(c.addressId());
        }
        if (there.size() >= MOST) {
            return Outcome.refused(new CustomerRefusal.TooManyAddresses(MOST));
        }
        boolean billing = c.kinds().contains("BILLING");
        boolean shipping = c.kinds().contains("SHIPPING");
        var entry = new Entry(
                c.customerId(), c.addressId(), c.address(), c.country(), billing, shipping,
                billing && (c.makeDefault() || there.stream().noneMatch(Entry::billing)),
                shipping && (c.makeDefault() || there.stream().noneMatch(Entry::shipping)), 1);
        book.save(tx, entry);
        tx.publish(
                new CustomerAddressAdded(
                        c.customerId(), c.addressId(), entry.kinds(), c.address(), c.country(),
                        !entry.defaultFor().isEmpty()),
                customers.touch(tx, c.customerId()));
        return Outcome.done(c.addressId());
    }
}
