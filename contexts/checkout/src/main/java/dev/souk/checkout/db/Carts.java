package dev.souk.checkout.db;

import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.platform.messaging.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The carts that checkouts were begun with. They never change, so those of running checkouts are kept at hand; after
/// a restart they come from the table.
public final class Carts {
    private static final int AT_HAND = 5_000;

    private final Map<UUID, CartCheckedOut> atHand = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, CartCheckedOut> eldest) {
            return size() > AT_HAND;
        }
    };

    /// A cart whose checkout begins.
    ///
    /// @param journey correlation id of the message that brought it
    public record Begun(CartCheckedOut cart, UUID journey) {}

    /// Keeps new ones for good.
    public void insert(Tx tx, List<Begun> begun) {
        var carts = begun.stream().map(Begun::cart).toList();
        tx.sql("""
                insert into checkout_input (checkout_id, cart, correlation_id)
                select * from unnest(?, ?, ?)
                """)
                .array("uuid", carts, CartCheckedOut::checkoutId)
                .array("text", carts, Json.MAPPER::writeValueAsString)
                .array("uuid", begun, Begun::journey)
                .update();
        synchronized (atHand) {
            carts.forEach(cart -> atHand.put(cart.checkoutId(), cart));
        }
    }

    /// Which journeys these checkouts belong to, as far as it was written down.
    public Map<UUID, UUID> journeys(Tx tx, Collection<UUID> checkouts) {
        var found = new HashMap<UUID, UUID>();
        tx.sql("""
                select checkout_id, correlation_id from checkout_input
                where checkout_id = any(?) and correlation_id is not null
                """)
                .array("uuid", List.copyOf(checkouts))
                .list(row -> Map.entry(row.uuid("checkout_id"), row.uuid("correlation_id")))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /// The carts of these checkouts, one statement at most.
    public Map<UUID, CartCheckedOut> of(Tx tx, Collection<UUID> checkouts) {
        var found = new HashMap<UUID, CartCheckedOut>();
        synchronized (atHand) {
            for (var id : checkouts) {
                var cart = atHand.get(id);
                if (cart != null) {
                    found.put(id, cart);
                }
            }
        }
        var missing = checkouts.stream().filter(id -> !found.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            tx.sql("select cart from checkout_input where checkout_id = any(?)")
                    .array("uuid", missing)
                    .list(row -> Json.MAPPER.readValue(row.text("cart"), CartCheckedOut.class))
                    .forEach(cart -> found.put(cart.checkoutId(), cart));
        }
        return found;
    }

    /// Will not be asked for any more.
    public void putAway(Collection<UUID> checkouts) {
        synchronized (atHand) {
            checkouts.forEach(atHand::remove);
        }
    }
}
