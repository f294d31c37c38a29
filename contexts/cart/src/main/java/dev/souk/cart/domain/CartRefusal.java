package dev.souk.cart.domain;

import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Why something cannot be done with a cart.
public sealed interface CartRefusal extends Refusal.Worded {
    /// There is none, or it is somebody else's.
    record UnknownCart() implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("UNKNOWN_CART", "There is no such cart.");
        }
    }

    record UnknownLine() implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("UNKNOWN_LINE", "There is no such line in this cart.");
        }
    }

    record UnknownProduct(UUID productId) implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("UNKNOWN_PRODUCT", "There is no such product or variant.");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("productId", productId);
        }
    }

    record NotForSale(List<String> skus) implements CartRefusal {
        public NotForSale {
            skus = List.copyOf(skus);
        }

        @Override
        public Refusal words() {
            return Refusal.conflict("NOT_FOR_SALE", "Not for sale: " + String.join(", ", skus) + ".");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("skus", skus);
        }
    }

    record CurrencyMismatch(String cart, String other) implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("CURRENCY_MISMATCH", "This cart is in " + cart + ", not in " + other + ".");
        }
    }

    /// Its checkout is under way.
    record Locked(UUID checkoutId) implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("CART_LOCKED", "This cart is being checked out and cannot be changed now.");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("checkoutId", checkoutId, "statusUrl", "/api/v1/checkouts/" + checkoutId);
        }
    }

    /// A second checkout while one is under way.
    record CheckoutInProgress(UUID checkoutId) implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("CHECKOUT_IN_PROGRESS", "This cart is being checked out already.");
        }

        @Override
        public Map<String, Object> extra() {
            return new Locked(checkoutId).extra();
        }
    }

    /// Its order exists, and the cart is gone.
    record Ordered(UUID checkoutId, UUID orderId) implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("CART_ORDERED", "This cart has become an order.");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of(
                    "orderId", orderId, "checkoutId", checkoutId, "statusUrl", "/api/v1/checkouts/" + checkoutId);
        }
    }

    /// Expired, or merged into another.
    record Closed(Status status) implements CartRefusal {
        @Override
        public Refusal words() {
            return new Plain(
                    Kind.GONE,
                    status == Status.EXPIRED ? "CART_EXPIRED" : "CART_MERGED",
                    status == Status.EXPIRED ? "This cart has expired." : "This cart has been merged into another.");
        }
    }

    record QuantityLimit(int most) implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("QUANTITY_LIMIT", "At most " + most + " of one line.");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("limit", most);
        }
    }

    record LineLimit(int most) implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("LINE_LIMIT", "At most " + most + " different lines in this cart.");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("limit", most);
        }
    }

    record InvalidQuantity() implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid("INVALID_QUANTITY", "The quantity must be 1 or more.");
        }
    }

    record CurrencyNotOffered(String currency) implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid("CURRENCY_NOT_OFFERED", "The shop does not sell in " + currency + ".");
        }
    }

    record UnknownShippingMethod(String methodId) implements CartRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid("UNKNOWN_SHIPPING_METHOD", "There is no shipping method " + methodId + ".");
        }
    }

    /// One of many lines was refused, hence all.
    record LineRefused(int index, Refusal why) implements CartRefusal {
        @Override
        public Refusal words() {
            return new Plain(why.kind(), why.code(), "Line " + index + ": " + why.detail());
        }

        @Override
        public Map<String, Object> extra() {
            var extra = new java.util.HashMap<>(why.extra());
            extra.put("line", index);
            return extra;
        }
    }
}
