package dev.souk.customer;

import dev.souk.contracts.customer.CustomerAddressUpdated;
import dev.souk.contracts.customer.UpdateCustomerAddress;
import dev.souk.customer.db.AddressBook;
import dev.souk.customer.db.AddressBook.Entry;
import dev.souk.customer.db.Customers;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.Objects;
import java.util.UUID;

/// Changes an address, what it is for, or makes it the default.
final class UpdateCustomerAddressHandler {
    private final Customers customers;
    private final AddressBook book;
    private final Profiles profiles;

    UpdateCustomerAddressHandler(Customers customers, AddressBook book, Profiles profiles) {
        this.customers = customers;
        this.book = book;
        this.profiles = profiles;
    }

    Outcome<UUID> handle(UpdateCustomerAddress command, Tx tx) {
        return profiles.open(command.customerId(), tx, _ -> change(command, tx));
    }

    private Outcome<UUID> change(UpdateCustomerAddress c, Tx tx) {
        var all = book.of(tx, c.customerId());
        var before = all.stream().filter(e -> e.addressId().equals(c.addressId())).findFirst().orElse(null);
        if (before == null) {
            return Outcome.refused(new CustomerRefusal.UnknownAddress());
        }
        var kinds = Objects.requireNonNullElse(c.kinds(), before.kinds());
        boolean billing = kinds.contains("BILLING");
        boolean shipping = kinds.contains("SHIPPING");
        boolean leaves = (before.defaultBilling() && !billing && all.stream().filter(Entry::billing).count() > 1)
                || (before.defaultShipping() && !shipping && all.stream().filter(Entry::shipping).count() > 1);
        if (leaves) {
            return Outcome.refused(new CustomerRefusal.DefaultAddress());
        }
        var after = new Entry(
                c.customerId(), c.addressId(), Objects.requireNonNullElse(c.address(), before.address()),
                Objects.requireNonNullElse(c.country(), before.country()), billing, shipping,
                billing && (c.makeDefault() || before.defaultBilling() || all.stream().noneMatch(Entry::defaultBilling)),
                shipping && (c.makeDefault() || before.defaultShipping() || all.stream().noneMatch(Entry::defaultShipping)),
                before.version() + 1);
        book.save(tx, after);
        tx.publish(
                new CustomerAddressUpdated(
                        c.customerId(), c.addressId(), after.kinds(), after.address(), after.country(),
                        !after.defaultFor().isEmpty()),
                customers.touch(tx, c.customerId()));
        return Outcome.done(c.addressId());
    }
}
