package dev.souk.cart.domain;

import dev.souk.platform.messaging.Sealed;
import org.jspecify.annotations.Nullable;

/// Where to, how, and how to reach a guest; as far as known. Sealed for the customer or the guest of the cart.
public record Delivery(
        @Nullable Destination to, @Nullable String shippingMethodId, @Nullable Sealed<String> email) {
    /// What is given replaces what is here.
    public Delivery with(
            @Nullable Destination otherTo, @Nullable String otherMethod, @Nullable Sealed<String> otherEmail) {
        return new Delivery(
                otherTo == null ? to : otherTo,
                otherMethod == null ? shippingMethodId : otherMethod,
                otherEmail == null ? email : otherEmail);
    }
}
