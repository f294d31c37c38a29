package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The checkout ended without an order and everything it held is released. `reason` is OUT_OF_STOCK,
/// PAYMENT_FAILED, COUPON_REJECTED, PRICE_CHANGED, TIMEOUT, FRAUD or CANCELLED; `orderId` was never used.
@MessageType(name = "CheckoutFailed", version = "1.0", context = "checkout")
public record CheckoutFailed(
        UUID checkoutId,
        UUID cartId,
        UUID orderId,
        String step,
        String reason,
        Detail detail,
        List<String> compensated,
        Instant failedAt) implements Event {
    public CheckoutFailed {
        compensated = List.copyOf(compensated);
    }

    @Override
    public String key() {
        return checkoutId().toString();
    }

    /// `code` is the participant's own reason, for example CARD_DECLINED.
    public record Detail(@Nullable String code, List<Unavailable> unavailableItems) {
        public Detail {
            unavailableItems = List.copyOf(unavailableItems);
        }
    }

    public record Unavailable(String sku, int requested, int available) {}
}
