package dev.souk.cart.db;

import dev.souk.cart.domain.Delivery;
import dev.souk.cart.domain.Destination;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carts that are being checked out: locking, converting and reopening them.
public final class Checkouts {
    private final Carts carts;
    private final Duration watch;

    /// The same table, seen by those who lock it.
    ///
    /// @param watch how long after the lock the watchdog looks
    public Checkouts(Carts carts, Duration watch) {
        this.carts = carts;
        this.watch = watch;
    }

    /// A lock to be set on a cart.
    public record Lock(
            UUID cartId,
            UUID checkoutId,
            UUID orderId,
            long version,
            long total,
            @Nullable UUID guestId,
            Delivery delivery,
            Destination to,
            @Nullable String acceptedTerms) {}

    /// A cart that was removed because its order exists.
    public record Converted(UUID cartId, UUID checkoutId, long version, int lines) {}

    /// A checkout that ended without an order.
    public record Failed(UUID cartId, UUID checkoutId, String reason) {}

    /// A line that could not be had.
    public record Missing(UUID cartId, String sku, long available) {}

    public record Reopened(UUID cartId, UUID checkoutId, long version, int lines) {}

    /// A cart that has been locked for long.
    public record Overdue(
            UUID cartId, UUID checkoutId, UUID orderId, long total, Instant lockedAt, @Nullable UUID buyer) {}

    /// Locks carts whose rows this transaction holds.
    public void lock(Tx tx, List<Lock> locks) {
        tx.sql(
                        """
                update carts c set status = 'CHECKING_OUT', version = l.version, checkout_id = l.checkout_id,
                    order_id = l.order_id, checkout_total = l.total, guest_id = l.guest_id,
                    shipping_method_id = l.shipping_method_id, email = l.email, accepted_terms = l.accepted_terms,
                    reopen_reason = null, dropped_code = null, locked_at = now.at, last_activity_at = now.at,
                    due_at = ?::timestamptz, address = l.address, country_code = l.country_code
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[])
                    as l (cart_id, checkout_id, order_id, version, total, guest_id, shipping_method_id, email,
                        accepted_terms, address, country_code),
                    (select ?::timestamptz as at) now
                where c.id = l.cart_id
                """)
                .params(tx.now().plus(watch))
                .array("uuid", locks, Lock::cartId)
                .array("uuid", locks, Lock::checkoutId)
                .array("uuid", locks, Lock::orderId)
                .array("bigint", locks, Lock::version)
                .array("bigint", locks, Lock::total)
                .array("uuid", locks, Lock::guestId)
                .array("text", locks, l -> l.delivery().shippingMethodId())
                .array("text", locks, l -> Deliveries.text(l.delivery().email()))
                .array("text", locks, Lock::acceptedTerms)
                .array("text", locks, l -> l.to().address().text())
                .array("text", locks, l -> l.to().country())
                .params(tx.now())
                .update();
    }

    /// Removes carts with their lines, each only if it is locked by this very checkout.
    /// Who had one is told what became of it for a while.
    public List<Converted> convert(Tx tx, List<UUID> cartIds, List<UUID> checkoutIds) {
        return tx.sql(
                        """
                with gone as (
                    delete from carts c using unnest(?, ?) as o (cart_id, checkout_id)
                    where c.id = o.cart_id and c.checkout_id = o.checkout_id
                    returning c.id, c.checkout_id, c.order_id, c.customer_id, c.token_hash, c.version, c.line_count
                ), lines as (
                    delete from cart_lines l using gone where l.cart_id = gone.id
                ), ordered as (
                    insert into ordered_carts (cart_id, customer_id, token_hash, checkout_id, order_id, ordered_at)
                    select id, customer_id, token_hash, checkout_id, order_id, ? from gone
                )
                select id, checkout_id, version, line_count from gone
                """)
                .array("uuid", cartIds)
                .array("uuid", checkoutIds)
                .params(tx.now())
                .list(row -> new Converted(
                        row.uuid("id"),
                        row.uuid("checkout_id"),
                        row.bigint("version") + 1,
                        row.integer("line_count")));
    }

    /// Opens carts again, each only if it is locked by this very checkout.
    public List<Reopened> reopen(Tx tx, List<Failed> failed) {
        return tx.sql(
                        """
                update carts c set status = 'ACTIVE', version = c.version + 1, reopen_reason = f.reason,
                    checkout_id = null, order_id = null, checkout_total = null, locked_at = null,
                    last_activity_at = ?, due_at = ?
                from unnest(?, ?, ?) as f (cart_id, checkout_id, reason)
                where c.id = f.cart_id and c.checkout_id = f.checkout_id
                returning c.id, f.checkout_id, c.version, c.line_count
                """)
                .params(tx.now(), carts.soon(tx))
                .array("uuid", failed, Failed::cartId)
                .array("uuid", failed, Failed::checkoutId)
                .array("text", failed, Failed::reason)
                .list(row -> new Reopened(
                        row.uuid("id"), row.uuid("checkout_id"), row.bigint("version"), row.integer("line_count")));
    }

    /// Marks the lines that were not to be had.
    public void mark(Tx tx, List<Missing> missing) {
        tx.sql(
                        """
                update cart_lines l set available = m.available
                from unnest(?, ?, ?) as m (cart_id, sku, available)
                where l.cart_id = m.cart_id and l.sku = m.sku
                """)
                .array("uuid", missing, Missing::cartId)
                .array("text", missing, Missing::sku)
                .array("bigint", missing, Missing::available)
                .update();
    }

    /// Carts whose lock has lasted for too long; they are locked in this transaction.
    public List<Overdue> overdue(Tx tx, int most) {
        return tx.sql(
                        """
                select id, checkout_id, order_id, checkout_total, locked_at, coalesce(customer_id, guest_id) as buyer
                from carts where status = 'CHECKING_OUT' and due_at <= ?
                order by due_at limit ? for update skip locked
                """)
                .params(tx.now(), most)
                .list(row -> new Overdue(
                        row.uuid("id"),
                        row.uuid("checkout_id"),
                        row.uuid("order_id"),
                        row.bigint("checkout_total"),
                        row.instant("locked_at"),
                        row.uuidOrNull("buyer")));
    }

    /// Looks at a locked cart again later.
    public void later(Tx tx, UUID cartId, Duration after) {
        tx.sql("update carts set due_at = ? where id = ?")
                .params(tx.now().plus(after), cartId)
                .update();
    }
}
