package dev.souk.order.db;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.GetOrder;
import dev.souk.contracts.order.GetOrderHistory;
import dev.souk.order.domain.HoldReason;
import dev.souk.order.domain.OrderStatus;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// From rows to answers, past the domain: one order with all that hangs on it.
public final class OrderReads {
    private final Vault vault;

    public OrderReads(Vault vault) {
        this.vault = vault;
    }

    private record Head(long number, Instant createdAt, String placedBy) {}

    public Optional<GetOrder.Order> order(Tx tx, UUID orderId) {
        return tx.sql("""
                select o.number, o.order_id, o.customer_id, o.status, o.total, o.currency, o.created_at,
                       o.confirmation_number, o.version, o.changed_at, o.channel, o.payment_id, o.payment_status,
                       o.captured, o.refunded, o.reservation_id, o.reservation_status, t.subtotal, t.discount, t.shipping,
                       t.tax, t.shipping_method_id, t.placed_by, t.cart_id, t.checkout_id, t.payment_kind,
                       t.payment_brand, t.payment_last4
                  from orders o join order_terms t on t.number = o.number
                 where o.order_id = ?""")
                .params(orderId)
                .optional(row -> order(tx, row));
    }

    private GetOrder.Order order(Tx tx, Row row) {
        long number = row.bigint("number");
        var status = row.enumOf(OrderStatus.class, "status");
        var addresses = addresses(tx, number);
        var items = items(tx, number);
        long shippingNet = row.bigint("shipping");
        long shippingTax = row.bigint("tax") - items.stream().mapToLong(GetOrder.Item::tax).sum();
        var head = new Head(number, row.instant("created_at"), row.text("placed_by"));
        return new GetOrder.Order(
                row.uuid("order_id"),
                row.uuid("customer_id"),
                status.coarse(),
                items,
                row.bigint("total"),
                row.text("currency"),
                head.createdAt(),
                status.name(),
                row.text("confirmation_number"),
                row.bigint("version"),
                row.instant("changed_at"),
                row.bigint("subtotal"),
                row.bigint("discount"),
                shippingNet + shippingTax,
                shippingNet,
                row.bigint("tax"),
                row.text("shipping_method_id"),
                row.text("channel"),
                head.placedBy(),
                row.uuid("cart_id"),
                row.uuid("checkout_id"),
                addresses.get("DELIVERY"),
                addresses.getOrDefault("BILLING", addresses.get("DELIVERY")),
                payment(row),
                new GetOrder.Reservation(row.uuid("reservation_id"), row.text("reservation_status")),
                promotions(tx, number),
                holds(tx, number),
                timeline(tx, head));
    }

    private GetOrder.Payment payment(Row row) {
        return new GetOrder.Payment(
                row.uuid("payment_id"),
                row.text("payment_status"),
                row.textOrNull("payment_kind"),
                row.textOrNull("payment_brand"),
                last4(row.textOrNull("payment_last4")),
                row.bigint("captured"),
                row.bigint("refunded"));
    }

    private @Nullable String last4(@Nullable String sealed) {
        return sealed == null ? null : vault.open(new Sealed<String>(sealed), String.class).orElse(null);
    }

    /// What somebody wrote is sealed, what the platform notes is not.
    private @Nullable String words(@Nullable String text) {
        return text == null || !Sealed.isSealed(text) ? text : vault.open(new Sealed<String>(text), String.class).orElse(null);
    }

    private static List<GetOrder.Item> items(Tx tx, long number) {
        return tx.sql("""
                select line_id, product_id, variant_id, sku, name, quantity, unit_price, discount, net, tax
                  from order_line where number = ? order by line_no""")
                .params(number)
                .list(row -> new GetOrder.Item(
                        row.uuid("line_id"),
                        row.uuid("product_id"),
                        row.uuidOrNull("variant_id"),
                        row.text("sku"),
                        row.text("name"),
                        row.integer("quantity"),
                        row.bigint("unit_price"),
                        row.bigint("discount"),
                        row.bigint("net"),
                        row.bigint("tax")));
    }

    private Map<String, @Nullable Address> addresses(Tx tx, long number) {
        var found = new HashMap<String, @Nullable Address>();
        tx.sql("select kind, address, country_code, revision from order_address where number = ?")
                .params(number)
                .list(row -> Optional.ofNullable(found.put(row.text("kind"), open(Addresses.stored(row)))));
        return found;
    }

    /// Of somebody who is erased only the country is left, for the books.
    private Address open(Addresses.Stored stored) {
        return vault.open(stored.address(), Address.class).orElseGet(() -> Address.erased(stored.country()));
    }

    private static List<GetOrder.Promotion> promotions(Tx tx, long number) {
        return tx.sql("""
                select p.promotion_id, n.name, p.code, p.discount, p.confirmed_at is not null as confirmed
                  from order_promotion p left join promotion_name n on n.promotion_id = p.promotion_id
                 where p.number = ? order by p.promotion_id""")
                .params(number)
                .list(row -> new GetOrder.Promotion(
                        row.uuid("promotion_id"),
                        row.textOrNull("name"),
                        row.textOrNull("code"),
                        row.bigint("discount"),
                        row.bool("confirmed")));
    }

    private List<GetOrder.Hold> holds(Tx tx, long number) {
        return tx.sql("""
                select hold_id, reason, customer_message, review_by, placed_at, released_at, resolution,
                       escalated_at is not null as overdue
                  from order_hold where number = ? order by placed_at, hold_id""")
                .params(number)
                .list(row -> new GetOrder.Hold(
                        row.uuid("hold_id"),
                        row.text("reason"),
                        row.enumOf(HoldReason.class, "reason").team(),
                        words(row.textOrNull("customer_message")),
                        row.instant("review_by"),
                        row.instant("placed_at"),
                        row.instantOrNull("released_at"),
                        words(row.textOrNull("resolution")),
                        row.bool("overdue")));
    }

    /// Oldest first; empty when there is no such order.
    public List<GetOrderHistory.Entry> history(Tx tx, UUID orderId) {
        return tx.sql("""
                select o.number, o.created_at, t.placed_by
                  from orders o join order_terms t on t.number = o.number
                 where o.order_id = ?""")
                .params(orderId)
                .optional(row -> new Head(row.bigint("number"), row.instant("created_at"), row.text("placed_by")))
                .map(head -> timeline(tx, head))
                .orElse(List.of());
    }

    private List<GetOrderHistory.Entry> timeline(Tx tx, Head head) {
        var entries = new ArrayList<GetOrderHistory.Entry>();
        for (var status : List.of("CREATED", "SUBMITTED", "CONFIRMED")) {
            entries.add(new GetOrderHistory.Entry(
                    head.createdAt(), "STATUS", status, null, null, "SERVICE", head.placedBy()));
        }
        entries.addAll(tx.sql("""
                select at, kind, status, detail, note, actor_kind, actor_id
                  from order_timeline where number = ? order by id""")
                .params(head.number())
                .list(row -> new GetOrderHistory.Entry(
                        row.instant("at"),
                        row.text("kind"),
                        row.textOrNull("status"),
                        row.textOrNull("detail"),
                        words(row.textOrNull("note")),
                        row.text("actor_kind"),
                        row.textOrNull("actor_id"))));
        return entries;
    }
}
