package dev.souk.order.domain;

import dev.souk.contracts.Address;
import org.jspecify.annotations.Nullable;

/// What an address must look like to be delivered to.
public final class AddressRules {
    private static final int MAX = 200;

    private AddressRules() {}

    /// The first member that is missing or too long; null when all is well. Whatever a request leaves out arrives as
    /// null, whatever the record's types promise.
    public static @Nullable String problem(@Nullable Address address) {
        if (address == null) {
            return "address";
        }
        if (bad(address.recipientName())) {
            return "recipientName";
        }
        if (bad(address.line1())) {
            return "line1";
        }
        if (overlong(address.line2())) {
            return "line2";
        }
        if (bad(address.city())) {
            return "city";
        }
        if (overlong(address.region())) {
            return "region";
        }
        if (bad(address.postalCode())) {
            return "postalCode";
        }
        if (overlong(address.phone())) {
            return "phone";
        }
        return country(address.countryCode()) ? null : "countryCode";
    }

    /// Whether a shop that asks for less (a sales desk, another country's form) has filled in enough.
    public static boolean present(@Nullable Address address) {
        return address != null
                && given(address.recipientName())
                && given(address.line1())
                && given(address.city())
                && given(address.postalCode())
                && country(address.countryCode());
    }

    private static boolean given(@Nullable String text) {
        return text != null && text.length() <= MAX;
    }

    private static boolean bad(@Nullable String text) {
        return text == null || text.isBlank() || text.length() > MAX;
    }

    private static boolean overlong(@Nullable String text) {
        return text != null && text.length() > MAX;
    }

    static boolean country(@Nullable String code) {
        return code != null
                && code.length() == 2
                && code.charAt(0) >= 'A'
                && code.charAt(0) <= 'Z'
                && code.charAt(1) >= 'A'
                && code.charAt(1) <= 'Z';
    }
}
