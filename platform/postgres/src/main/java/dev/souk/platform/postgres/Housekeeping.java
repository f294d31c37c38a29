package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Tx;
import java.time.Duration;

/// What every context's database needs done from time to time.
final class Housekeeping {
    private static final long PART = 5_000_000;
    private static final long PARTS_AHEAD = 2;
    private static final Duration KEYS_KEPT = Duration.ofDays(2);

    private Housekeeping() {}

    static void wire(Wired wired) {
        wired.sweep("journal-parts", Duration.ofMinutes(1), Housekeeping::journalParts);
        wired.sweep("audit-chain", Duration.ofSeconds(2), Audit::link);
        wired.sweep("idempotency-keys", Duration.ofMinutes(10), Housekeeping::oldKeys);
    }

    /// Makes sure that the journal has empty partitions ahead of its last position.
    static int journalParts(Tx tx) {
        long last = tx.sql("select coalesce(pg_sequence_last_value(pg_get_serial_sequence('journal', 'position')), 0) as last")
                .one(row -> row.bigint("last"));
        long parts = tx.sql("select count(*) as n from pg_inherits where inhparent = 'journal'::regclass")
                .one(row -> row.bigint("n"));
        long needed = last / PART + PARTS_AHEAD;
        for (long part = parts; part < needed; part++) {
            tx.sql("create table if not exists journal_%d partition of journal for values from (%d) to (%d)"
                            .formatted(part, part * PART, (part + 1) * PART))
                    .update();
        }
        return 0;
    }

    private static int oldKeys(Tx tx) {
        return tx.sql(
                        """
                        delete from idempotency_key where (caller, key) in
                            (select caller, key from idempotency_key where created_at < ? limit 1000)
                        """)
                .params(tx.now().minus(KEYS_KEPT))
                .update();
    }
}
