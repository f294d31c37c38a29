package dev.souk.cart.db;

import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.Delivery;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where carts go: the same table, seen by those who set addresses.
public final class Deliveries {
    private final Carts carts;

    public Deliveries(Carts carts) {
        this.carts = carts;
    }

    /// A delivery that is to be set without looking first, sealed for whom the cart is probably of.
    ///
    /// @param guest whether `person` is to become the guest of the cart; otherwise the cart must be theirs
    /// @param delivery with address and method
    public record Guess(
            UUID cartId, UUID person, boolean guest, Delivery delivery, @Nullable Long expected, CartAccess by) {
        @Nullable String email() {
            var email = delivery.email();
            return email == null ? null : email.text();
        }

        private @Nullable String address() {
            var to = delivery.to();
            return to == null ? null : to.address().text();
        }

        private @Nullable String country() {
            var to = delivery.to();
            return to == null ? null : to.country();
        }
    }

    /// Sets address, method and e-mail at once without reading first; a cart that is not as expected is not in the answer.
    ///
    /// @param all for different carts
    public Map<UUID, CartChanged> trySet(Tx tx, List<Guess> all) {
        return tx.sql(
                        """
                with cart as materialized (
                    select d.*, c.status, c.version, c.customer_id, c.guest_id, c.token_hash
                    from unnest(?::uuid[], ?::uuid[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::bigint[], ?::boolean[], ?::uuid[], ?::text[])
                        as d (cart_id, person, guest, shipping_method_id, email, address, country_code, expected, desk,
                            subject, token)
                    join carts c on c.id = d.cart_id
                    order by d.cart_id
                    for update of c
                )
                update carts c set version = c.version + 1, shipping_method_id = d.shipping_method_id,
                    email = coalesce(d.email, c.email), address = d.address, country_code = d.country_code,
                    guest_id = case when d.guest then d.person end,
                    last_activity_at = ?, due_at = least(c.due_at, ?)
                from cart d
                where c.id = d.cart_id and d.status = 'ACTIVE' and d.version = coalesce(d.expected, d.version)
                    and (d.desk or d.customer_id = d.subject or d.token_hash = d.token)
                    and case when d.guest then d.customer_id is null and d.guest_id is null
                             else d.customer_id = d.person end
                returning c.id, c.version, c.line_count
                """)
                .array("uuid", all, Guess::cartId)
                .array("uuid", all, Guess::person)
                .array("boolean", all, Guess::guest)
                .array("text", all, d -> d.delivery().shippingMethodId())
                .array("text", all, Guess::email)
                .array("text", all, Guess::address)
                .array("text", all, Guess::country)
                .array("bigint", all, Guess::expected)
                .array("boolean", all, d -> d.by().salesDesk())
                .array("uuid", all, d -> d.by().subject())
                .array("text", all, d -> d.by().tokenHash())
                .params(tx.now(), carts.soon(tx))
                .list(row -> new CartChanged(row.uuid("id"), row.bigint("version"), row.integer("line_count"), true))
                .stream()
                .collect(Collectors.toMap(CartChanged::cartId, Function.identity()));
    }

    /// Replaces the whole delivery of a locked cart.
    ///
    /// @param guest who a cart without a customer is of from now on
    public void set(Tx tx, Cart cart, Delivery delivery, @Nullable UUID guest) {
        var to = delivery.to();
        tx.sql(
                        """
                update carts set version = version + 1, shipping_method_id = ?::text, email = ?::text,
                    address = ?::text, country_code = ?::text, guest_id = ?::uuid,
                    last_activity_at = ?, due_at = least(due_at, ?)
                where id = ?
                """)
                .params(
                        delivery.shippingMethodId(),
                        text(delivery.email()),
                        to == null ? null : text(to.address()),
                        to == null ? null : to.country(),
                        guest)
                .params(tx.now(), carts.soon(tx), cart.id())
                .update();
    }

    static @Nullable String text(@Nullable Sealed<?> sealed) {
        return sealed == null ? null : sealed.text();
    }
}
