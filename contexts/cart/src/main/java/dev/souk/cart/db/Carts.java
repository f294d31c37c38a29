package dev.souk.cart.db;

import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Channel;
import dev.souk.cart.domain.Delivery;
import dev.souk.cart.domain.Limits;
import dev.souk.cart.domain.Status;
import dev.souk.contracts.Address;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table of carts.
public final class Carts {
    private final Duration firstLook;

    /// The table, with the pace of its timers.
    ///
    /// @param firstLook how long after an activity a timer should look at the cart, at the latest
    public Carts(Duration firstLook) {
        this.firstLook = firstLook;
    }

    /// A cart that is to be opened.
    public record Opening(
            UUID id,
            Channel channel,
            String currency,
            @Nullable UUID customerId,
            @Nullable String tokenHash,
            Limits limits) {}

    /// Opens empty carts; answers those whose id no cart has or had.
    public List<UUID> insert(Tx tx, List<Opening> opening) {
        return tx.sql(
                        """
                insert into carts (id, version, status, channel, currency, customer_id, token_hash, max_quantity,
                    max_lines, line_count, reminders, created_at, last_activity_at, due_at)
                select o.id, 1, 'ACTIVE', o.channel, o.currency, o.customer_id, o.token_hash, o.max_quantity,
                    o.max_lines, 0, 0, now.at, now.at, ?::timestamptz
                from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::int[], ?::int[])
                        as o (id, channel, currency, customer_id, token_hash, max_quantity, max_lines),
                    (select ?::timestamptz as at) now
                where not exists (select from ordered_carts where cart_id = o.id)
                on conflict (id) do nothing
                returning id
                """)
                .params(soon(tx))
                .array("uuid", opening.stream().map(Opening::id).toList())
                .array("text", opening.stream().map(Opening::channel).toList())
                .array("text", opening.stream().map(Opening::currency).toList())
                .array("uuid", opening.stream().map(Opening::customerId).toList())
                .array("text", opening.stream().map(Opening::tokenHash).toList())
                .array("int", opening.stream().map(o -> o.limits().quantity()).toList())
                .array("int", opening.stream().map(o -> o.limits().lines()).toList())
                .params(tx.now())
                .list(row -> row.uuid("id"));
    }

    public Optional<Cart> find(Tx tx, UUID id) {
        return tx.sql("select * from carts where id = ?").params(id).optional(Carts::cart);
    }

    public Map<UUID, Cart> find(Tx tx, List<UUID> ids) {
        return byId(tx.sql("select * from carts where id = any(?)").array("uuid", ids).list(Carts::cart));
    }

    private static Map<UUID, Cart> byId(List<Cart> carts) {
        return carts.stream().collect(Collectors.toMap(Cart::id, Function.identity()));
    }

    /// Nobody else can change the cart until this transaction ends.
    public Optional<Cart> lock(Tx tx, UUID id) {
        return tx.sql("select * from carts where id = ? for update").params(id).optional(Carts::cart);
    }

    /// The same for many, in the order of their ids, so that two who lock many cannot wait for each other.
    public Map<UUID, Cart> lock(Tx tx, List<UUID> ids) {
        return byId(tx.sql("select * from carts where id = any(?) order by id for update")
                .array("uuid", ids)
                .list(Carts::cart));
    }

    /// Locks a cart that is to be changed, or says why it cannot be.
    public Outcome<Cart> open(Tx tx, UUID id, CartAccess by, @Nullable Long expectedVersion) {
        return owned(tx, id, by).then(cart -> cart.toChange(expectedVersion));
    }

