package dev.souk.storefront.shop;

import org.jspecify.annotations.Nullable;

/// Where it goes.
public record Address(
        String recipientName,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        String postalCode,
        String countryCode,
        @Nullable String phone) {}
