package dev.souk.cart.http;

import dev.souk.contracts.Address;
import dev.souk.contracts.cart.AddLinesToCart;
import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a client sends. Every member may be missing or wrong until [#problem] has answered null.
sealed interface Request {
    /// The first thing that is wrong with it.
    @Nullable Refusal problem();

    record NewCart(
            @Nullable UUID cartId, @Nullable String currency, @Nullable String channel, @Nullable UUID customerId)
            implements Request {
        @Override
        public @Nullable Refusal problem() {
            var known = channel == null || List.of("WEB", "BACK_OFFICE", "API").contains(channel);
            return Check.first(
                    Check.currency(currency),
                    known ? null : Refusal.invalid("INVALID_CHANNEL", "channel must be WEB, BACK_OFFICE or API."));
        }
    }

    /// `quantity` is 1 when absent; `unitPrice` (minor units) is for the sales desk.
    record Item(
            @Nullable UUID productId,
            @Nullable UUID variantId,
            @Nullable Integer quantity,
            @Nullable Long unitPrice,
            @Nullable Long expectedVersion)
            implements Request {
        @Override
        public @Nullable Refusal problem() {
            return Check.first(
                    Check.present("INVALID_PRODUCT_ID", "productId", productId),
                    Check.quantity(quantity, 1),
                    Check.price(unitPrice));
        }
    }

    record Lines(@Nullable List<@Nullable Row> lines, @Nullable Long expectedVersion) implements Request {
        static final int MOST = 5000;

        record Row(
                @Nullable UUID productId,
                @Nullable UUID variantId,
                @Nullable Integer quantity,
                @Nullable Long unitPrice) {
            private Item item() {
                return new Item(productId, variantId, quantity, unitPrice, null);
            }
        }

        @Override
        public @Nullable Refusal problem() {
            if (lines == null || lines.isEmpty() || lines.size() > MOST) {
                return Refusal.invalid("INVALID_LINES", "lines must have 1 to " + MOST + " entries.");
            }
            return lines.stream()
                    .map(row -> row == null
                            ? Refusal.invalid("INVALID_LINES", "lines has an empty entry.")
                            : row.item().problem())
                    .filter(problem -> problem != null)
                    .findFirst()
                    .orElse(null);
        }

        List<AddLinesToCart.Line> wanted() {
            return Objects.requireNonNull(lines).stream()
                    .map(row -> Objects.requireNonNull(row))
                    .map(row -> new AddLinesToCart.Line(
                            Objects.requireNonNull(row.productId()),
                            row.variantId(),
                            Optional.ofNullable(row.quantity()).orElse(1),
                            row.unitPrice()))
                    .toList();
        }
    }

    record Quantity(@Nullable Integer quantity, @Nullable Long expectedVersion) implements Request {
        @Override
        public @Nullable Refusal problem() {
            return Check.first(
                    Check.present("INVALID_QUANTITY", "quantity", quantity), Check.quantity(quantity, 0));
        }
    }

    record Points(@Nullable Long points, @Nullable Long expectedVersion) implements Request {
        private static final long MOST = 1_000_000_000;

        @Override
        public @Nullable Refusal problem() {
            return points != null && points >= 0 && points <= MOST
                    ? null
                    : Refusal.invalid("INVALID_POINTS", "points must be between 0 and " + MOST + ".");
        }
    }

    record Coupon(@Nullable String code, @Nullable Long expectedVersion) implements Request {
        @Override
        public @Nullable Refusal problem() {
            return Check.text("INVALID_CODE", "code", code, 64);
        }
    }

    record Delivery(
            @Nullable To address,
            @Nullable String shippingMethodId,
            @Nullable String email,
            @Nullable Long expectedVersion)
            implements Request {
        @Override
        public @Nullable Refusal problem() {
            var nothing = address == null && shippingMethodId == null && email == null;
            return nothing
                    ? Refusal.invalid("INVALID_DELIVERY", "address, shippingMethodId or email is needed.")
                    : Check.first(
                            address == null ? null : address.problem(),
                            Check.optionalText("INVALID_SHIPPING_METHOD", "shippingMethodId", shippingMethodId, 64),
                            Check.email(email));
        }
    }

    /// A postal address.
    record To(
            @Nullable String recipientName,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String countryCode,
            @Nullable String phone)
            implements Request {
        private static final String CODE = "INVALID_ADDRESS";

        @Override
        public @Nullable Refusal problem() {
            return Check.first(
                    Check.text(CODE, "recipientName", recipientName, 200),
                    Check.text(CODE, "line1", line1, 200),
                    Check.optionalText(CODE, "line2", line2, 200),
                    Check.text(CODE, "city", city, 100),
                    Check.optionalText(CODE, "region", region, 100),
                    Check.text(CODE, "postalCode", postalCode, 20),
                    Check.country(countryCode),
                    Check.optionalText(CODE, "phone", phone, 40));
        }

        Address checked() {
            return new Address(
                    Objects.requireNonNull(recipientName),
                    Objects.requireNonNull(line1),
                    line2,
                    Objects.requireNonNull(city),
                    region,
                    Objects.requireNonNull(postalCode),
                    Objects.requireNonNull(countryCode),
                    phone);
        }
    }

    record Merge(@Nullable UUID sourceCartId) implements Request {
        @Override
        public @Nullable Refusal problem() {
            return Check.present("INVALID_CART_ID", "sourceCartId", sourceCartId);
        }
    }

    record Reopen(@Nullable UUID checkoutId, @Nullable String reason) implements Request {
        private static final List<String> REASONS = List.of(
                "OUT_OF_STOCK", "PAYMENT_FAILED", "COUPON_REJECTED", "PRICE_CHANGED", "TIMEOUT", "FRAUD", "CANCELLED");

        @Override
        public @Nullable Refusal problem() {
            return Check.first(
                    Check.present("INVALID_CHECKOUT_ID", "checkoutId", checkoutId),
                    reason != null && REASONS.contains(reason)
                            ? null
                            : Refusal.invalid("INVALID_REASON", "reason must be one of " + REASONS + "."));
        }
    }

    record Checkout(
            @Nullable UUID quoteId,
            @Nullable String quoteHash,
            @Nullable To deliveryAddress,
            @Nullable To billingAddress,
            @Nullable String shippingMethodId,
            @Nullable String paymentMethodToken,
            @Nullable String email,
            @Nullable String returnUrl,
            @Nullable String acceptedTermsVersion,
            @Nullable Long expectedVersion)
            implements Request {
        @Override
        public @Nullable Refusal problem() {
            return Check.first(
                    Check.present("INVALID_QUOTE", "quoteId", quoteId),
                    Check.text("INVALID_QUOTE", "quoteHash", quoteHash, 128),
                    deliveryAddress == null ? null : deliveryAddress.problem(),
                    billingAddress == null ? null : billingAddress.problem(),
                    Check.optionalText("INVALID_SHIPPING_METHOD", "shippingMethodId", shippingMethodId, 64),
                    Check.text("INVALID_PAYMENT_TOKEN", "paymentMethodToken", paymentMethodToken, 255),
                    Check.email(email),
                    Check.returnUrl(returnUrl),
                    Check.optionalText("INVALID_TERMS_VERSION", "acceptedTermsVersion", acceptedTermsVersion, 64));
        }
    }
}
