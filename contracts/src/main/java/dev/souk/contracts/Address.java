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
        @Nullable String phone) {
    private static final String ERASED = "erased";

    /// What is shown where the person has been erased.
    public static Address erased(String countryCode) {
        return new Address(ERASED, ERASED, null, ERASED, null, ERASED, countryCode, null);
    }

    /// For staff who need not know: initials, region and country.
    public Address masked() {
        return new Address(
                Masked.name(recipientName), Masked.TEXT, null, Masked.TEXT, region, Masked.TEXT, countryCode,
                phone == null ? null : Masked.TEXT);
    }

    /// Neither in logs nor in messages of failures.
    @Override
    public String toString() {
        return "Address[" + countryCode + "]";
    }
}
