package dev.souk.cart.db;

import dev.souk.cart.domain.Basket;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.Line;
import dev.souk.cart.domain.Offer;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The table of cart lines. Whoever writes it holds the lock of the cart's row.
public final class CartLines {
    private final Carts carts;

    public CartLines(Carts carts) {
        this.carts = carts;
    }

    /// What one statement has added.
    public record Added(long version, int lines, int quantity, @Nullable UUID customerId) {}

    /// The lines of a cart in the order in which they came in.
    public List<Line> of(Tx tx, UUID cartId) {
        return tx.sql("select * from cart_lines where cart_id = ? order by added_version, line_id")
                .params(cartId)
                .list(CartLines::line);
    }

    public Basket basket(Tx tx, Cart locked) {
        return new Basket(locked, of(tx, locked.id()));
    }

    /// Locks the cart, adds up the line and raises the version in one statement, when nothing speaks against it. Empty
    /// when something does, and then nothing has changed: [Basket#add] tells what it is. The cart is looked up by its
    /// id alone, so that no plan can prefer another index.
    public Optional<Added> tryAdd(
            Tx tx, UUID cartId, CartAccess by, @Nullable Long expectedVersion, Offer offer, Line fresh) {
        return tx.sql(
                        """
                with cart as materialized (
                    select version, status, currency, customer_id, token_hash, line_count, max_lines, max_quantity
                    from carts where id = ? for update
                ), line as (
                    insert into cart_lines as l (cart_id, line_id, product_id, variant_id, sku, name, quantity,
                        unit_price, negotiated_price, added_version)
                    select ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?::bigint, cart.version + 1 from cart
                    where status = 'ACTIVE' and currency = ? and version = coalesce(?::bigint, version)
                        and (?::boolean or customer_id = ?::uuid or token_hash = ?::text)
                        and line_count < max_lines and ? <= max_quantity
                    on conflict (cart_id, line_id) do update
                    set quantity = l.quantity + excluded.quantity, unit_price = excluded.unit_price, available = null
                    where l.quantity + excluded.quantity <= (select max_quantity from cart)
                    returning l.quantity, old.quantity is null as fresh
                )
                update carts c set version = c.version + 1, line_count = c.line_count + line.fresh::int,
                    last_activity_at = ?, due_at = least(due_at, ?)
                from line where c.id = ?
                returning c.version, c.line_count, c.customer_id, line.quantity
                """)
                .params(cartId)
                .params(cartId, fresh.lineId(), fresh.productId(), fresh.variantId(), fresh.sku(), fresh.name())
                .params(fresh.quantity(), fresh.unitPrice(), fresh.negotiatedPrice())
                .params(offer.currency(), expectedVersion, by.salesDesk(), by.subject(), by.tokenHash())
                .params(fresh.quantity())
                .params(tx.now(), carts.soon(tx), cartId)
                .optional(row -> new Added(
                        row.bigint("version"),
                        row.integer("line_count"),
                        row.integer("quantity"),
                        row.uuidOrNull("customer_id")));
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
                .array("uuid", lines.stream().map(Line::lineId).toList())
                .array("uuid", lines.stream().map(Line::productId).toList())
                .array("uuid", lines.stream().map(Line::variantId).toList())
                .array("text", lines.stream().map(Line::sku).toList())
                .array("text", lines.stream().map(Line::name).toList())
                .array("int", lines.stream().map(Line::quantity).toList())
                .array("bigint", lines.stream().map(Line::unitPrice).toList())
                .array("bigint", lines.stream().map(Line::negotiatedPrice).toList())
                .array("bigint", lines.stream().map(Line::addedVersion).toList())
                .array("bigint", lines.stream().map(Line::available).toList())
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
