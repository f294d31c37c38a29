package dev.souk.cart.http;

import java.util.UUID;

/// The checkout is under way; `statusUrl` tells how it ends.
record CheckoutStarted(UUID checkoutId, UUID orderId, UUID customerId, String statusUrl) {}
