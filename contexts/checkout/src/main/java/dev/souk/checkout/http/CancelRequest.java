package dev.souk.checkout.http;

import org.jspecify.annotations.Nullable;

/// `reason` is CANCELLED, or absent.
public record CancelRequest(@Nullable String reason) {}
