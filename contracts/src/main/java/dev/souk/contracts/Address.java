package dev.souk.contracts;

import org.jspecify.annotations.Nullable;

/// A postal address (contracts D19). Personal data.
///
/// @param countryCode ISO 3166-1 alpha-2, upper case
public record Address(
        String recipientName,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        String postalCode,
        String countryCode,
        @Nullable String phone) {}