    /// Locks a cart of the caller's, in whatever state it is.
    public Outcome<Cart> owned(Tx tx, UUID id, CartAccess by) {
        return lock(tx, id)
                .filter(cart -> cart.belongsTo(by))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(gone(tx, id, by)));
    }

    /// What became of a cart that is not there.
    public static Refusal gone(Tx tx, UUID id, CartAccess by) {
        return ordered(tx, id, by).<Refusal>map(ordered -> ordered).orElseGet(CartRefusal.UnknownCart::new);
    }

    /// The order that a cart of the caller's has become.
    public static Optional<CartRefusal.Ordered> ordered(Tx tx, UUID id, CartAccess by) {
        return tx.sql(
                        """
                select checkout_id, order_id from ordered_carts
                where cart_id = ? and (?::boolean or customer_id = ?::uuid or token_hash = ?::text)
                """)
                .params(id, by.salesDesk(), by.subject(), by.tokenHash())
                .optional(row -> new CartRefusal.Ordered(row.uuid("checkout_id"), row.uuid("order_id")));
    }

    /// The cart of a customer that was used last.
    public Optional<Cart> latestOf(Tx tx, UUID customerId) {
        return tx.sql(
                        """
                select * from carts where customer_id = ? and status in ('ACTIVE', 'CHECKING_OUT')
                order by last_activity_at desc, id desc limit 1
                """)
                .params(customerId)
                .optional(Carts::cart);
    }

    /// After lines have changed.
    public void touch(Tx tx, UUID id, long version, int lineCount) {
        tx.sql(
                        """
                update carts set version = ?, line_count = ?, last_activity_at = ?, due_at = least(due_at, ?)
                where id = ?
                """)
                .params(version, lineCount, tx.now(), soon(tx), id)
                .update();
    }

    public void setCode(Tx tx, Cart cart, @Nullable String code) {
        tx.sql(
                        """
                update carts set version = version + 1, promotion_code = ?::text, dropped_code = null,
                    last_activity_at = ?, due_at = least(due_at, ?)
                where id = ?
                """)
                .params(code, tx.now(), soon(tx), cart.id())
                .update();
    }

    /// Replaces the whole delivery of a locked cart.
    public void setDelivery(Tx tx, Cart cart, Delivery delivery) {
        tx.sql(
                        """
                update carts set version = version + 1, shipping_method_id = ?::text, email = ?::text,
                    recipient_name = ?::text, line1 = ?::text, line2 = ?::text, city = ?::text, region = ?::text,
                    postal_code = ?::text, country_code = ?::text, phone = ?::text,
                    last_activity_at = ?, due_at = least(due_at, ?)
                where id = ?
                """)
                .params(parts(delivery))
                .params(tx.now(), soon(tx), cart.id())
                .update();
    }

    /// Sets address, method and e-mail at once without reading first; a cart that is not as expected is not in the answer.
    ///
    /// @param all for different carts, each with address and method
    public Map<UUID, CartChanged> trySetDelivery(Tx tx, List<SetCartDelivery> all) {
        return tx.sql(
                        """
                with cart as materialized (
                    select d.*, c.status, c.version, c.customer_id, c.token_hash
                    from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::bigint[], ?::boolean[], ?::uuid[], ?::text[])
                        as d (cart_id, shipping_method_id, email, recipient_name, line1, line2, city, region,
                            postal_code, country_code, phone, expected, desk, subject, token)
                    join carts c on c.id = d.cart_id
                    order by d.cart_id
                    for update of c
                )
                update carts c set version = c.version + 1, shipping_method_id = d.shipping_method_id,
                    email = coalesce(d.email, c.email), recipient_name = d.recipient_name, line1 = d.line1,
                    line2 = d.line2, city = d.city, region = d.region, postal_code = d.postal_code,
                    country_code = d.country_code, phone = d.phone,
                    last_activity_at = ?, due_at = least(c.due_at, ?)
                from cart d
                where c.id = d.cart_id and d.status = 'ACTIVE' and d.version = coalesce(d.expected, d.version)
                    and (d.desk or d.customer_id = d.subject or d.token_hash = d.token)
                returning c.id, c.version, c.line_count
                """)
                .array("uuid", all.stream().map(SetCartDelivery::cartId).toList())
                .array("text", all.stream().map(SetCartDelivery::shippingMethodId).toList())
                .array("text", all.stream().map(SetCartDelivery::email).toList())
                .array("text", each(all, Address::recipientName))
                .array("text", each(all, Address::line1))
                .array("text", each(all, Address::line2))
                .array("text", each(all, Address::city))
                .array("text", each(all, Address::region))
                .array("text", each(all, Address::postalCode))
                .array("text", each(all, Address::countryCode))
                .array("text", each(all, Address::phone))
                .array("bigint", all.stream().map(SetCartDelivery::expectedVersion).toList())
                .array("boolean", all.stream().map(d -> d.by().salesDesk()).toList())
                .array("uuid", all.stream().map(d -> d.by().subject()).toList())
                .array("text", all.stream().map(d -> d.by().tokenHash()).toList())
                .params(tx.now(), soon(tx))
                .list(row -> new CartChanged(row.uuid("id"), row.bigint("version"), row.integer("line_count"), true))
                .stream()
                .collect(Collectors.toMap(CartChanged::cartId, Function.identity()));
    }

    private static List<@Nullable String> each(
            List<SetCartDelivery> all, Function<Address, @Nullable String> part) {
        var parts = new ArrayList<@Nullable String>(all.size());
        all.forEach(one -> parts.add(one.address() == null ? null : part.apply(one.address())));
        return parts;
    }

    private static @Nullable Object[] parts(Delivery delivery) {
        var to = delivery.address();
        return new @Nullable Object[] {
            delivery.shippingMethodId(),
            delivery.email(),
            to == null ? null : to.recipientName(),
            to == null ? null : to.line1(),
            to == null ? null : to.line2(),
            to == null ? null : to.city(),
            to == null ? null : to.region(),
            to == null ? null : to.postalCode(),
            to == null ? null : to.countryCode(),
            to == null ? null : to.phone()
        };
    }

    /// Closes a cart whose lines are in another one now.
    public void close(Tx tx, UUID source, UUID target, Instant purge) {
        tx.sql(
                        """
                update carts set version = version + 1, status = 'MERGED', merged_into = ?, line_count = 0, due_at = ?
                where id = ?
                """)
                .params(target, purge, source)
                .update();
    }

    Instant soon(Tx tx) {
        return tx.now().plus(firstLook);
    }

    static Cart cart(Row row) {
        return new Cart(
                row.uuid("id"),
                row.bigint("version"),
                row.enumOf(Status.class, "status"),
                row.enumOf(Channel.class, "channel"),
                row.text("currency"),
                row.uuidOrNull("customer_id"),
                row.textOrNull("token_hash"),
                row.uuidOrNull("guest_id"),
                new Limits(row.integer("max_quantity"), row.integer("max_lines")),
                row.integer("line_count"),
                row.textOrNull("promotion_code"),
                row.textOrNull("dropped_code"),
                new Delivery(address(row), row.textOrNull("shipping_method_id"), row.textOrNull("email")),
                row.uuidOrNull("checkout_id"),
                row.textOrNull("reopen_reason"),
                row.uuidOrNull("merged_into"),
                row.instant("created_at"),
                row.instant("last_activity_at"));
    }

    private static @Nullable Address address(Row row) {
        return row.textOrNull("country_code") == null
                ? null
                : new Address(
                        row.text("recipient_name"),
                        row.text("line1"),
                        row.textOrNull("line2"),
                        row.text("city"),
                        row.textOrNull("region"),
                        row.text("postal_code"),
                        row.text("country_code"),
                        row.textOrNull("phone"));
    }
}
