package dev.souk.checkout.http;

import java.util.UUID;

/// The checkout was asked on again.
public record Retried(UUID checkoutId, long version) {}
