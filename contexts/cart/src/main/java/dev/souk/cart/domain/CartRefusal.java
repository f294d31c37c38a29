package dev.souk.cart.domain;

import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Why something cannot be done with a cart.
public sealed interface CartRefusal extends Refusal {
    /// There is none, or it is somebody else's.
    record UnknownCart() implements CartRefusal {
        @Override
        public String code() {
            return "UNKNOWN_CART";
        }

        @Override
        public String detail() {
            return "There is no such cart.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record UnknownLine() implements CartRefusal {
        @Override
        public String code() {
            return "UNKNOWN_LINE";
        }

        @Override
        public String detail() {
            return "There is no such line in this cart.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record UnknownProduct(UUID productId) implements CartRefusal {
        @Override
        public String code() {
            return "UNKNOWN_PRODUCT";
        }

        @Override
        public String detail() {
            return "There is no such product or variant.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
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
        public String code() {
            return "NOT_FOR_SALE";
        }

        @Override
        public String detail() {
            return "Not for sale: " + String.join(", ", skus) + ".";
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("skus", skus);
        }
    }

    record CurrencyMismatch(String cart, String other) implements CartRefusal {
        @Override
        public String code() {
            return "CURRENCY_MISMATCH";
        }

        @Override
        public String detail() {
            return "This cart is in " + cart + ", not in " + other + ".";
        }
    }

    /// Its checkout is under way.
    record Locked(UUID checkoutId) implements CartRefusal {
        @Override
        public String code() {
            return "CART_LOCKED";
        }

        @Override
        public String detail() {
            return "This cart is being checked out and cannot be changed now.";
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("checkoutId", checkoutId, "statusUrl", "/api/v1/checkouts/" + checkoutId);
        }
    }

    /// A second checkout while one is under way.
    record CheckoutInProgress(UUID checkoutId) implements CartRefusal {
        @Override
        public String code() {
            return "CHECKOUT_IN_PROGRESS";
        }

        @Override
        public String detail() {
            return "This cart is being checked out already.";
        }

        @Override
        public Map<String, Object> extra() {
            return new Locked(checkoutId).extra();
        }
    }

    /// Its order exists, and the cart is gone.
    record Ordered(UUID checkoutId, UUID orderId) implements CartRefusal {
        @Override
        public String code() {
            return "CART_ORDERED";
        }

        @Override
        public String detail() {
            return "This cart has become an order.";
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
        public String code() {
            return status == Status.EXPIRED ? "CART_EXPIRED" : "CART_MERGED";
        }

        @Override
        public String detail() {
            return status == Status.EXPIRED ? "This cart has expired." : "This cart has been merged into another.";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record QuantityLimit(int most) implements CartRefusal {
        @Override
        public String code() {
            return "QUANTITY_LIMIT";
        }

        @Override
        public String detail() {
            return "At most " + most + " of one line.";
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("limit", most);
        }
    }

    record LineLimit(int most) implements CartRefusal {
        @Override
        public String code() {
            return "LINE_LIMIT";
        }

        @Override
        public String detail() {
            return "At most " + most + " different lines in this cart.";
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("limit", most);
        }
    }

    record InvalidQuantity() implements CartRefusal {
        @Override
        public String code() {
            return "INVALID_QUANTITY";
        }

        @Override
        public String detail() {
            return "The quantity must be 1 or more.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record CurrencyNotOffered(String currency) implements CartRefusal {
        @Override
        public String code() {
            return "CURRENCY_NOT_OFFERED";
        }

        @Override
        public String detail() {
            return "The shop does not sell in " + currency + ".";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record UnknownShippingMethod(String methodId) implements CartRefusal {
        @Override
        public String code() {
            return "UNKNOWN_SHIPPING_METHOD";
        }

        @Override
        public String detail() {
            return "There is no shipping method " + methodId + ".";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /// One of many lines was refused, hence all.
    record LineRefused(int index, Refusal why) implements CartRefusal {
        @Override
        public String code() {
            return why.code();
        }

        @Override
        public String detail() {
            return "Line " + index + ": " + why.detail();
        }

        @Override
        public Kind kind() {
            return why.kind();
        }

        @Override
        public Map<String, Object> extra() {
            var extra = new java.util.HashMap<>(why.extra());
            extra.put("line", index);
            return extra;
        }
    }
}
