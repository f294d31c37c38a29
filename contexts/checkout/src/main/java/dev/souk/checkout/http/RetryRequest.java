package dev.souk.checkout.http;

import org.jspecify.annotations.Nullable;

/// An operator wants a checkout asked on.
///
/// @param expectedVersion version of the checkout that was looked at; `If-Match` may say it instead
/// @param note why, 3 to 500 characters
public record RetryRequest(@Nullable Long expectedVersion, @Nullable String note) {}
