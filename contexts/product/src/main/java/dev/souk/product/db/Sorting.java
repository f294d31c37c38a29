package dev.souk.product.db;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order of a list and the places in it. A cursor is the last product that was seen: its id, and where ids are not
/// the order also what it was sorted by.
public enum Sorting {
    ID("p.id", "", false),
    NEWEST("p.id", "", true),
    NAME("lower(p.name) collate \"C\"", "text", false),
    PRICE("p.price", "bigint", false),
    PRICE_DOWN("p.price", "bigint", true);

    private final String column;
    private final String type;
    private final boolean down;

    Sorting(String column, String type, boolean down) {
        this.column = column;
        this.type = type;
        this.down = down;
    }

    /// A place in a list.
    ///
    /// @param value what the product there is sorted by; null where ids are the order
    record Place(@Nullable String value, UUID id) {}

    /// The order of a name; empty when there is no such order.
    public static Optional<Sorting> of(@Nullable String name) {
        return switch (name) {
            case null -> Optional.of(ID);
            case "newest" -> Optional.of(NEWEST);
            case "name" -> Optional.of(NAME);
            case "price" -> Optional.of(PRICE);
            case "-price" -> Optional.of(PRICE_DOWN);
            default -> Optional.empty();
        };
    }

    private boolean plain() {
        return type.isEmpty();
    }

    String orderBy(String alias) {
        var direction = down ? " desc" : "";
        var id = "p.id" + direction;
        return (plain() ? id : column + direction + ", " + id).replace("p.", alias + ".");
    }

    /// Behind a place; its parameters are the value (unless ids are the order) and the id.
    String after() {
        var sign = down ? " < " : " > ";
        return plain() ? "p.id" + sign + "?" : "(" + column + ", p.id)" + sign + "(?::" + type + (type.equals("text") ? " collate \"C\"" : "") + ", ?)";
    }

    /// What has to be carried out of a nested query to sort by it again.
    String carried() {
        return plain() ? "" : ", " + column + " as sorted";
    }

    String orderByCarried(String alias) {
        var direction = down ? " desc" : "";
        return (plain() ? "" : alias + ".sorted" + direction + ", ") + alias + ".id" + direction;
    }

    /// Whether a text is a cursor of this order.
    public boolean reads(String cursor) {
        return place(cursor).isPresent();
    }

    Optional<Place> place(String cursor) {
        try {
            if (plain()) {
                return cursor.length() == 36 ? Optional.of(new Place(null, UUID.fromString(cursor))) : Optional.empty();
            }
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var at = text.length() - 36;
            if (at < 0 || text.indexOf('\0') >= 0 || (!type.equals("text") && !text.substring(0, at).matches("\\d{1,18}"))) {
                return Optional.empty();
            }
            return Optional.of(new Place(text.substring(0, at), UUID.fromString(text.substring(at))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String cursor(Listings.Found last) {
        var value = switch (this) {
            case ID, NEWEST -> null;
            case NAME -> last.lowerName();
            case PRICE, PRICE_DOWN -> Long.toString(last.item().price());
        };
        return value == null
                ? last.item().productId().toString()
                : Base64.getUrlEncoder().withoutPadding().encodeToString((value + last.item().productId()).getBytes(StandardCharsets.UTF_8));
    }
}
