package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Tx;

/// How many messages stand aside at one context.
///
/// @param dead given up
/// @param retrying to be tried again
/// @param behind waiting for one of the others
public record ParkedCount(long dead, long retrying, long behind) {
    static ParkedCount read(Tx tx) {
        return tx.sql("""
                        select count(*) filter (where dead) as dead,
                               count(*) filter (where not dead and attempts > 0) as retrying,
                               count(*) filter (where not dead and attempts = 0) as behind
                        from parked
                        """)
                .one(row -> new ParkedCount(row.bigint("dead"), row.bigint("retrying"), row.bigint("behind")));
    }
}
