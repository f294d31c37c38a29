package dev.souk.backoffice.goods;

import dev.souk.pages.Client;
import dev.souk.pages.Turn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody wants to see of all products, as it stands in the address.
public record Choice(String text, String status, String category, String sort, @Nullable String cursor) {
    public static final List<String> STATUSES = List.of("ANY", "ACTIVE", "DRAFT", "ARCHIVED", "DISCONTINUED");
    private static final List<String> SORTS = List.of("newest", "name", "price", "-price");

    static Choice of(Turn turn) {
        return new Choice(
                turn.query("q").map(text -> text.substring(0, Math.min(80, text.length()))).orElse(""),
                turn.query("status").filter(STATUSES::contains).orElse("ANY"),
                turn.query("category").filter(slug -> slug.matches("[a-z0-9-]{1,80}")).orElse(""),
                turn.query("sort").filter(SORTS::contains).orElse("newest"),
                turn.query("cursor").filter(text -> text.matches("[A-Za-z0-9_=-]{1,400}")).orElse(null));
    }

    String query(int limit) {
        return "?limit=" + limit + "&" + parts(status, cursor);
    }

    private String parts(String anyStatus, @Nullable String at) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("q", text);
        parts.put("status", anyStatus);
        parts.put("category", category);
        parts.put("sort", sort);
        parts.put("cursor", at == null ? "" : at);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + Client.escaped(part.getValue()))
                .collect(Collectors.joining("&"));
    }

    public String address(@Nullable String at) {
        return "/backoffice/products?" + parts(status, at);
    }

    public String sorted(String other) {
        return new Choice(text, status, category, other, null).address(null);
    }

    public @Nullable String order(String up, String down) {
        return sort.equals(up) ? "ascending" : sort.equals(down) ? "descending" : null;
    }

    public boolean narrowed() {
        return !text.isEmpty() || !status.equals("ANY") || !category.isEmpty();
    }

    static Map<String, String> statusKinds() {
        return Map.of("ACTIVE", "good", "DRAFT", "warn", "DISCONTINUED", "bad");
    }

    public static String kind(String status) {
        return statusKinds().getOrDefault(status, "");
    }
}
