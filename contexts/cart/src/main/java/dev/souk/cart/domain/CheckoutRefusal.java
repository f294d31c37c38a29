package dev.souk.cart.domain;

import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.Map;

/// Why a cart cannot be priced or checked out.
public sealed interface CheckoutRefusal extends Refusal {
    record EmptyCart() implements CheckoutRefusal {
        @Override
        public String code() {
            return "CART_EMPTY";
        }

        @Override
        public String detail() {
            return "There is nothing in this cart.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record DeliveryRequired() implements CheckoutRefusal {
        @Override
        public String code() {
            return "DELIVERY_REQUIRED";
        }

        @Override
        public String detail() {
            return "A delivery address and a shipping method are needed first.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record EmailRequired() implements CheckoutRefusal {
        @Override
        public String code() {
            return "EMAIL_REQUIRED";
        }

        @Override
        public String detail() {
            return "An e-mail address is needed to order without an account.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /// Something that looks like a card number must not come any further.
    record CardNumberRefused() implements CheckoutRefusal {
        @Override
        public String code() {
            return "CARD_DATA_REFUSED";
        }

        @Override
        public String detail() {
            return "Card numbers are not accepted here. Send the token that the payment provider gave you.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /// Not what the shopper saw; the new price comes along.
    record PriceChanged(Quote quote) implements CheckoutRefusal {
        @Override
        public String code() {
            return "PRICE_CHANGED";
        }

        @Override
        public String detail() {
            return "The price is not the one that was shown. Nothing was ordered.";
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
        public String code() {
            return "CART_NOT_PRICEABLE";
        }

        @Override
        public String detail() {
            return "Some of this cannot be priced: " + problems.getFirst().detail();
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("problems", problems);
        }
    }

    record PointsNeedAccount() implements CheckoutRefusal {
        @Override
        public String code() {
            return "POINTS_NEED_ACCOUNT";
        }

        @Override
        public String detail() {
            return "Sign in to spend reward points.";
        }
    }

    record NoPoints() implements CheckoutRefusal {
        @Override
        public String code() {
            return "NO_POINTS";
        }

        @Override
        public String detail() {
            return "There are no points that could be spent on this cart.";
        }

        @Override
        public Kind kind() {
            return Kind.UNPROCESSABLE;
        }
    }

    record CouponRejected(String promotionCode, String reason) implements CheckoutRefusal {
        @Override
        public String code() {
            return "COUPON_REJECTED";
        }

        @Override
        public String detail() {
            return "This code does not apply to this cart: " + reason + ".";
        }

        @Override
        public Kind kind() {
            return Kind.UNPROCESSABLE;
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("promotionCode", promotionCode, "reason", reason);
        }
    }

    record CustomerErased() implements CheckoutRefusal {
        @Override
        public String code() {
            return "CUSTOMER_ERASED";
        }

        @Override
        public String detail() {
            return "The customer's data has been erased; nothing new is taken in about them.";
        }
    }
}
