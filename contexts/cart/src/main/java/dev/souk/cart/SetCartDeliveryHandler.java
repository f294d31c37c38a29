package dev.souk.cart;

import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Delivery;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartDeliverySet;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.contracts.pricing.GetShippingMethods;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Address and method together, as the page sends them, take one statement; parts of them are put to what is there.
final class SetCartDeliveryHandler {
    private final Carts carts;
    private final Bus bus;

    SetCartDeliveryHandler(Carts carts, Bus bus) {
        this.carts = carts;
        this.bus = bus;
    }

    Outcome<CartChanged> handle(SetCartDelivery command, Tx tx) {
        var method = command.shippingMethodId();
        if (method != null && !known(method)) {
            return Outcome.refused(new CartRefusal.UnknownShippingMethod(method));
        }
        var given = new Delivery(command.address(), command.shippingMethodId(), command.email());
        if (given.address() != null && given.shippingMethodId() != null) {
            var done = carts.trySetDelivery(tx, command.cartId(), command.by(), command.expectedVersion(), given);
            if (done.isPresent()) {
                var changed = done.get();
                return told(tx, command.cartId(), given, changed.version(), changed.lines());
            }
        }
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion()).then(cart -> {
            var whole = cart.delivery().with(given.address(), given.shippingMethodId(), given.email());
            carts.setDelivery(tx, cart, whole);
            return told(tx, cart.id(), whole, cart.version() + 1, cart.lineCount());
        });
    }

    /// Where nobody can be asked, the quote says it later.
    private boolean known(String method) {
        try {
            return bus.ask(new GetShippingMethods()).methodIds().contains(method);
        } catch (Bus.ContextAbsent _) {
            return true;
        }
    }

    private static Outcome<CartChanged> told(Tx tx, UUID cartId, Delivery delivery, long version, int lines) {
        var country = delivery.address() == null ? "" : delivery.address().countryCode();
        tx.publish(new CartDeliverySet(cartId, orEmpty(delivery.shippingMethodId()), country), version);
        return Outcome.done(new CartChanged(cartId, version, lines, true));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
