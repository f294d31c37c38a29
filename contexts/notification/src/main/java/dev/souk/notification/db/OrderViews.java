package dev.souk.notification.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `order_view` table: what mails about an order show.
public final class OrderViews {
    private OrderViews() {}

    /// Members that no event has told yet are null.
    ///
    /// @param lines JSON
    public record OrderView(
            UUID orderId,
            @Nullable UUID customerId,
            @Nullable String number,
            @Nullable String currency,
            @Nullable Long subtotal,
            @Nullable Long discount,
            @Nullable Long shipping,
            @Nullable Long tax,
            @Nullable Long total,
            @Nullable String lines,
            @Nullable String country,
            @Nullable Sealed<String> email,
            @Nullable Instant placedAt,
            @Nullable Instant confirmedAt) {
        public static OrderView unknown(UUID id) {
            return new OrderView(
                    id, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        static OrderView of(Row row) {
            var email = row.textOrNull("email");
            return new OrderView(
                    row.uuid("order_id"), row.uuidOrNull("customer_id"), row.textOrNull("number"),
                    row.textOrNull("currency"), row.bigintOrNull("subtotal"), row.bigintOrNull("discount"),
                    row.bigintOrNull("shipping"), row.bigintOrNull("tax"), row.bigintOrNull("total"),
                    row.textOrNull("lines"), row.textOrNull("country"), email == null ? null : new Sealed<>(email),
                    row.instantOrNull("placed_at"), row.instantOrNull("confirmed_at"));
        }
    }

    /// Adds what is told to what is known.
    public static void tell(Tx tx, Collection<OrderView> views) {
        var all = List.copyOf(views);
        tx.sql(
                        """
                insert into order_view as v (order_id, customer_id, number, currency, subtotal, discount, shipping, tax,
                    total, lines, country, email, placed_at, confirmed_at)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                on conflict (order_id) do update set
                    customer_id = coalesce(v.customer_id, excluded.customer_id),
                    number = coalesce(v.number, excluded.number), currency = coalesce(v.currency, excluded.currency),
                    subtotal = coalesce(v.subtotal, excluded.subtotal),
                    discount = coalesce(v.discount, excluded.discount),
                    shipping = coalesce(v.shipping, excluded.shipping), tax = coalesce(v.tax, excluded.tax),
                    total = coalesce(v.total, excluded.total), lines = coalesce(v.lines, excluded.lines),
                    country = coalesce(v.country, excluded.country), email = coalesce(v.email, excluded.email),
                    placed_at = coalesce(v.placed_at, excluded.placed_at),
                    confirmed_at = coalesce(v.confirmed_at, excluded.confirmed_at)
                """)
                .array("uuid", all, OrderView::orderId)
                .array("uuid", all, OrderView::customerId)
                .array("text", all, OrderView::number)
                .array("text", all, OrderView::currency)
                .array("bigint", all, OrderView::subtotal)
                .array("bigint", all, OrderView::discount)
                .array("bigint", all, OrderView::shipping)
                .array("bigint", all, OrderView::tax)
                .array("bigint", all, OrderView::total)
                .array("text", all, OrderView::lines)
                .array("text", all, OrderView::country)
                .array("text", all, v -> v.email() == null ? null : v.email().text())
                .array("timestamptz", all, OrderView::placedAt)
                .array("timestamptz", all, OrderView::confirmedAt)
                .update();
    }

    public static Map<UUID, OrderView> find(Tx tx, Collection<UUID> orders) {
        var found = new HashMap<UUID, OrderView>();
        if (!orders.isEmpty()) {
            tx.sql("select * from order_view where order_id = any(?)")
                    .array("uuid", List.copyOf(orders))
                    .list(row -> found.put(row.uuid("order_id"), OrderView.of(row)));
        }
        return found;
    }

    public static void announceHold(Tx tx, UUID hold) {
        tx.sql("insert into announced_hold (hold_id) values (?) on conflict do nothing").params(hold).update();
    }

    /// Whether the shopper knows of it; asked once, when it ends.
    public static boolean endAnnounced(Tx tx, UUID hold) {
        return tx.sql("delete from announced_hold where hold_id = ?").params(hold).update() > 0;
    }
}
