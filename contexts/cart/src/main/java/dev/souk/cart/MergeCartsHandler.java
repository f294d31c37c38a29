package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.domain.Cart;
import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Line;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CartMerged;
import dev.souk.contracts.cart.MergeCarts;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.UUID;

/// At sign-in: what the guest had collected goes into the customer's cart. The same pair again changes nothing.
final class MergeCartsHandler {
    private static final Refusal ITSELF = Refusal.invalid("SAME_CART", "A cart cannot be merged into itself.");
    private static final Refusal NOBODYS =
            Refusal.conflict("NOT_A_CUSTOMERS_CART", "Carts are merged into the cart of a customer.");

    private final Carts carts;
    private final CartLines lines;
    private final Duration keep;

    MergeCartsHandler(Carts carts, CartLines lines, Duration keep) {
        this.carts = carts;
        this.lines = lines;
        this.keep = keep;
    }

    Outcome<CartChanged> handle(MergeCarts command, Tx tx) {
        if (command.targetCartId().equals(command.sourceCartId())) {
            return Outcome.refused(ITSELF);
        }
        // the smaller id first, so that two merges of one pair in both directions do not wait for each other
        if (command.sourceCartId().compareTo(command.targetCartId()) < 0) {
            carts.lock(tx, command.sourceCartId());
        }
        return carts.owned(tx, command.targetCartId(), command.by()).then(target -> carts.owned(
                        tx, command.sourceCartId(), command.from())
                .then(source -> merge(target, source, tx)));
    }

    private Outcome<CartChanged> merge(Cart target, Cart source, Tx tx) {
        var customer = target.customerId();
        if (target.id().equals(source.mergedInto())) {
            return Outcome.done(new CartChanged(target.id(), target.version(), target.lineCount(), false));
        }
        if (customer == null) {
            return Outcome.refused(NOBODYS);
        }
        if (!target.currency().equals(source.currency())) {
            return Outcome.refused(new CartRefusal.CurrencyMismatch(target.currency(), source.currency()));
        }
        return target.toChange(null).then(_ -> source.toChange(null)).then(_ -> move(target, source, customer, tx));
    }

    private Outcome<CartChanged> move(Cart target, Cart source, UUID customer, Tx tx) {
        var basket = lines.basket(tx, target);
        var moved = lines.of(tx, source.id());
        for (var line : moved) {
            if (basket.take(line) instanceof Outcome.Refused<Line>(var why)) {
                return Outcome.refused(why);
            }
        }
        var version = target.version() + 1;
        lines.save(tx, basket, version);
        lines.clear(tx, source.id());
        carts.close(tx, source.id(), target.id(), tx.now().plus(keep));
        tx.publish(new CartMerged(target.id(), source.id(), customer, moved.size()), version);
        return Outcome.done(new CartChanged(target.id(), version, basket.size(), true));
    }
}
