package dev.souk.inventory;

import dev.souk.contracts.inventory.CheckStockLedger;
import dev.souk.inventory.db.Alarms;
import dev.souk.inventory.db.Ledger;
import dev.souk.platform.messaging.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the stock against its movements: regularly what is new, on request everything.
final class ReconcileLedger {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLedger.class);
    private static final int ALARMS = 100;

    private final Ledger ledger = new Ledger();
    private final Alarms alarms = new Alarms();

    /// The sweep. It publishes nothing; a difference is for a person.
    int run(Tx tx) {
        for (var difference : ledger.sinceCheckpoint(tx)) {
            LOG.error("stock is not the sum of its movements: {}", difference);
        }
        return 0;
    }

    CheckStockLedger.Result answer(CheckStockLedger query, Tx tx) {
        return new CheckStockLedger.Result(ledger.whole(tx), alarms.latest(tx, ALARMS), tx.now());
    }
}
