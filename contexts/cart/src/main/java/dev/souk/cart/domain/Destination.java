package dev.souk.cart.domain;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Sealed;

/// Where a cart is to be sent: the country for everybody, the rest under the shopper's key.
public record Destination(Sealed<Address> address, String country) {}
