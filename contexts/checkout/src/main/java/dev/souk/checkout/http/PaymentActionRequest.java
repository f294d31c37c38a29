package dev.souk.checkout.http;

import org.jspecify.annotations.Nullable;

/// What the provider's page handed over on return, 1 to 200 characters.
public record PaymentActionRequest(@Nullable String actionResultRef) {}
