package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The cursors of one context, in its own database. They move only from the value this process knows: if another
/// process runs the same context, one of the two fails here and its transaction with it.
final class Cursors {
    private final Map<String, Long> stored = new ConcurrentHashMap<>();

    void load(Tx tx, List<String> sources) {
        stored.clear();
        for (var source : sources) {
            stored.put(source, 0L);
        }
        tx.sql("insert into cursor (source, position) select s, 0 from unnest(?::text[]) as s on conflict do nothing")
                .array("text", sources)
                .update();
        tx.sql("select source, position from cursor").list(row -> stored.put(row.text("source"), row.bigint("position")));
    }

    long of(String source) {
        return stored.getOrDefault(source, 0L);
    }

    /// Writes the new positions in `tx`; call [#stored] after its commit.
    void advance(Tx tx, Map<String, Long> to) {
        var moved = new ArrayList<Map.Entry<String, Long>>();
        for (var entry : to.entrySet()) {
            if (entry.getValue() > of(entry.getKey())) {
                moved.add(entry);
            }
        }
        if (moved.isEmpty()) {
            return;
        }
        int updated = tx.sql(
                        """
                        update cursor set position = m.next
                        from unnest(?::text[], ?::bigint[], ?::bigint[]) as m (source, last, next)
                        where cursor.source = m.source and cursor.position = m.last
                        """)
                .array("text", moved, Map.Entry::getKey)
                .array("bigint", moved, e -> of(e.getKey()))
                .array("bigint", moved, Map.Entry::getValue)
                .update();
        if (updated != moved.size()) {
            throw new CursorMoved();
        }
    }

    void stored(Map<String, Long> to) {
        to.forEach((source, position) -> stored.merge(source, position, Math::max));
    }

    /// Another process has handled these messages.
    static final class CursorMoved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CursorMoved() {
            super("another process handles the messages of this context");
        }
    }
}
