package dev.souk.pricing.http;

import static java.util.Objects.requireNonNull;

import dev.souk.contracts.pricing.Zone;
import org.jspecify.annotations.Nullable;

/// A zone in a request.
public record ZoneMembers(@Nullable String country, @Nullable String region, @Nullable String postcodePrefix) {
    void check(Checked checked) {
        checked.country(country).text(region, "region", 100).text(postcodePrefix, "postcodePrefix", 20);
    }

    Zone known() {
        return new Zone(requireNonNull(country), region, postcodePrefix);
    }
}
