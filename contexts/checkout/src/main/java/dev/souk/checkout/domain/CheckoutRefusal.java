package dev.souk.checkout.domain;

import dev.souk.platform.messaging.Refusal;
import java.util.UUID;

/// Why checkout says no.
public sealed interface CheckoutRefusal extends Refusal {
    /// Unknown, or another customer's.
    record CheckoutNotFound(UUID checkoutId) implements CheckoutRefusal {
        @Override
        public String code() {
            return "CHECKOUT_NOT_FOUND";
        }

        @Override
        public String detail() {
            return "There is no checkout " + checkoutId + ".";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /// Past the pivot.
    record OrderOnItsWay() implements CheckoutRefusal {
        @Override
        public String code() {
            return "ORDER_ON_ITS_WAY";
        }

        @Override
        public String detail() {
            return "The order has been asked for. Cancel the order instead.";
        }
    }

    /// Nothing left to do.
    record CheckoutEnded() implements CheckoutRefusal {
        @Override
        public String code() {
            return "CHECKOUT_ENDED";
        }

        @Override
        public String detail() {
            return "This checkout has ended.";
        }
    }

    /// The payment has not asked for anything.
    record NoActionRequired() implements CheckoutRefusal {
        @Override
        public String code() {
            return "NO_ACTION_REQUIRED";
        }

        @Override
        public String detail() {
            return "The payment of this checkout does not wait for the shopper.";
        }
    }
}
