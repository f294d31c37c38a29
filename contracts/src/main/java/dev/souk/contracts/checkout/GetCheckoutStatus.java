package dev.souk.contracts.checkout;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a checkout stands. An unknown id answers the state UNKNOWN.
@MessageType(name = "GetCheckoutStatus", version = "1.0", context = "checkout")
public record GetCheckoutStatus(UUID checkoutId) implements Query<GetCheckoutStatus.Status> {
    /// `state` is UNKNOWN, PENDING, ACTION_REQUIRED, COMPLETED or FAILED.
    public record Status(
            UUID checkoutId,
            String state,
            @Nullable UUID cartId,
            @Nullable UUID customerId,
            @Nullable UUID orderId,
            @Nullable String confirmationNumber,
            @Nullable String reason,
            CheckoutFailed.@Nullable Detail detail,
            @Nullable ActionRequired action) {}

    public record ActionRequired(String kind, String clientRef, Instant expiresAt) {}
}
