package dev.souk.bench.growth;

import java.util.List;
import java.util.Map;

/// A table whose rows are multiplied.
///
/// @param from finds the pattern's rows: the table as `t`, and `member m`, which knows the group of an id
/// @param order of the rows of one copy
/// @param instead columns that are not copied: expressions over `s` (the series) and `p` (the pattern's row)
record Copies(String context, String table, String from, String order, Map<String, String> instead, Kind kind) {
    /// What the copies are of.
    enum Kind {
        ORDERS,
        MESSAGES,
        CARTS
    }

    /// Contexts with messages about an order in their journals.
    static final List<String> JOURNALS = List.of("cart", "pricing", "checkout", "inventory", "payment", "order");

    /// Movements of stock, whose rows build on one another, are made in [Movements]; answers under idempotency keys are
    /// kept for two days only and not grown.
    static List<Copies> all() {
        var numbered = Map.of("number", "(select first from numbers) + s.n");
        return List.of(
                new Copies("order", "orders", "orders t join member m on m.id = t.order_id", "number", numbered, Kind.ORDERS),
                ofOrder("order_terms", numbered),
                ofOrder("order_line", numbered),
                ofOrder("order_address", numbered),
                ofOrder("order_promotion", numbered),
                ofOrder("order_timeline", numbered),
                of("checkout", "checkout_saga", "checkout_id"),
                of("checkout", "checkout_input", "checkout_id"),
                new Copies("payment", "payment", "payment t join member m on m.id = t.id", "1",
                        Map.of("reference", "'old_' || s.n"), Kind.ORDERS),
                of("payment", "provider_call", "payment_id"),
                of("payment", "ledger_entry", "payment_id"),
                of("pricing", "quote", "checkout_id"),
                of("inventory", "reservation", "id"),
                of("cart", "ordered_carts", "cart_id"),
                new Copies("cart", "carts", "carts t join member m on m.id = t.id", "1",
                        Map.of("due_at", "now() + interval '1 day' + s.n * interval '1 second'"), Kind.CARTS),
                new Copies("cart", "cart_lines", "cart_lines t join member m on m.id = t.cart_id", "added_version", Map.of(), Kind.CARTS));
    }

    /// The messages of `context`, in the order in which they were written.
    static Copies journal(String context) {
        return new Copies(context, "journal", "journal t join member m on m.id::text = t.key", "position", Map.of(), Kind.MESSAGES);
    }

    private static Copies of(String context, String table, String id) {
        return new Copies(context, table, "%s t join member m on m.id = t.%s".formatted(table, id), "1", Map.of(), Kind.ORDERS);
    }

    private static Copies ofOrder(String table, Map<String, String> numbered) {
        return new Copies("order", table,
                table + " t join orders o on o.number = t.number join member m on m.id = o.order_id", "1", numbered, Kind.ORDERS);
    }
}
