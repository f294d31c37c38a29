package dev.souk.cart.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cart is there. `cartToken` comes only now and only to a guest: it has to be sent along as `Cart-Token`.
record CartOpened(
        UUID cartId,
        long version,
        String currency,
        String channel,
        @Nullable UUID customerId,
        @Nullable String cartToken) {}
