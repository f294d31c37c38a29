package dev.souk.contracts.order;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order with everything known about it.
@MessageType(name = "GetOrder", version = "2.0", context = "order")
public record GetOrder(UUID orderId) implements Query<GetOrder.Answer> {
    /// `order` is null when there is none with this id.
    public record Answer(@Nullable Order order) {}

    /// `status` is CREATED while the order is open, COMPLETED or CANCELLED; `lifecycleStatus` tells where it stands.
    ///
    /// @param subtotal of the lines at the prices that were shown
    /// @param shipping what the customer pays for shipping, its tax included: total = sum(item.net + item.tax) + shipping
    /// @param shippingNet `shipping` without its tax: total = sum(item.net) + shippingNet + tax
    /// @param tax of lines and shipping together
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
            Instant changedAt,
            long subtotal,
            long discount,
            long shipping,
            long shippingNet,
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
            List<GetOrderHistory.Entry> timeline) {
        public Order {
            items = List.copyOf(items);
            promotions = List.copyOf(promotions);
            holds = List.copyOf(holds);
            timeline = List.copyOf(timeline);
        }
    }

    public record Item(
            UUID lineId,
            UUID productId,
            @Nullable UUID variantId,
            String sku,
            String name,
            int quantity,
            long unitPrice,
            long discount,
            long net,
            long tax) {}

    /// `status` is AUTHORIZED, CAPTURED, CAPTURE_FAILED, VOIDED, PARTLY_REFUNDED or REFUNDED.
    public record Payment(
            UUID paymentId,
            String status,
            @Nullable String kind,
            @Nullable String brand,
            @Nullable String last4,
            long captured,
            long refunded) {
        /// Without the card's last digits.
        public Payment masked() {
            return new Payment(paymentId, status, kind, brand, null, captured, refunded);
        }
    }

    /// `status` is COMMITTED, RELEASED or EXPIRED.
    public record Reservation(UUID reservationId, String status) {}

    /// `name` as the promotion was called last; null when it was never announced.
    public record Promotion(
            UUID promotionId, @Nullable String name, @Nullable String code, long discount, boolean confirmed) {}

    public record Hold(
            UUID holdId,
            String reason,
            String ownerTeam,
            @Nullable String customerMessage,
            Instant reviewBy,
            Instant placedAt,
            @Nullable Instant releasedAt,
            @Nullable String resolution,
            boolean overdue) {}
}
