package dev.souk.cart.domain;

import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.Map;

/// Why a cart cannot be priced or checked out.
public sealed interface CheckoutRefusal extends Refusal.Worded {
    record EmptyCart() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid("CART_EMPTY", "There is nothing in this cart.");
        }
    }

    record DeliveryRequired() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid("DELIVERY_REQUIRED", "A delivery address and a shipping method are needed first.");
        }
    }

    record EmailRequired() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid("EMAIL_REQUIRED", "An e-mail address is needed to order without an account.");
        }
    }

    /// Something that looks like a card number must not come any further.
    record CardNumberRefused() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid(
                    "CARD_DATA_REFUSED",
                    "Card numbers are not accepted here. Send the token that the payment provider gave you.");
        }
    }

    /// Not what the shopper saw; the new price comes along.
    record PriceChanged(Quote quote) implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("PRICE_CHANGED", "The price is not the one that was shown. Nothing was ordered.");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("quote", quote);
        }
    }

    record CannotBePriced(List<Quote.Problem> problems) implements CheckoutRefusal {
        public CannotBePriced {
            problems = List.copyOf(problems);
        }

        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "CART_NOT_PRICEABLE",
                    "Some of this cannot be priced: " + problems.getFirst().detail());
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("problems", problems);
        }
    }

    record PointsNeedAccount() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("POINTS_NEED_ACCOUNT", "Sign in to spend reward points.");
        }
    }

    record NoPoints() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return new Plain(Kind.UNPROCESSABLE, "NO_POINTS", "There are no points that could be spent on this cart.");
        }
    }

    record CouponRejected(String promotionCode, String reason) implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return new Plain(
                    Kind.UNPROCESSABLE,
                    "COUPON_REJECTED",
                    "This code does not apply to this cart: " + reason + ".");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("promotionCode", promotionCode, "reason", reason);
        }
    }

    record CustomerErased() implements CheckoutRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "CUSTOMER_ERASED",
                    "The customer's data has been erased; nothing new is taken in about them.");
        }
    }
}
