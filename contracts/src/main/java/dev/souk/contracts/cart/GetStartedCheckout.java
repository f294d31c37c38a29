package dev.souk.contracts.cart;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.UUID;

/// Whether a checkout that nobody else knows yet may be on its way from the cart.
@MessageType(name = "GetStartedCheckout", version = "1.0", context = "cart")
public record GetStartedCheckout(UUID checkoutId) implements Query<GetStartedCheckout.Start> {
    public enum Start {
        /// A cart was checked out under this id a while ago at most.
        STARTED,
        /// No cart was.
        UNKNOWN,
        /// The cart has not been running for long enough to tell.
        UNCERTAIN
    }
}
