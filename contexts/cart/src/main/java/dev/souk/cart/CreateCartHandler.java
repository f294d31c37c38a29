package dev.souk.cart;

import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Channel;
import dev.souk.cart.domain.Currencies;
import dev.souk.cart.domain.Limits;
import dev.souk.cart.http.Asked;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartCreated;
import dev.souk.contracts.cart.CreateCart;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The same cart again, from the same owner, changes nothing.
final class CreateCartHandler {
    private static final Refusal TAKEN = Refusal.conflict("CART_EXISTS", "There is another cart with this id.");

    private final Carts carts;
    private final Map<Channel, Limits> limits;
    private final Currencies currencies;

    CreateCartHandler(Carts carts, Map<Channel, Limits> limits, Currencies currencies) {
        this.carts = carts;
        this.limits = limits;
        this.currencies = currencies;
    }

    Outcome<CartChanged> handle(CreateCart command, Tx tx) {
        if (!currencies.offer(command.currency())) {
            return Outcome.refused(new CartRefusal.CurrencyNotOffered(command.currency()));
        }
        if (!carts.insert(tx, List.of(opening(command))).isEmpty()) {
            return Outcome.done(told(command, tx));
        }
        return carts.find(tx, command.cartId())
                .filter(cart -> cart.belongsTo(command.by()))
                .filter(cart -> cart.currency().equals(command.currency())
                        && cart.channel().name().equals(command.channel()))
                .map(cart -> Outcome.done(new CartChanged(cart.id(), cart.version(), cart.lineCount(), false)))
                .orElseGet(() -> Outcome.refused(Carts.ordered(tx, command.cartId(), command.by())
                        .<Refusal>map(ordered -> ordered)
                        .orElse(TAKEN)));
    }

    /// Opens many at once; null for an id that some cart has or had, and for a currency that the shop does not sell in.
    List<@Nullable CartChanged> together(List<Asked<CreateCart>> asked) {
        var tx = asked.getFirst().tx();
        var offered = asked.stream().map(Asked::command).filter(command -> currencies.offer(command.currency()));
        var fresh = new HashSet<>(carts.insert(tx, offered.map(this::opening).toList()));
        var answers = new ArrayList<@Nullable CartChanged>();
        for (var one : asked) {
            // removed, because of two with one id only the first has opened it
            var opened = currencies.offer(one.command().currency()) && fresh.remove(one.command().cartId());
            answers.add(opened ? told(one.command(), one.tx()) : null);
        }
        return answers;
    }

    private Carts.Opening opening(CreateCart command) {
        var channel = Channel.valueOf(command.channel());
        return new Carts.Opening(
                command.cartId(),
                channel,
                command.currency(),
                command.customerId(),
                command.tokenHash(),
                limits.getOrDefault(channel, new Limits(1, 1)));
    }

    private static CartChanged told(CreateCart command, Tx tx) {
        tx.publish(new CartCreated(command.cartId(), command.customerId(), command.currency(), tx.now()), 1);
        return new CartChanged(command.cartId(), 1, 0, true);
    }
}
