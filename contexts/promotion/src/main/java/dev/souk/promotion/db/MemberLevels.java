package dev.souk.promotion.db;

import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which level a customer has.
public final class MemberLevels {
    private static final String NONE = "STANDARD";

    /// Null for STANDARD, and for guests.
    public @Nullable String of(Tx tx, @Nullable UUID customer) {
        return customer == null
                ? null
                : tx.sql("select level from member_level where customer_id = ?")
                        .params(customer)
                        .optional(row -> row.text("level"))
                        .filter(level -> !level.equals(NONE))
                        .orElse(null);
    }

    /// An older change that comes later counts no more.
    public void keep(Tx tx, UUID customer, String level, Instant since) {
        tx.sql("""
                insert into member_level as m (customer_id, level, since) values (?, ?, ?)
                on conflict (customer_id) do update set level = excluded.level, since = excluded.since
                where m.since < excluded.since""")
                .params(customer, level, since)
                .update();
    }

    public int forget(Tx tx, UUID customer) {
        return tx.sql("delete from member_level where customer_id = ?").params(customer).update();
    }
}
