package dev.souk.customer.db;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Addresses of customers.
public final class AddressBook {
    /// One address, sealed, and what it is for.
    public record Entry(
            UUID customerId,
            UUID addressId,
            Sealed<Address> address,
            String country,
            boolean billing,
            boolean shipping,
            boolean defaultBilling,
            boolean defaultShipping,
            long version) {
        public List<String> kinds() {
            return kinds(billing, shipping);
        }

        public List<String> defaultFor() {
            return kinds(defaultBilling, defaultShipping);
        }

        private static List<String> kinds(boolean billing, boolean shipping) {
            var kinds = new ArrayList<String>();
            if (billing) {
                kinds.add("BILLING");
            }
            if (shipping) {
                kinds.add("SHIPPING");
            }
            return kinds;
        }
    }

    /// In the order in which they were added.
    public List<Entry> of(Tx tx, UUID customer) {
        return tx.sql("""
                select customer_id, address_id, address, country, billing, shipping, default_billing, default_shipping, version
                from customer_address where customer_id = ? order by created_at, address_id""")
                .params(customer)
                .list(AddressBook::entry);
    }

    private static Entry entry(Row r) {
        return new Entry(
                r.uuid("customer_id"), r.uuid("address_id"), new Sealed<>(r.text("address")), r.text("country"),
                r.bool("billing"), r.bool("shipping"), r.bool("default_billing"), r.bool("default_shipping"),
                r.bigint("version"));
    }

    /// Adds or replaces; what it becomes the default for, the others are no more.
    public void save(Tx tx, Entry e) {
        if (e.defaultBilling()) {
            tx.sql("update customer_address set default_billing = false where customer_id = ? and address_id <> ? and default_billing")
                    .params(e.customerId(), e.addressId())
                    .update();
        }
        if (e.defaultShipping()) {
            tx.sql("update customer_address set default_shipping = false where customer_id = ? and address_id <> ? and default_shipping")
                    .params(e.customerId(), e.addressId())
                    .update();
        }
        tx.sql("""
                insert into customer_address (customer_id, address_id, address, country, billing, shipping,
                    default_billing, default_shipping, version, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
                on conflict (customer_id, address_id) do update set
                    address = excluded.address, country = excluded.country, billing = excluded.billing,
                    shipping = excluded.shipping, default_billing = excluded.default_billing,
                    default_shipping = excluded.default_shipping, version = customer_address.version + 1""")
                .params(
                        e.customerId(), e.addressId(), e.address().text(), e.country(), e.billing(), e.shipping(),
                        e.defaultBilling(), e.defaultShipping(), tx.now())
                .update();
    }

    public int remove(Tx tx, UUID customer, UUID address) {
        return tx.sql("delete from customer_address where customer_id = ? and address_id = ?")
                .params(customer, address)
                .update();
    }

    public int removeAll(Tx tx, UUID customer) {
        return tx.sql("delete from customer_address where customer_id = ?").params(customer).update();
    }
}
