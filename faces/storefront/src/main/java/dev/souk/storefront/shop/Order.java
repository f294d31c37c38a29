package dev.souk.storefront.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order as its buyer sees it.
public record Order(
        UUID orderId,
        List<Item> items,
        long total,
        String currency,
        Instant createdAt,
        String lifecycleStatus,
        String confirmationNumber,
        long subtotal,
        long discount,
        long shipping,
        long tax,
        String shippingMethodId,
        @Nullable Address deliveryAddress,
        @Nullable Payment payment,
        List<Hold> holds,
        List<Entry> timeline) {
    public record Item(UUID productId, String sku, String name, int quantity, long unitPrice, long discount) {
        public long gross() {
            return unitPrice * quantity;
        }
    }

    public record Payment(String status, @Nullable String brand, @Nullable String last4, long refunded) {}

    public record Hold(@Nullable String customerMessage, @Nullable Instant releasedAt) {}

    public record Entry(Instant at, String kind, @Nullable String status) {
        /// What it is called: a new status by its name, anything else by its kind.
        public String key() {
            return "timeline." + (kind.equals("STATUS") ? status : kind);
        }
    }
}
