package dev.souk.backoffice.orders;

import dev.souk.backoffice.form.Address;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order, as staff sees it.
public record Order(
        UUID orderId,
        UUID customerId,
        String status,
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
        String channel,
        String placedBy,
        UUID cartId,
        UUID checkoutId,
        @Nullable Address deliveryAddress,
        @Nullable Address billingAddress,
        Payment payment,
        Reservation reservation,
        List<Promotion> promotions,
        List<Hold> holds,
        List<Entry> timeline) {

    public record Item(
            UUID lineId, UUID productId, String sku, String name, int quantity, long unitPrice, long discount, long net, long tax) {
        public long gross() {
            return net + tax;
        }
    }

    public record Payment(
            UUID paymentId, String status, @Nullable String kind, @Nullable String brand, @Nullable String last4, long captured,
            long refunded) {}

    public record Reservation(UUID reservationId, String status) {}

    public record Promotion(UUID promotionId, @Nullable String name, @Nullable String code, long discount) {}

    public record Hold(
            UUID holdId,
            String reason,
            String ownerTeam,
            @Nullable String customerMessage,
            Instant reviewBy,
            Instant placedAt,
            @Nullable Instant releasedAt,
            @Nullable String resolution,
            boolean overdue) {
        public boolean open() {
            return releasedAt == null;
        }
    }

    public record Entry(
            Instant at,
            String kind,
            @Nullable String status,
            @Nullable String detail,
            @Nullable String note,
            String by,
            @Nullable String byId) {}

    /// Neither cancelled nor completed.
    public boolean ongoing() {
        return status.equals("CREATED");
    }

    /// Before the warehouse has it.
    public boolean early() {
        return List.of("CONFIRMED", "ON_HOLD", "AWAITING_FULFILMENT").contains(lifecycleStatus);
    }
}
