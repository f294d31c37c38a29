package dev.souk.notification.db;

import dev.souk.platform.messaging.Tx;
import java.util.List;

/// The `digest_entry` table: what waits to be told together.
public final class Digests {
    private Digests() {}

    /// The newest word on an entry counts.
    public static void add(Tx tx, String digest, String entry, String data) {
        tx.sql(
                        """
                insert into digest_entry (digest, entry, data, created_at) values (?, ?, ?, ?)
                on conflict (digest, entry) do update set data = excluded.data
                """)
                .params(digest, entry, data, tx.now())
                .update();
    }

    /// Takes everything out.
    public static List<String> take(Tx tx, String digest) {
        return tx.sql(
                        """
                with taken as (delete from digest_entry where digest = ? returning entry, data)
                select data from taken order by entry
                """)
                .params(digest)
                .list(row -> row.text("data"));
    }
}
