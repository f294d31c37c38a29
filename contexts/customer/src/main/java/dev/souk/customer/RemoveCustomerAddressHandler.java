package dev.souk.customer;

import dev.souk.contracts.customer.CustomerAddressRemoved;
import dev.souk.contracts.customer.RemoveCustomerAddress;
import dev.souk.customer.db.AddressBook;
import dev.souk.customer.db.AddressBook.Entry;
import dev.souk.customer.db.Customers;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// Takes an address out of a customer's book.
final class RemoveCustomerAddressHandler {
    private final Customers customers;
    private final AddressBook book;
    private final Profiles profiles;

    RemoveCustomerAddressHandler(Customers customers, AddressBook book, Profiles profiles) {
        this.customers = customers;
        this.book = book;
        this.profiles = profiles;
    }

    Outcome<UUID> handle(RemoveCustomerAddress command, Tx tx) {
        return profiles.open(command.customerId(), tx, _ -> remove(command.customerId(), command.addressId(), tx));
    }

    private Outcome<UUID> remove(UUID customer, UUID address, Tx tx) {
        var all = book.of(tx, customer);
        var gone = all.stream().filter(e -> e.addressId().equals(address)).findFirst().orElse(null);
        if (gone == null) {
            return Outcome.refused(new CustomerRefusal.UnknownAddress());
        }
        if ((gone.defaultBilling() && all.stream().filter(Entry::billing).count() > 1)
                || (gone.defaultShipping() && all.stream().filter(Entry::shipping).count() > 1)) {
            return Outcome.refused(new CustomerRefusal.DefaultAddress());
        }
        book.remove(tx, customer, address);
        tx.publish(new CustomerAddressRemoved(customer, address), customers.touch(tx, customer));
        return Outcome.done(address);
    }
}
