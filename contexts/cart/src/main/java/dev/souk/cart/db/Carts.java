package dev.souk.cart.db;

import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Channel;
import dev.souk.cart.domain.Delivery;
import dev.souk.cart.domain.Destination;
import dev.souk.cart.domain.Limits;
import dev.souk.cart.domain.Status;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
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
                .array("uuid", opening, Opening::id)
                .array("text", opening, Opening::channel)
                .array("text", opening, Opening::currency)
                .array("uuid", opening, Opening::customerId)
                .array("text", opening, Opening::tokenHash)
                .array("int", opening, o -> o.limits().quantity())
                .array("int", opening, o -> o.limits().lines())
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

    public void setPoints(Tx tx, Cart cart, @Nullable Long points) {
        tx.sql(
                        """
                update carts set version = version + 1, points = ?::bigint, last_activity_at = ?, due_at = least(due_at, ?)
                where id = ?
                """)
                .params(points, tx.now(), soon(tx), cart.id())
                .update();
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
                new Delivery(destination(row), row.textOrNull("shipping_method_id"), email(row)),
                row.uuidOrNull("checkout_id"),
                row.textOrNull("reopen_reason"),
                row.uuidOrNull("merged_into"),
                row.instant("created_at"),
                row.instant("last_activity_at"),
                row.bigintOrNull("points"));
    }

    private static @Nullable Destination destination(Row row) {
        var address = row.textOrNull("address");
        return address == null ? null : new Destination(new Sealed<>(address), row.text("country_code"));
    }

    private static @Nullable Sealed<String> email(Row row) {
        var email = row.textOrNull("email");
        return email == null ? null : new Sealed<>(email);
    }
}
