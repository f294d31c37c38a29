package dev.souk.storefront;

import dev.souk.pages.Fields;
import dev.souk.storefront.shop.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A postal address as fields of a form.
public final class Place {
    private static final List<String> REQUIRED = List.of("recipientName", "line1", "city", "postalCode", "countryCode");
    private static final Map<String, Integer> LONGEST = Map.of(
            "recipientName", 200, "line1", 200, "line2", 200, "city", 100, "region", 100, "postalCode", 20, "phone", 40);

    private Place() {}

    /// What is wrong with it: name of a field to the key of a text.
    public static Map<String, String> wrong(Fields fields) {
        var wrong = new HashMap<String, String>();
        for (var name : REQUIRED) {
            if (fields.get(name).isEmpty()) {
                wrong.put(name, "wrong." + name);
            }
        }
        LONGEST.forEach((name, most) -> {
            if (fields.get(name).length() > most) {
                wrong.put(name, "wrong.long");
            }
        });
        return wrong;
    }

    /// Empty while something is missing.
    public static Optional<Address> address(Fields fields) {
        return REQUIRED.stream().anyMatch(name -> fields.get(name).isEmpty())
                ? Optional.empty()
                : Optional.of(new Address(
                        fields.get("recipientName"), fields.get("line1"), fields.orNull("line2"), fields.get("city"),
                        fields.orNull("region"), fields.get("postalCode"), fields.get("countryCode"), fields.orNull("phone")));
    }

    /// The fields of an address that is known.
    public static Map<String, String> values(@Nullable Address address) {
        var values = new HashMap<String, String>();
        if (address != null) {
            put(values, "recipientName", address.recipientName());
            put(values, "line1", address.line1());
            put(values, "line2", address.line2());
            put(values, "city", address.city());
            put(values, "region", address.region());
            put(values, "postalCode", address.postalCode());
            put(values, "countryCode", address.countryCode());
            put(values, "phone", address.phone());
        }
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
