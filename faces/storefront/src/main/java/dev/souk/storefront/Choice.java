package dev.souk.storefront;

import dev.souk.pages.Client;
import dev.souk.pages.Turn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a shopper wants to see of a list, as it stands in the address.
///
/// @param min lowest price in minor units; null for any
public record Choice(
        String category,
        String searched,
        String sort,
        @Nullable Integer min,
        @Nullable Integer max,
        boolean available,
        @Nullable String cursor) {
    public static final List<String> SORTS = List.of("newest", "name", "price", "-price");

    /// Price steps that are offered, in minor units.
    public static final List<Band> BANDS = List.of(
            new Band(null, 199), new Band(200, 499), new Band(500, 999), new Band(1000, 1999), new Band(2000, null));

    public record Band(@Nullable Integer min, @Nullable Integer max) {}

    static Choice of(Turn turn, String category, String searched) {
        return new Choice(
                category,
                searched,
                turn.query("sort").filter(SORTS::contains).orElse(searched.isEmpty() ? "newest" : "name"),
                number(turn, "min"),
                number(turn, "max"),
                turn.query("available").isPresent(),
                turn.query("cursor").filter(text -> text.matches("[A-Za-z0-9_=-]{1,400}")).orElse(null));
    }

    private static @Nullable Integer number(Turn turn, String name) {
        return turn.query(name).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf).orElse(null);
    }

    /// For the API.
    String query(int limit) {
        var query = new StringBuilder("limit=" + limit + "&sort=" + sort);
        add(query, "category", category);
        add(query, "q", searched);
        add(query, "minPrice", min);
        add(query, "maxPrice", max);
        add(query, "available", available ? "true" : null);
        add(query, "cursor", cursor);
        return query.toString();
    }

    /// For the shopper.
    public String address() {
        var query = new StringBuilder(searched.isEmpty() ? "/c/" + category + "?" : "/search?q=" + Client.escaped(searched));
        if (!searched.isEmpty()) {
            add(query, "category", category);
        }
        add(query, "sort", sort.equals("newest") ? null : sort);
        add(query, "min", min);
        add(query, "max", max);
        add(query, "available", available ? "1" : null);
        add(query, "cursor", cursor);
        return query.toString().replace("?&", "?").replaceAll("\\?$", "");
    }

    private static void add(StringBuilder query, String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            query.append('&').append(name).append('=').append(Client.escaped(value.toString()));
        }
    }

    public Choice sorted(String other) {
        return new Choice(category, searched, other, min, max, available, null);
    }

    public Choice banded(Band band) {
        return new Choice(category, searched, sort, band.min(), band.max(), available, null);
    }

    public Choice anyPrice() {
        return banded(new Band(null, null));
    }

    public Choice available(boolean only) {
        return new Choice(category, searched, sort, min, max, only, null);
    }

    public Choice in(String other) {
        return new Choice(other, searched, sort, min, max, available, null);
    }

    public Choice at(String other) {
        return new Choice(category, searched, sort, min, max, available, other);
    }

    public boolean is(Band band) {
        return Objects.equals(min, band.min()) && Objects.equals(max, band.max());
    }

    public boolean narrowed() {
        return min != null || max != null || available;
    }
}
