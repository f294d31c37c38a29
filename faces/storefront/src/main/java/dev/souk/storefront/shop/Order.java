package dev.souk.storefront.shop;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
        long version,
        long subtotal,
        long discount,
        long shipping,
        long tax,
        String shippingMethodId,
        @Nullable Address deliveryAddress,
        @Nullable Payment payment,
        List<Promotion> promotions,
        List<Hold> holds,
        List<Entry> timeline) {
    public record Item(UUID productId, String sku, String name, int quantity, long unitPrice, long discount) {
        public long gross() {
            return unitPrice * quantity;
        }
    }

    /// Before it is handed to the warehouse.
    private static final Set<String> OPEN = Set.of("CONFIRMED", "ON_HOLD", "AWAITING_FULFILMENT");

    /// Whether its buyer can still change or cancel it.
    public boolean open() {
        return OPEN.contains(lifecycleStatus);
    }

    public boolean cancelled() {
        return lifecycleStatus.equals("CANCELLED");
    }

    /// What the shop has to say about a hold that is not over.
    public List<String> messages() {
        return holds.stream().filter(hold -> hold.releasedAt() == null).flatMap(hold -> Stream.ofNullable(hold.customerMessage())).toList();
    }

    public record Promotion(@Nullable String name, @Nullable String code, long discount) {}

    public record Payment(String status, @Nullable String brand, @Nullable String last4, long captured, long refunded) {}

    public record Hold(@Nullable String customerMessage, @Nullable Instant releasedAt) {}

    public record Entry(Instant at, String kind, @Nullable String status, @Nullable String detail) {
        /// What it is called: a new status by its name, anything else by its kind and what it is about.
        public String key() {
            return "timeline." + (kind.equals("STATUS") ? status : kind + "." + (detail == null ? "" : detail.split(" ", 2)[0]));
        }
    }
}
