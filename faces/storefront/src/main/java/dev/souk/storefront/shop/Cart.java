package dev.souk.storefront.shop;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cart at present prices.
public record Cart(
        UUID cartId,
        long version,
        String status,
        String currency,
        List<Line> lines,
        boolean priced,
        @Nullable Totals totals,
        @Nullable String promotionCode,
        @Nullable String codeRejected,
        @Nullable String droppedCode,
        @Nullable String reopened,
        @Nullable Delivery delivery,
        @Nullable UUID checkoutId,
        @Nullable Points points) {

    public record Line(
            UUID lineId,
            UUID productId,
            @Nullable UUID variantId,
            String sku,
            String name,
            int quantity,
            long unitPrice,
            long addedPrice,
            @Nullable Long discount,
            boolean priceChanged,
            boolean unavailable,
            boolean discontinued,
            @Nullable Long available) {
        public long gross() {
            return unitPrice * quantity;
        }

        /// Why this line cannot be bought as it is.
        public boolean inTheWay() {
            return unavailable || discontinued || (available != null && available < quantity);
        }
    }

    /// @param used how many of the wanted ones this cart takes
    public record Points(long used, long amount) {}

    public record Totals(long subtotal, long discount, long shipping, long tax, long total, boolean complete) {}

    public record Delivery(@Nullable Address address, @Nullable String shippingMethodId, @Nullable String email) {}

    public int count() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    public boolean empty() {
        return lines.isEmpty();
    }

    public boolean active() {
        return status.equals("ACTIVE");
    }

    public boolean buyable() {
        return active() && priced && !empty() && lines.stream().noneMatch(Line::inTheWay);
    }

    public record Opened(UUID cartId, @Nullable String cartToken) {}
}
