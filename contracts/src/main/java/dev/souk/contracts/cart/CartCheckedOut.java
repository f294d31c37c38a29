package dev.souk.contracts.cart;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The shopper has confirmed a cart at a price that was shown. Amounts in minor units; total = sum(item.net) +
/// shipping + tax. `paymentMethodRef` is a token of the payment provider, never card data.
/// `points` are the reward points that are to be spent; their worth is within `discount`.
@MessageType(name = "CartCheckedOut", version = "3.1", context = "cart")
public record CartCheckedOut(
        UUID eventId,
        Instant occurredAt,
        UUID cartId,
        UUID customerId,
        List<Item> items,
        long subtotal,
        long discount,
        long shipping,
        long tax,
        long total,
        String currency,
        UUID checkoutId,
        UUID orderId,
        long cartVersion,
        UUID quoteId,
        String quoteHash,
        List<Promotion> promotions,
        @Nullable String promotionCode,
        Sealed<Address> deliveryAddress,
        Sealed<Address> billingAddress,
        String deliveryCountry,
        String billingCountry,
        String shippingMethodId,
        String paymentMethodRef,
        @Nullable String returnUrl,
        @Nullable Sealed<String> email,
        String channel,
        String placedBy,
        @Nullable Points points) implements Event {
    public CartCheckedOut {
        items = List.copyOf(items);
        promotions = List.copyOf(promotions);
    }

    public record Points(long points, long amount) {}

    @Override
    public String key() {
        return cartId().toString();
    }

    /// `unitPrice` as shown; `net` is what the line costs after discount and without tax.
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

    public record Promotion(UUID promotionId, @Nullable String code, long discount, boolean needsHold) {}
}
