package dev.souk.cart;

import dev.souk.cart.db.Checkouts;
import dev.souk.contracts.cart.CartReopened;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Gives carts back to their shoppers after a checkout that ended without an order, with what was short marked.
final class Reopening {
    private final Checkouts checkouts;

    Reopening(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    /// One failed checkout; `tx` carries its cause.
    record Ended(UUID cartId, UUID checkoutId, String reason, List<CheckoutFailed.Unavailable> unavailable, Tx tx) {}

    /// Each cart that is still locked by its checkout; others stay as they are.
    List<Checkouts.Reopened> reopen(Tx tx, List<Ended> all) {
        var ended = new LinkedHashMap<UUID, Ended>();
        all.forEach(one -> ended.put(one.checkoutId(), one));
        var reopened = checkouts.reopen(
                tx,
                ended.values().stream()
                        .map(one -> new Checkouts.Failed(one.cartId(), one.checkoutId(), one.reason()))
                        .toList());
        var missing = new ArrayList<Checkouts.Missing>();
        for (var cart : reopened) {
            var why = Optional.ofNullable(ended.get(cart.checkoutId())).orElseThrow();
            why.unavailable()
                    .forEach(item -> missing.add(new Checkouts.Missing(cart.cartId(), item.sku(), item.available())));
            why.tx().publish(event(why), cart.version());
        }
        if (!missing.isEmpty()) {
            checkouts.mark(tx, missing);
        }
        return reopened;
    }

    private static CartReopened event(Ended why) {
        return new CartReopened(
                why.cartId(),
                why.checkoutId(),
                why.reason(),
                why.unavailable().stream()
                        .map(item -> new CartReopened.Unavailable(item.sku(), item.requested(), item.available()))
                        .toList());
    }
}
