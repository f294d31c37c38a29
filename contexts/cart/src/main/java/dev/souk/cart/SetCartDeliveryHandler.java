package dev.souk.cart;

import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Delivery;
import dev.souk.cart.http.Asked;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartDeliverySet;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.contracts.pricing.GetShippingMethods;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        if (whole(command)) {
            var done = carts.trySetDelivery(tx, List.of(command)).get(command.cartId());
            if (done != null) {
                return Outcome.done(told(tx, given(command), done));
            }
        }
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion()).then(cart -> {
            var whole = cart.delivery().with(command.address(), command.shippingMethodId(), command.email());
            carts.setDelivery(tx, cart, whole);
            return Outcome.done(told(
                    tx, whole, new CartChanged(cart.id(), cart.version() + 1, cart.lineCount(), true)));
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

    /// Sets the deliveries of different carts at once, where nothing speaks against it; null where something does.
    List<@Nullable CartChanged> together(List<Asked<SetCartDelivery>> asked) {
        var whole = asked.stream().map(Asked::command).filter(this::ready).toList();
        var done = whole.isEmpty()
                ? Map.<UUID, CartChanged>of()
                : carts.trySetDelivery(asked.getFirst().tx(), whole);
        var answers = new ArrayList<@Nullable CartChanged>();
        for (var one : asked) {
            var changed = ready(one.command()) ? done.get(one.command().cartId()) : null;
            answers.add(changed == null ? null : told(one.tx(), given(one.command()), changed));
        }
        return answers;
    }

    private boolean ready(SetCartDelivery command) {
        return whole(command) && known(Objects.requireNonNull(command.shippingMethodId()));
    }

    private static boolean whole(SetCartDelivery command) {
        return command.address() != null && command.shippingMethodId() != null;
    }

    private static Delivery given(SetCartDelivery command) {
        return new Delivery(command.address(), command.shippingMethodId(), command.email());
    }

    private static CartChanged told(Tx tx, Delivery delivery, CartChanged changed) {
        var country = delivery.address() == null ? "" : delivery.address().countryCode();
        tx.publish(
                new CartDeliverySet(changed.cartId(), orEmpty(delivery.shippingMethodId()), country), changed.version());
        return changed;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
