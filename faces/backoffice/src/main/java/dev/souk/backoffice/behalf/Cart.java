package dev.souk.backoffice.behalf;

import dev.souk.backoffice.form.Address;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cart that staff fills for somebody.
public record Cart(
        UUID cartId,
        String status,
        @Nullable UUID customerId,
        String currency,
        List<Line> lines,
        @Nullable String promotionCode,
        @Nullable String codeRejected,
        @Nullable Delivery delivery,
        @Nullable UUID checkoutId) {
    public record Line(
            UUID lineId, UUID productId, @Nullable UUID variantId, String sku, String name, int quantity, long unitPrice, boolean unavailable,
            boolean discontinued, @Nullable Long available) {
        /// Why it cannot be ordered as it is.
        public boolean inTheWay() {
            return unavailable || discontinued || (available != null && available < quantity);
        }
    }

    public record Delivery(@Nullable Address address, @Nullable String shippingMethodId, @Nullable String email) {}

    public record Opened(UUID cartId) {}

    public record Found(List<Product> items) {}

    public record Product(UUID productId, String name, @Nullable String sku, long price, String currency, @Nullable String availability) {}

    public record Shipping(List<Method> methods) {}

    public record Method(String methodId, String name, long price, String currency) {}

    public record Quote(
            UUID quoteId, String quoteHash, String currency, long subtotal, long discount, long shipping, long tax, long total,
            boolean complete, List<Problem> problems) {
        public boolean sellable() {
            return complete && problems.isEmpty();
        }
    }

    public record Problem(String code) {}

    public record Started(UUID checkoutId) {}

    public record Checkout(UUID checkoutId, String state, @Nullable UUID orderId, @Nullable String reason) {}

    public boolean active() {
        return status.equals("ACTIVE");
    }

    public boolean addressed() {
        return delivery != null && delivery.address() != null && delivery.shippingMethodId() != null;
    }
}
