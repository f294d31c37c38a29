package dev.souk.order.db;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.order.domain.Acceptance;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Sql;
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
        var sql = tx.sql("""
                insert into orders (number, order_id, customer_id, confirmation_number, total, goods, currency, channel,
                    line_count, units, reservation_id, payment_id, status, version, reservation_status, payment_status,
                    captured, refunded, created_at, changed_at)
                select u.*, 'CONFIRMED', 3, 'COMMITTED', 'AUTHORIZED', 0, 0, ?::timestamptz, ?::timestamptz
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) u
                on conflict (order_id) do nothing
                returning order_id""").params(tx.now(), tx.now());
        column(sql, "bigint", orders, Placed::number);
        column(sql, "uuid", orders, p -> p.command().orderId());
        column(sql, "uuid", orders, p -> p.command().customerId());
        column(sql, "text", orders, Placed::confirmationNumber);
        column(sql, "bigint", orders, p -> p.command().total());
        column(sql, "bigint", orders, p -> Acceptance.goods(p.command()));
        column(sql, "text", orders, p -> p.command().currency());
        column(sql, "text", orders, p -> p.command().channel());
        column(sql, "int", orders, p -> p.command().items().size());
        column(sql, "bigint", orders, p -> units(p.command()));
        column(sql, "uuid", orders, p -> p.command().reservationId());
        column(sql, "uuid", orders, p -> p.command().paymentId());
        return new HashSet<>(sql.list(row -> row.uuid("order_id")));
    }

    private static long units(CreateOrder command) {
        return command.items().stream().mapToLong(CreateOrder.Item::quantity).sum();
    }

    private static void insertTerms(Tx tx, List<Placed> orders) {
        var sql = tx.sql("""
                insert into order_terms (number, cart_id, checkout_id, quote_id, quote_hash, authorization_id, subtotal,
                    discount, shipping, tax, shipping_method_id, payment_kind, payment_brand, payment_last4, placed_by)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        column(sql, "bigint", orders, Placed::number);
        column(sql, "uuid", orders, p -> p.command().cartId());
        column(sql, "uuid", orders, p -> p.command().checkoutId());
        column(sql, "uuid", orders, p -> p.command().quoteId());
        column(sql, "text", orders, p -> p.command().quoteHash());
        column(sql, "uuid", orders, p -> p.command().paymentAuthorizationId());
        column(sql, "bigint", orders, p -> p.command().subtotal());
        column(sql, "bigint", orders, p -> p.command().discount());
        column(sql, "bigint", orders, p -> p.command().shipping());
        column(sql, "bigint", orders, p -> p.command().tax());
        column(sql, "text", orders, p -> p.command().shippingMethodId());
        column(sql, "text", orders, p -> paidWith(p, CreateOrder.Payment::kind));
        column(sql, "text", orders, p -> paidWith(p, CreateOrder.Payment::brand));
        column(sql, "text", orders, p -> paidWith(p, paid -> paid.last4() == null ? null : paid.last4().text()));
        column(sql, "text", orders, p -> p.command().placedBy());
        sql.update();
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
        var sql = tx.sql("""
                insert into order_line (number, line_no, line_id, product_id, variant_id, sku, name, quantity, unit_price,
                    discount, net, tax)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        column(sql, "bigint", lines, Line::number);
        column(sql, "int", lines, Line::place);
        column(sql, "uuid", lines, l -> l.item().lineId());
        column(sql, "uuid", lines, l -> l.item().productId());
        column(sql, "uuid", lines, l -> l.item().variantId());
        column(sql, "text", lines, l -> l.item().sku());
        column(sql, "text", lines, l -> l.item().name());
        column(sql, "int", lines, l -> l.item().quantity());
        column(sql, "bigint", lines, l -> l.item().unitPrice());
        column(sql, "bigint", lines, l -> l.item().discount());
        column(sql, "bigint", lines, l -> l.item().net());
        column(sql, "bigint", lines, l -> l.item().tax());
        sql.update();
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
        var sql = tx.sql("""
                insert into order_address (number, kind, address, country_code, email)
                select * from unnest(?, ?, ?, ?, ?)""");
        column(sql, "bigint", all, Lives::number);
        column(sql, "text", all, Lives::kind);
        column(sql, "text", all, l -> l.address().text());
        column(sql, "text", all, Lives::country);
        column(sql, "text", all, l -> l.email() == null ? null : l.email().text());
        sql.update();
    }

    private record Granted(long number, CreateOrder.Promotion promotion) {}

    private static void insertPromotions(Tx tx, List<Placed> orders) {
        var all = orders.stream()
                .flatMap(p -> p.command().promotions().stream().map(promotion -> new Granted(p.number(), promotion)))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        var sql = tx.sql("""
                insert into order_promotion (number, promotion_id, hold_id, code, discount)
                select * from unnest(?, ?, ?, ?, ?)
                on conflict do nothing""");
        column(sql, "bigint", all, Granted::number);
        column(sql, "uuid", all, g -> g.promotion().promotionId());
        column(sql, "uuid", all, g -> g.promotion().holdId());
        column(sql, "text", all, g -> g.promotion().code());
        column(sql, "bigint", all, g -> g.promotion().discount());
        sql.update();
    }

    static <T> void column(Sql sql, String type, List<T> rows, Function<T, @Nullable Object> value) {
        var values = new ArrayList<@Nullable Object>(rows.size());
        for (var row : rows) {
            values.add(value.apply(row));
        }
        sql.array(type, values);
    }
}
