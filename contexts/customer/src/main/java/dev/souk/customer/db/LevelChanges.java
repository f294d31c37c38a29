package dev.souk.customer.db;

import dev.souk.customer.domain.Level;
import dev.souk.customer.domain.Levels;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// How levels have changed. Rows are only ever added.
public final class LevelChanges {
    public record Change(String previous, String level, long rollingSpend, String currency, Instant at) {}

    public void add(Tx tx, UUID customer, Level before, Level after, Levels.Earned earned) {
        tx.sql("""
                insert into level_change (change_id, customer_id, previous, level, rolling_spend, currency, at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(tx.newId(), customer, before, after, earned.spend(), earned.currency(), tx.now())
                .update();
    }

    public List<Change> all(Tx tx, UUID customer) {
        return tx.sql("""
                select previous, level, rolling_spend, currency, at from level_change
                where customer_id = ? order by change_id""")
                .params(customer)
                .list(r -> new Change(
                        r.text("previous"), r.text("level"), r.bigint("rolling_spend"), r.text("currency"),
                        r.instant("at")));
    }
}
