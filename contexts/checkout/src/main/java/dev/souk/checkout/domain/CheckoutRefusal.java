package dev.souk.checkout.domain;

import dev.souk.platform.messaging.Refusal;
import java.util.UUID;

/// Why checkout says no.
public sealed interface CheckoutRefusal extends Refusal.Worded {
    /// Unknown, or another customer's.
    record CheckoutNotFound(UUID checkoutId) implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("CHECKOUT_NOT_FOUND", "There is no checkout " + checkoutId + ".");
        }
    }

    /// Past the pivot.
    record OrderOnItsWay() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("ORDER_ON_ITS_WAY", "The order has been asked for. Cancel the order instead.");
        }
    }

    /// Nothing left to do.
    record CheckoutEnded() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("CHECKOUT_ENDED", "This checkout has ended.");
        }
    }

    /// The payment has not asked for anything.
    record NoActionRequired() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "NO_ACTION_REQUIRED",
                    "The payment of this checkout does not wait for the shopper.");
        }
    }
}
