package dev.souk.order.db;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.order.domain.Acceptance;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes any number of new orders with one statement a table.
public final class NewOrders {
    private final ConfirmationKey key;

    public NewOrders(ConfirmationKey key) {
        this.key = key;
    }

    /// Inserts those that do not exist and answers them; the others are left alone. Ids must be distinct.
    public List<Placed> insert(Tx tx, List<CreateOrder> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        var drawn = drawn(tx, commands);
        var written = insertOrders(tx, drawn);
        var placed = drawn.stream().filter(p -> written.contains(p.command().orderId())).toList();
        if (!placed.isEmpty()) {
            insertTerms(tx, placed);
            insertLines(tx, placed);
            insertAddresses(tx, placed);
            insertPromotions(tx, placed);
        }
        return placed;
    }

    private List<Placed> drawn(Tx tx, List<CreateOrder> commands) {
        var permutation = key.numbers(tx);
        var numbers = tx.sql("select nextval('order_number') as number from generate_series(1, ?)")
                .params(commands.size())
                .list(row -> row.bigint("number"));
        var drawn = new ArrayList<Placed>(commands.size());
        for (int i = 0; i < numbers.size(); i++) {
            long number = numbers.get(i);
            drawn.add(new Placed(number, permutation.of(number), commands.get(i)));
        }
        return drawn;
    }

    private static Set<UUID> insertOrders(Tx tx, List<Placed> orders) {
        return new HashSet<>(tx.sql("""
                insert into orders (number, order_id, customer_id, confirmation_number, total, goods, currency, channel,
                    line_count, units, reservation_id, payment_id, status, version, reservation_status, payment_status,
                    captured, refunded, created_at, changed_at)
                select u.*, 'CONFIRMED', 3, 'COMMITTED', 'AUTHORIZED', 0, 0, ?::timestamptz, ?::timestamptz
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) u
                on conflict (order_id) do nothing
                returning order_id""").params(tx.now(), tx.now())
                .array("bigint", orders, Placed::number)
                .array("uuid", orders, p -> p.command().orderId())
                .array("uuid", orders, p -> p.command().customerId())
                .array("text", orders, Placed::confirmationNumber)
                .array("bigint", orders, p -> p.command().total())
                .array("bigint", orders, p -> Acceptance.goods(p.command()))
                .array("text", orders, p -> p.command().currency())
                .array("text", orders, p -> p.command().channel())
                .array("int", orders, p -> p.command().items().size())
                .array("bigint", orders, p -> units(p.command()))
                .array("uuid", orders, p -> p.command().reservationId())
                .array("uuid", orders, p -> p.command().paymentId())
                .list(row -> row.uuid("order_id")));
    }

    private static long units(CreateOrder command) {
        return command.items().stream().mapToLong(CreateOrder.Item::quantity).sum();
    }

    private static void insertTerms(Tx tx, List<Placed> orders) {
        tx.sql("""
                insert into order_terms (number, cart_id, checkout_id, quote_id, quote_hash, authorization_id, subtotal,
                    discount, shipping, tax, shipping_method_id, payment_kind, payment_brand, payment_last4, placed_by)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .array("bigint", orders, Placed::number)
                .array("uuid", orders, p -> p.command().cartId())
                .array("uuid", orders, p -> p.command().checkoutId())
                .array("uuid", orders, p -> p.command().quoteId())
                .array("text", orders, p -> p.command().quoteHash())
                .array("uuid", orders, p -> p.command().paymentAuthorizationId())
                .array("bigint", orders, p -> p.command().subtotal())
                .array("bigint", orders, p -> p.command().discount())
                .array("bigint", orders, p -> p.command().shipping())
                .array("bigint", orders, p -> p.command().tax())
                .array("text", orders, p -> p.command().shippingMethodId())
                .array("text", orders, p -> paidWith(p, CreateOrder.Payment::kind))
                .array("text", orders, p -> paidWith(p, CreateOrder.Payment::brand))
                .array("text", orders, p -> paidWith(p, paid -> paid.last4() == null ? null : paid.last4().text()))
                .array("text", orders, p -> p.command().placedBy())
                .update();
    }

    private static @Nullable String paidWith(Placed order, Function<CreateOrder.Payment, @Nullable String> member) {
        var payment = order.command().payment();
        return payment == null ? null : member.apply(payment);
    }

    private record Line(long number, int place, CreateOrder.Item item) {}

    private static void insertLines(Tx tx, List<Placed> orders) {
        var lines = new ArrayList<Line>();
        for (var order : orders) {
            int place = 0;
            for (var item : order.command().items()) {
                lines.add(new Line(order.number(), ++place, item));
            }
        }
        tx.sql("""
                insert into order_line (number, line_no, line_id, product_id, variant_id, sku, name, quantity, unit_price,
                    discount, net, tax)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .array("bigint", lines, Line::number)
                .array("int", lines, Line::place)
                .array("uuid", lines, l -> l.item().lineId())
                .array("uuid", lines, l -> l.item().productId())
                .array("uuid", lines, l -> l.item().variantId())
                .array("text", lines, l -> l.item().sku())
                .array("text", lines, l -> l.item().name())
                .array("int", lines, l -> l.item().quantity())
                .array("bigint", lines, l -> l.item().unitPrice())
                .array("bigint", lines, l -> l.item().discount())
                .array("bigint", lines, l -> l.item().net())
                .array("bigint", lines, l -> l.item().tax())
                .update();
    }

    private record Lives(
            long number, String kind, Sealed<Address> address, String country, @Nullable Sealed<String> email) {}

    private static void insertAddresses(Tx tx, List<Placed> orders) {
        var all = new ArrayList<Lives>();
        for (var order : orders) {
            var command = order.command();
            all.add(new Lives(order.number(), "DELIVERY", command.deliveryAddress(), command.deliveryCountry(), command.email()));
            if (!command.billingAddress().equals(command.deliveryAddress())) {
                all.add(new Lives(order.number(), "BILLING", command.billingAddress(), command.billingCountry(), null));
            }
        }
        tx.sql("""
                insert into order_address (number, kind, address, country_code, email)
                select * from unnest(?, ?, ?, ?, ?)""")
                .array("bigint", all, Lives::number)
                .array("text", all, Lives::kind)
                .array("text", all, l -> l.address().text())
                .array("text", all, Lives::country)
                .array("text", all, l -> l.email() == null ? null : l.email().text())
                .update();
    }

    private record Granted(long number, CreateOrder.Promotion promotion) {}

    private static void insertPromotions(Tx tx, List<Placed> orders) {
        var all = orders.stream()
                .flatMap(p -> p.command().promotions().stream().map(promotion -> new Granted(p.number(), promotion)))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        tx.sql("""
                insert into order_promotion (number, promotion_id, hold_id, code, discount)
                select * from unnest(?, ?, ?, ?, ?)
                on conflict do nothing""")
                .array("bigint", all, Granted::number)
                .array("uuid", all, g -> g.promotion().promotionId())
                .array("uuid", all, g -> g.promotion().holdId())
                .array("text", all, g -> g.promotion().code())
                .array("bigint", all, g -> g.promotion().discount())
                .update();
    }
}
