package dev.souk.contracts.order;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Creates an order for goods that are reserved and money that is authorized. The same `orderId` again changes
/// nothing and is answered again. Answered by OrderCreated, OrderSubmitted and OrderConfirmed, or by OrderRejected.
/// total = sum(item.net) + shipping + tax.
/// `points` are held for this order; their worth is within `discount`.
@MessageType(name = "CreateOrder", version = "3.1", context = "order")
public record CreateOrder(
        UUID orderId,
        UUID cartId,
        UUID customerId,
        UUID checkoutId,
        UUID reservationId,
        UUID paymentId,
        @Nullable UUID paymentAuthorizationId,
        @Nullable Payment payment,
        UUID quoteId,
        String quoteHash,
        List<Item> items,
        long subtotal,
        long discount,
        long shipping,
        long tax,
        long total,
        String currency,
        Sealed<Address> deliveryAddress,
        Sealed<Address> billingAddress,
        String deliveryCountry,
        String billingCountry,
        String shippingMethodId,
        List<Promotion> promotions,
        @Nullable Sealed<String> email,
        String channel,
        String placedBy,
        @Nullable Points points) implements Command<UUID> {
    public CreateOrder {
        items = List.copyOf(items);
        promotions = List.copyOf(promotions);
    }

    public record Points(UUID holdId, long points, long amount) {}

    @Override
    public String key() {
        return orderId().toString();
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

    public record Promotion(UUID promotionId, @Nullable UUID holdId, @Nullable String code, long discount) {}

    public record Payment(String kind, @Nullable String brand, @Nullable Sealed<String> last4) {}
}
