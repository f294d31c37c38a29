package dev.souk.order.db;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.util.Optional;

/// Addresses of orders.
public final class Addresses {
    private Addresses() {}

    static final String COLUMNS =
            "kind, recipient_name, line1, line2, city, region, postal_code, country_code, phone, revision";

    public record Delivery(Address address, int revision) {}

    static Address address(Row row) {
        return new Address(
                row.text("recipient_name"),
                row.text("line1"),
                row.textOrNull("line2"),
                row.text("city"),
                row.textOrNull("region"),
                row.text("postal_code"),
                row.text("country_code"),
                row.textOrNull("phone"));
    }

    public static Optional<Delivery> delivery(Tx tx, long number) {
        return tx.sql("select " + COLUMNS + " from order_address where number = ? and kind = 'DELIVERY'")
                .params(number)
                .optional(row -> new Delivery(address(row), row.integer("revision")));
    }

    /// Sends the order elsewhere. An order without a billing address of its own keeps being billed where it was.
    public static void redirect(Tx tx, long number, Address to) {
        tx.sql("""
                insert into order_address (number, kind, recipient_name, line1, line2, city, region, postal_code,
                    country_code, phone)
                select number, 'BILLING', recipient_name, line1, line2, city, region, postal_code, country_code, phone
                  from order_address where number = ? and kind = 'DELIVERY'
                on conflict do nothing""")
                .params(number)
                .update();
        tx.sql("""
                update order_address
                   set recipient_name = ?, line1 = ?, line2 = ?, city = ?, region = ?, postal_code = ?,
                       country_code = ?, phone = ?, revision = revision + 1
                 where number = ? and kind = 'DELIVERY'""")
                .params(to.recipientName(), to.line1(), to.line2(), to.city(), to.region(), to.postalCode())
                .params(to.countryCode(), to.phone(), number)
                .update();
    }
}
