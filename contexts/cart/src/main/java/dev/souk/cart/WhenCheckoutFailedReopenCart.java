package dev.souk.cart;

import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// The cart is open again, and its shopper decides.
final class WhenCheckoutFailedReopenCart {
    private final Reopening reopening;

    WhenCheckoutFailedReopenCart(Reopening reopening) {
        this.reopening = reopening;
    }

    void react(CheckoutFailed event, Tx tx) {
        reopening.reopen(tx, List.of(ended(event, tx)));
    }

    void reactAll(List<Received<CheckoutFailed>> batch, Tx tx) {
        reopening.reopen(
                tx,
                batch.stream()
                        .map(received -> ended(received.message(), tx.because(received)))
                        .toList());
    }

    private static Reopening.Ended ended(CheckoutFailed event, Tx tx) {
        return new Reopening.Ended(
                event.cartId(), event.checkoutId(), event.reason(), event.detail().unavailableItems(), tx);
    }
}
