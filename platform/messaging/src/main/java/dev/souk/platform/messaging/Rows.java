package dev.souk.platform.messaging;

import java.time.Instant;

/// Rows of one context in an open transaction, and nothing else: who holds only this can neither publish nor send.
public interface Rows {
    /// A statement with `?` parameters in order. Write it as a text block next to the code that owns the table.
    Sql sql(String sql);

    /// The instant of this transaction, from the injected clock. All rows and events of one change carry it.
    Instant now();
}
