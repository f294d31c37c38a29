package dev.souk.contracts.cart;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Confirms a cart at the price that was shown and locks it. Absent members are taken from the cart.
/// `paymentMethodToken` is a token of the payment provider, never card data.
@MessageType(name = "CheckoutCart", version = "2.0", context = "cart")
public record CheckoutCart(
        UUID cartId,
        UUID quoteId,
        String quoteHash,
        @Nullable Address deliveryAddress,
        @Nullable Address billingAddress,
        @Nullable String shippingMethodId,
        String paymentMethodToken,
        @Nullable String email,
        @Nullable String returnUrl,
        @Nullable String acceptedTermsVersion,
        @Nullable Long expectedVersion,
        CartAccess by) implements Confidential<CheckoutCart.Accepted> {
    @Override
    public String key() {
        return cartId().toString();
    }

    /// Handled at once, never in a journal: addresses are in clear. The checkout is under way; it ends in one order with `orderId`, or in none.
    public record Accepted(UUID checkoutId, UUID orderId, UUID customerId, long cartVersion) {}
}
