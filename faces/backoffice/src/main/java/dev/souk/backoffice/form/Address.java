package dev.souk.backoffice.form;

import org.jspecify.annotations.Nullable;

/// A postal address, masked or not.
public record Address(
        String recipientName,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        String postalCode,
        String countryCode,
        @Nullable String phone) {
    @Override
    public String toString() {
        return "Address[" + countryCode + "]";
    }
}
