package dev.souk.identity.db;

import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened at the door.
public final class Attempts {
    public void record(Tx tx, @Nullable UUID identity, String outcome, @Nullable Sealed<String> network) {
        tx.sql("insert into login_attempt (id, at, identity_id, outcome, network) values (?, ?, ?, ?, ?)")
                .params(tx.newId(), tx.now(), identity, outcome, network == null ? null : network.text())
                .update();
    }

    public int purge(Tx tx, Instant before) {
        return tx.sql(
                        """
                        delete from login_attempt where id in (
                            select id from login_attempt where at < ? limit 1000 for update skip locked)
                        """)
                .params(before)
                .update();
    }
}
