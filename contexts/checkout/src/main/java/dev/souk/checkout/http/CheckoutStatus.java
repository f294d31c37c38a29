package dev.souk.checkout.http;

import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A checkout as its shopper sees it.
///
/// @param state PENDING, ACTION_REQUIRED, COMPLETED or FAILED
/// @param reason of a failure
/// @param action what the shopper has to do on the provider's page
public record CheckoutStatus(
        UUID checkoutId,
        String state,
        @Nullable UUID cartId,
        @Nullable UUID orderId,
        @Nullable String confirmationNumber,
        @Nullable String reason,
        CheckoutFailed.@Nullable Detail detail,
        GetCheckoutStatus.@Nullable ActionRequired action) {

    static CheckoutStatus of(GetCheckoutStatus.Status status) {
        return new CheckoutStatus(
                status.checkoutId(),
                status.state(),
                status.cartId(),
                status.orderId(),
                status.confirmationNumber(),
                status.reason(),
                status.detail(),
                status.action());
    }
}
