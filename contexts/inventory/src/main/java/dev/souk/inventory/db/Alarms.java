package dev.souk.inventory.db;

import dev.souk.contracts.inventory.CheckStockLedger;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;

/// The table `stock_alarm`.
public final class Alarms {
    public enum Kind {
        UNKNOWN_RESERVATION,
        OTHER_ORDER,
        NOT_COMMITTED,
        NOT_COVERED,
        SHORTAGE
    }

    public void raise(Tx tx, Kind kind, UUID reference, String detail) {
        tx.sql("insert into stock_alarm (kind, reference, detail, raised_at) values (?, ?, ?, ?)")
                .params(kind, reference, detail, tx.now())
                .update();
    }

    public List<CheckStockLedger.Alarm> latest(Tx tx, int limit) {
        return tx.sql("select kind, reference, detail, raised_at from stock_alarm order by id desc limit ?")
                .params(limit)
                .list(row -> new CheckStockLedger.Alarm(
                        row.text("kind"),
                        row.uuid("reference").toString(),
                        row.text("detail"),
                        row.instant("raised_at")));
    }
}
