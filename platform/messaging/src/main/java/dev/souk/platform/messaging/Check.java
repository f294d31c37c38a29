package dev.souk.platform.messaging;

import java.util.List;

/// Sums over a context's own rows that agree at every moment. One statement, so that it sees one moment; it may read
/// whole tables, so it runs when somebody asks.
///
/// @param name unique in its context
/// @param figures columns of the answer with sums, for people to see
/// @param sql answers rows with the columns `unit` (a currency, or an empty text), `differing` (how many things do not
///     agree), `example` (one of them, or null) and the figures
public record Check(String name, List<String> figures, String sql) {
    public Check {
        figures = List.copyOf(figures);
    }
}
