package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.CalculatePrice.Destination;
import dev.souk.contracts.pricing.Zone;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A destination in the one spelling in which zones are kept: upper case, postcodes without blanks. Empty = not known.
public record Place(String country, String region, String postcode) {
    public static Place of(Destination destination) {
        return new Place(plain(destination.country()), plain(destination.region()), dense(destination.postcode()));
    }

    public static Place country(String country) {
        return new Place(plain(country), "", "");
    }

    /// A zone as it is kept.
    public static Zone normal(Zone zone) {
        return new Zone(
                plain(zone.country()), nullWhenEmpty(plain(zone.region())), nullWhenEmpty(dense(zone.postcodePrefix())));
    }

    public boolean in(@Nullable Zone zone) {
        if (zone == null) {
            return true;
        }
        var prefix = zone.postcodePrefix();
        return zone.country().equals(country)
                && (zone.region() == null || zone.region().equals(region))
                && (prefix == null || postcode.startsWith(prefix));
    }

    /// The greater, the narrower: a longer postcode prefix before a region before a country before everywhere.
    public static int narrowness(@Nullable Zone zone) {
        if (zone == null) {
            return 0;
        }
        var prefix = zone.postcodePrefix();
        return 1 + (zone.region() == null ? 0 : 1) + (prefix == null ? 0 : 2 * prefix.length());
    }

    /// For people: `GB`, `US-CA`, `US-CA 94*`.
    public static String text(Zone zone) {
        return zone.country()
                + (zone.region() == null ? "" : "-" + zone.region())
                + (zone.postcodePrefix() == null ? "" : " " + zone.postcodePrefix() + "*");
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    }

    private static String dense(@Nullable String text) {
        return plain(text).replaceAll("\\s", "");
    }

    private static @Nullable String nullWhenEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
