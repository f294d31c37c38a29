package dev.souk.cart;

import dev.souk.cart.db.Carts;
import dev.souk.cart.db.Deliveries;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.CheckoutRefusal;
import dev.souk.cart.domain.Delivery;
import dev.souk.cart.http.Asked;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartDeliverySet;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.contracts.pricing.GetShippingMethods;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Address and method together, as the page sends them, take one statement; parts of them are put to what is there.
final class SetCartDeliveryHandler {
    private final Carts carts;
    private final Deliveries deliveries;
    private final Bus bus;
    private final Sealing sealing;

    SetCartDeliveryHandler(Carts carts, Bus bus, Sealing sealing) {
        this.carts = carts;
        this.deliveries = new Deliveries(carts);
        this.bus = bus;
        this.sealing = sealing;
    }

    Outcome<CartChanged> handle(SetCartDelivery command, Tx tx) {
        var method = command.shippingMethodId();
        if (method != null && !known(method)) {
            return Outcome.refused(new CartRefusal.UnknownShippingMethod(method));
        }
        try {
            return sealed(command, tx);
        } catch (Vault.SubjectErased _) {
            return Outcome.refused(new CheckoutRefusal.CustomerErased());
        }
    }

    private Outcome<CartChanged> sealed(SetCartDelivery command, Tx tx) {
        if (whole(command)) {
            var guess = guess(command);
            var done = deliveries.trySet(tx, List.of(guess)).get(command.cartId());
            if (done != null) {
                return Outcome.done(told(tx, guess.delivery(), done));
            }
        }
        return carts.open(tx, command.cartId(), command.by(), command.expectedVersion()).then(cart -> {
            var known = cart.buyer();
            var person = known == null ? sealing.guest() : known;
            var given = sealed(command, person);
            var whole = cart.delivery().with(given.to(), given.shippingMethodId(), given.email());
            deliveries.set(tx, cart, whole, cart.customerId() == null ? person : null);
            return Outcome.done(told(
                    tx, whole, new CartChanged(cart.id(), cart.version() + 1, cart.lineCount(), true)));
        });
    }

    private Deliveries.@Nullable Guess guessed(SetCartDelivery command) {
        try {
            return guess(command);
        } catch (Vault.SubjectErased _) {
            return null; // the others go on; this one is told alone
        }
    }

    /// Who comes with a token, or sells, probably has the cart of a guest who tells their address for the first time.
    private Deliveries.Guess guess(SetCartDelivery command) {
        var by = command.by();
        var customer = by.tokenHash() == null && !by.salesDesk() ? by.subject() : null;
        var person = customer == null ? sealing.guest() : customer;
        return new Deliveries.Guess(
                command.cartId(), person, customer == null, sealed(command, person), command.expectedVersion(), by);
    }

    private Delivery sealed(SetCartDelivery command, UUID person) {
        return sealing.delivery(person, command.address(), command.shippingMethodId(), command.email());
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
        var guesses = new ArrayList<Deliveries.@Nullable Guess>();
        asked.forEach(one -> guesses.add(ready(one.command()) ? guessed(one.command()) : null));
        var good = guesses.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        var done = good.isEmpty()
                ? Map.<UUID, CartChanged>of()
                : deliveries.trySet(asked.getFirst().tx(), good);
        var answers = new ArrayList<@Nullable CartChanged>();
        for (int i = 0; i < asked.size(); i++) {
            var guess = guesses.get(i);
            var changed = guess == null ? null : done.get(guess.cartId());
            answers.add(guess == null || changed == null ? null : told(asked.get(i).tx(), guess.delivery(), changed));
        }
        return answers;
    }

    private boolean ready(SetCartDelivery command) {
        return whole(command) && known(Objects.requireNonNull(command.shippingMethodId()));
    }

    private static boolean whole(SetCartDelivery command) {
        return command.address() != null && command.shippingMethodId() != null;
    }

    private static CartChanged told(Tx tx, Delivery delivery, CartChanged changed) {
        var country = delivery.to() == null ? "" : delivery.to().country();
        tx.publish(
                new CartDeliverySet(changed.cartId(), orEmpty(delivery.shippingMethodId()), country), changed.version());
        return changed;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
