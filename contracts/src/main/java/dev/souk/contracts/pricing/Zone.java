package dev.souk.contracts.pricing;

import org.jspecify.annotations.Nullable;

/// Where a rate or tariff holds: a country (ISO 3166 alpha-2), narrowed to a region or to postcodes that begin alike.
public record Zone(String country, @Nullable String region, @Nullable String postcodePrefix) {}
