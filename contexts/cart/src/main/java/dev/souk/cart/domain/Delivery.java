package dev.souk.cart.domain;

import dev.souk.contracts.Address;
import dev.souk.contracts.pricing.CalculatePrice;
import org.jspecify.annotations.Nullable;

/// Where to, how, and how to reach a guest; as far as known.
public record Delivery(@Nullable Address address, @Nullable String shippingMethodId, @Nullable String email) {
    /// What is given replaces what is here.
    public Delivery with(@Nullable Address otherAddress, @Nullable String otherMethod, @Nullable String otherEmail) {
        return new Delivery(
                otherAddress == null ? address : otherAddress,
                otherMethod == null ? shippingMethodId : otherMethod,
                otherEmail == null ? email : otherEmail);
    }

    public CalculatePrice.@Nullable Destination destination() {
        return address == null
                ? null
                : new CalculatePrice.Destination(address.countryCode(), address.region(), address.postalCode());
    }
}
