package dev.souk.cart.db;

import dev.souk.cart.domain.Basket;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.Line;
import dev.souk.cart.domain.Offer;
import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table of cart lines. Whoever writes it holds the lock of the cart's row.
public final class CartLines {
    private final Carts carts;

    public CartLines(Carts carts) {
        this.carts = carts;
    }

    /// A line that is to be added to its cart.
    public record Adding(AddItemToCart command, Offer offer, Line fresh) {}

    /// A cart after a line was added to it.
    public record Added(UUID cartId, long version, int lines, int quantity, @Nullable UUID customerId) {}

    /// The lines of a cart in the order in which they came in.
    public List<Line> of(Tx tx, UUID cartId) {
        return tx.sql("select * from cart_lines where cart_id = ? order by added_version, line_id")
                .params(cartId)
                .list(CartLines::line);
    }

    /// The same for many carts.
    public Map<UUID, List<Line>> of(Tx tx, List<UUID> cartIds) {
        record Owned(UUID cartId, Line line) {}
        return tx.sql("select * from cart_lines where cart_id = any(?) order by added_version, line_id")
                .array("uuid", cartIds)
                .list(row -> new Owned(row.uuid("cart_id"), line(row)))
                .stream()
                .collect(Collectors.groupingBy(Owned::cartId, Collectors.mapping(Owned::line, Collectors.toList())));
    }

    public Basket basket(Tx tx, Cart locked) {
        return new Basket(locked, of(tx, locked.id()));
    }

    /// Locks the carts, adds up one line in each and raises the versions in one statement, where nothing speaks against
    /// it. A cart that is missing in the result is as it was: [Basket#add] tells why.
    ///
    /// @param adding for different carts
    public Map<UUID, Added> tryAdd(Tx tx, List<Adding> adding) {
        return tx.sql(
                        """
                with cart as materialized (
                    select a.*, c.version, c.status, c.currency = a.money as same_money, c.customer_id, c.token_hash,
                        c.line_count, c.max_lines, c.max_quantity
                    from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[], ?::bigint[],
                            ?::bigint[], ?::text[], ?::bigint[], ?::boolean[], ?::uuid[], ?::text[])
                        as a (cart_id, line_id, product_id, variant_id, sku, name, quantity, unit_price,
                            negotiated_price, money, expected, desk, subject, token)
                    join carts c on c.id = a.cart_id
                    order by a.cart_id
                    for update of c
                ), line as (
                    insert into cart_lines as l (cart_id, line_id, product_id, variant_id, sku, name, quantity,
                        unit_price, negotiated_price, added_version)
                    select cart_id, line_id, product_id, variant_id, sku, name, quantity, unit_price, negotiated_price,
                        version + 1
                    from cart
                    where status = 'ACTIVE' and same_money and version = coalesce(expected, version)
                        and (desk or customer_id = subject or token_hash = token)
                        and line_count < max_lines and quantity <= max_quantity
                    on conflict (cart_id, line_id) do update
                    set quantity = l.quantity + excluded.quantity, unit_price = excluded.unit_price, available = null
                    where l.quantity + excluded.quantity
                        <= (select max_quantity from cart where cart.cart_id = l.cart_id)
                    returning l.cart_id, l.quantity, old.quantity is null as fresh
                )
                update carts c set version = c.version + 1, line_count = c.line_count + line.fresh::int,
                    last_activity_at = ?, due_at = least(due_at, ?)
                from line where c.id = line.cart_id
                returning c.id, c.version, c.line_count, c.customer_id, line.quantity
                """)
                .array("uuid", adding, a -> a.command().cartId())
                .array("uuid", adding, a -> a.fresh().lineId())
                .array("uuid", adding, a -> a.fresh().productId())
                .array("uuid", adding, a -> a.fresh().variantId())
                .array("text", adding, a -> a.fresh().sku())
                .array("text", adding, a -> a.fresh().name())
                .array("int", adding, a -> a.fresh().quantity())
                .array("bigint", adding, a -> a.fresh().unitPrice())
                .array("bigint", adding, a -> a.fresh().negotiatedPrice())
                .array("text", adding, a -> a.offer().currency())
                .array("bigint", adding, a -> a.command().expectedVersion())
                .array("boolean", adding, a -> a.command().by().salesDesk())
                .array("uuid", adding, a -> a.command().by().subject())
                .array("text", adding, a -> a.command().by().tokenHash())
                .params(tx.now(), carts.soon(tx))
                .list(row -> new Added(
                        row.uuid("id"),
                        row.bigint("version"),
                        row.integer("line_count"),
                        row.integer("quantity"),
                        row.uuidOrNull("customer_id")))
                .stream()
                .collect(Collectors.toMap(Added::cartId, Function.identity()));
    }

    /// Writes what has changed in the basket, and the cart at its version.
    public void save(Tx tx, Basket basket) {
        save(tx, basket, basket.version());
    }

    /// The same at another version, for changes that one event tells together.
    public void save(Tx tx, Basket basket, long version) {
        if (!basket.changed().isEmpty()) {
            write(tx, basket.cart().id(), basket.changed());
        }
        if (!basket.removed().isEmpty()) {
            tx.sql("delete from cart_lines where cart_id = ? and line_id = any(?)")
                    .params(basket.cart().id())
                    .array("uuid", basket.removed())
                    .update();
        }
        carts.touch(tx, basket.cart().id(), version, basket.size());
    }

    private static void write(Tx tx, UUID cartId, List<Line> lines) {
        tx.sql(
                        """
                insert into cart_lines (cart_id, line_id, product_id, variant_id, sku, name, quantity, unit_price,
                    negotiated_price, added_version, available)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (cart_id, line_id) do update
                set quantity = excluded.quantity, unit_price = excluded.unit_price, available = excluded.available
                """)
                .params(cartId)
                .array("uuid", lines, Line::lineId)
                .array("uuid", lines, Line::productId)
                .array("uuid", lines, Line::variantId)
                .array("text", lines, Line::sku)
                .array("text", lines, Line::name)
                .array("int", lines, Line::quantity)
                .array("bigint", lines, Line::unitPrice)
                .array("bigint", lines, Line::negotiatedPrice)
                .array("bigint", lines, Line::addedVersion)
                .array("bigint", lines, Line::available)
                .update();
    }

    /// Takes everything out.
    public void clear(Tx tx, UUID cartId) {
        tx.sql("delete from cart_lines where cart_id = ?").params(cartId).update();
    }

    static Line line(Row row) {
        return new Line(
                row.uuid("line_id"),
                row.uuid("product_id"),
                row.uuidOrNull("variant_id"),
                row.text("sku"),
                row.text("name"),
                row.integer("quantity"),
                row.bigint("unit_price"),
                row.bigintOrNull("negotiated_price"),
                row.bigint("added_version"),
                row.bigintOrNull("available"));
    }
}
