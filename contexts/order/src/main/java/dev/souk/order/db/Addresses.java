package dev.souk.order.db;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.util.Optional;

/// Addresses of orders, sealed.
public final class Addresses {
    private Addresses() {}

    public record Stored(Sealed<Address> address, String country, int revision) {}

    static Stored stored(Row row) {
        return new Stored(new Sealed<>(row.text("address")), row.text("country_code"), row.integer("revision"));
    }

    public static Optional<Stored> delivery(Tx tx, long number) {
        return tx.sql("select address, country_code, revision from order_address where number = ? and kind = 'DELIVERY'")
                .params(number)
                .optional(Addresses::stored);
    }

    /// Sends the order elsewhere. An order without a billing address of its own keeps being billed where it was.
    public static void redirect(Tx tx, long number, Sealed<Address> to, String country) {
        tx.sql("""
                insert into order_address (number, kind, address, country_code)
                select number, 'BILLING', address, country_code
                  from order_address where number = ? and kind = 'DELIVERY'
                on conflict do nothing""")
                .params(number)
                .update();
        tx.sql("""
                update order_address set address = ?, country_code = ?, revision = revision + 1
                 where number = ? and kind = 'DELIVERY'""")
                .params(to.text(), country, number)
                .update();
    }
}
