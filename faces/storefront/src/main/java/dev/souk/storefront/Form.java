package dev.souk.storefront;

import dev.souk.pages.Fields;
import dev.souk.storefront.shop.Address;
import dev.souk.storefront.shop.Cart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The checkout's form as the shopper filled it in.
public record Form(Fields fields) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,253}");
    private static final List<String> REQUIRED = List.of("email", "recipientName", "line1", "city", "postalCode", "countryCode");
    private static final Map<String, Integer> LONGEST = Map.of(
            "recipientName", 200, "line1", 200, "line2", 200, "city", 100, "region", 100, "postalCode", 20, "phone", 40);

    static Form of(Fields fields) {
        return new Form(fields);
    }

    /// What the cart knows already.
    static Form ofCart(@Nullable Cart cart) {
        var delivery = cart == null ? null : cart.delivery();
        var values = new HashMap<String, String>();
        if (delivery != null) {
            put(values, "email", delivery.email());
            put(values, "shippingMethodId", delivery.shippingMethodId());
            address(values, delivery.address());
        }
        return new Form(new Fields(values));
    }

    private static void address(Map<String, String> values, @Nullable Address address) {
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
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    public String get(String name) {
        return fields.get(name);
    }

    String country(Locale locale) {
        return fields.filled("countryCode").orElse(locale.getCountry());
    }

    public String token() {
        return get("token");
    }

    String quoteId() {
        return get("quoteId");
    }

    String quoteHash() {
        return get("quoteHash");
    }

    public String key() {
        return get("key");
    }

    Form paidWith(String token) {
        return with("token", token);
    }

    Form keyed(String key) {
        return with("key", key);
    }

    private Form with(String name, String value) {
        var values = new HashMap<>(fields.values());
        values.put(name, value);
        return new Form(new Fields(values));
    }

    Wrong wrong() {
        var wrong = new HashMap<String, String>();
        for (var name : REQUIRED) {
            if (get(name).isEmpty()) {
                wrong.put(name, "wrong." + name);
            }
        }
        LONGEST.forEach((name, most) -> {
            if (get(name).length() > most) {
                wrong.put(name, "wrong.long");
            }
        });
        if (!get("email").isEmpty() && !EMAIL.matcher(get("email")).matches()) {
            wrong.put("email", "wrong.email");
        }
        if (get("shippingMethodId").isEmpty()) {
            wrong.put("shippingMethodId", "wrong.shippingMethodId");
        }
        return new Wrong(wrong, "");
    }

    /// For the cart; empty when there is nothing yet that it could keep. An unfinished address is kept back.
    Optional<Map<String, Object>> delivery() {
        var delivery = new HashMap<String, Object>();
        var rest = REQUIRED.subList(1, REQUIRED.size());
        if (rest.stream().noneMatch(name -> get(name).isEmpty())) {
            delivery.put("address", new Address(
                    get("recipientName"), get("line1"), fields.orNull("line2"), get("city"), fields.orNull("region"),
                    get("postalCode"), get("countryCode"), fields.orNull("phone")));
        }
        fields.filled("shippingMethodId").ifPresent(method -> delivery.put("shippingMethodId", method));
        fields.filled("email").filter(email -> EMAIL.matcher(email).matches()).ifPresent(email -> delivery.put("email", email));
        return delivery.isEmpty() ? Optional.empty() : Optional.of(delivery);
    }

    /// Ties the way to the provider's page and back to one cart.
    static String proof(CartCookie cart) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(("card:" + cart.token()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
