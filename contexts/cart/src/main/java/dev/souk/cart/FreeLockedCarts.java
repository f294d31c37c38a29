package dev.souk.cart;

import dev.souk.cart.db.Checkouts;
import dev.souk.contracts.cart.CartConvertedToOrder;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The watchdog of locked carts: asks what became of their checkout, and then reopens or converts them. A checkout that
/// nobody knows of may still be on its way, and a cart that is opened under it could be ordered twice: it is given up
/// only after `lost`.
final class FreeLockedCarts {
    private static final Logger LOG = LoggerFactory.getLogger(FreeLockedCarts.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Checkouts checkouts;
    private final Reopening reopening;
    private final Bus bus;
    private final Duration lost;

    FreeLockedCarts(Checkouts checkouts, Reopening reopening, Bus bus, Duration lost) {
        this.checkouts = checkouts;
        this.reopening = reopening;
        this.bus = bus;
        this.lost = lost;
    }

    int run(Tx tx) {
        var overdue = checkouts.overdue(tx, 20);
        overdue.forEach(cart -> look(tx, cart));
        return overdue.size();
    }

    private void look(Tx tx, Checkouts.Overdue cart) {
        GetCheckoutStatus.Status status;
        try {
            status = bus.ask(new GetCheckoutStatus(cart.checkoutId()));
        } catch (Bus.ContextAbsent _) {
            checkouts.later(tx, cart.cartId(), PAUSE);
            return;
        }
        switch (status.state()) {
            case "COMPLETED" -> convert(tx, cart, status);
            case "FAILED" -> {
                var reason = status.reason() == null ? "TIMEOUT" : status.reason();
                var detail = status.detail();
                reopen(tx, cart, reason, detail == null ? List.of() : detail.unavailableItems());
            }
            case "UNKNOWN" -> unknown(tx, cart);
            default -> checkouts.later(tx, cart.cartId(), PAUSE);
        }
    }

    private void unknown(Tx tx, Checkouts.Overdue cart) {
        if (tx.now().isBefore(cart.lockedAt().plus(lost))) {
            LOG.warn("checkout {} of cart {} is not known; asking again", cart.checkoutId(), cart.cartId());
            checkouts.later(tx, cart.cartId(), PAUSE);
        } else {
            LOG.error("checkout {} of cart {} was never begun; reopening", cart.checkoutId(), cart.cartId());
            reopen(tx, cart, "TIMEOUT", List.of());
        }
    }

    private void reopen(Tx tx, Checkouts.Overdue cart, String reason, List<CheckoutFailed.Unavailable> unavailable) {
        reopening.reopen(
                tx, List.of(new Reopening.Ended(cart.cartId(), cart.checkoutId(), reason, unavailable, tx)));
    }

    private void convert(Tx tx, Checkouts.Overdue cart, GetCheckoutStatus.Status status) {
        UUID buyer = status.customerId() == null ? cart.buyer() : status.customerId();
        if (buyer == null) {
            throw new IllegalStateException("cart " + cart.cartId() + " was checked out by nobody");
        }
        checkouts
                .convert(tx, List.of(cart.cartId()), List.of(cart.checkoutId()))
                .forEach(gone -> tx.publish(
                        new CartConvertedToOrder(
                                cart.cartId(), cart.orderId(), buyer, cart.total(), gone.lines(), tx.now()),
                        gone.version()));
    }
}
