package dev.souk.pages.work;

import org.jspecify.annotations.Nullable;

/// The head of a table's column.
///
/// @param title as it is said
/// @param sort where the list sorted by it is; null when it cannot be
/// @param order ascending or descending when the list is sorted by it, otherwise null
/// @param style classes of head: `end` for numbers, `more` for what a phone leaves out
public record Column(String title, @Nullable String sort, @Nullable String order, String style) {
    public static Column of(String title) {
        return new Column(title, null, null, "");
    }

    /// Of numbers and sums, which stand at the right.
    public static Column end(String title) {
        return new Column(title, null, null, "end");
    }

    /// Left out on a phone; its cells carry the class `more` too.
    public static Column more(String title) {
        return new Column(title, null, null, "more");
    }

    /// Of numbers, and left out on a phone; its cells carry `more end`.
    public static Column moreEnd(String title) {
        return new Column(title, null, null, "more end");
    }

    public Column sorted(String address, @Nullable String now) {
        return new Column(title, address, now, style);
    }
}
