package dev.souk.cart;

import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.Channel;
import dev.souk.cart.domain.Limits;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartCreated;
import dev.souk.contracts.cart.CreateCart;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.Map;

/// The same cart again, from the same owner, changes nothing.
final class CreateCartHandler {
    private static final Refusal TAKEN = Refusal.conflict("CART_EXISTS", "There is another cart with this id.");

    private final Carts carts;
    private final Map<Channel, Limits> limits;

    CreateCartHandler(Carts carts, Map<Channel, Limits> limits) {
        this.carts = carts;
        this.limits = limits;
    }

    Outcome<CartChanged> handle(CreateCart command, Tx tx) {
        var channel = Channel.valueOf(command.channel());
        var bounds = limits.getOrDefault(channel, new Limits(1, 1));
        if (carts.insert(
                tx, command.cartId(), channel, command.currency(), command.customerId(), command.tokenHash(), bounds)) {
            tx.publish(new CartCreated(command.cartId(), command.customerId(), command.currency(), tx.now()), 1);
            return Outcome.done(new CartChanged(command.cartId(), 1, 0, true));
        }
        return carts.find(tx, command.cartId())
                .filter(cart -> cart.belongsTo(command.by()))
                .filter(cart -> cart.currency().equals(command.currency()) && cart.channel() == channel)
                .map(cart -> Outcome.done(new CartChanged(cart.id(), cart.version(), cart.lineCount(), false)))
                .orElseGet(() -> Outcome.refused(Carts.ordered(tx, command.cartId(), command.by())
                        .<Refusal>map(ordered -> ordered)
                        .orElse(TAKEN)));
    }
}
