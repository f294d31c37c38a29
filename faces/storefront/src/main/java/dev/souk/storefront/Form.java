package dev.souk.storefront;

import dev.souk.pages.Fields;
import dev.souk.pages.Turn;
import dev.souk.storefront.shop.Address;
import dev.souk.storefront.shop.Cart;
import dev.souk.storefront.shop.Person;
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
///
/// @param person who is signed in, with her address book
public record Form(Fields fields, Optional<Person> person) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,253}");

    static Form of(Fields fields, Optional<Person> person) {
        return new Form(fields, person);
    }

    /// What the cart knows already; of somebody who is signed in the address that she prefers.
    static Form ofCart(@Nullable Cart cart, Optional<Person> person) {
        var delivery = cart == null ? null : cart.delivery();
        var values = new HashMap<String, String>();
        var known = delivery == null ? null : delivery.address();
        if (delivery != null) {
            put(values, "email", delivery.email());
            put(values, "shippingMethodId", delivery.shippingMethodId());
        }
        person.flatMap(one -> known == null ? one.preferredAddress() : entry(one, known))
                .ifPresentOrElse(
                        entry -> values.put("place", entry.addressId().toString()),
                        () -> values.putAll(Place.values(known)));
        return new Form(new Fields(values), person);
    }

    private static Optional<Person.Entry> entry(Person person, Address address) {
        return person.addresses().stream().filter(entry -> entry.address().equals(address)).findFirst();
    }

    /// The address that was chosen from the book; empty for another one.
    public Optional<Person.Entry> chosen() {
        return person.flatMap(one -> fields.filled("place").flatMap(Turn::uuid).flatMap(one::address));
    }

    /// Addresses that can be chosen.
    public List<Person.Entry> book() {
        return person.map(Person::addresses).orElse(List.of());
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
        return chosen().map(entry -> entry.address().countryCode()).or(() -> fields.filled("countryCode")).orElse(locale.getCountry());
    }

    String postcode() {
        return chosen().map(entry -> entry.address().postalCode()).orElseGet(() -> get("postalCode"));
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
        return new Form(new Fields(values), person);
    }

    Wrong wrong() {
        var wrong = new HashMap<>(chosen().isPresent() ? Map.of() : Place.wrong(fields));
        if (get("email").isEmpty() && person.isEmpty()) {
            wrong.put("email", "wrong.email");
        }
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
        chosen().map(Person.Entry::address).or(() -> Place.address(fields)).ifPresent(address -> delivery.put("address", address));
        fields.filled("shippingMethodId").ifPresent(method -> delivery.put("shippingMethodId", method));
        fields.filled("email").filter(email -> EMAIL.matcher(email).matches()).ifPresent(email -> delivery.put("email", email));
        return delivery.isEmpty() ? Optional.empty() : Optional.of(delivery);
    }

    /// A new address that is to go into the book.
    Optional<Address> kept() {
        return person.isPresent() && chosen().isEmpty() && !get("keep").isEmpty() ? Place.address(fields) : Optional.empty();
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
