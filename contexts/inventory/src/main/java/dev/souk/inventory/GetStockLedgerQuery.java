package dev.souk.inventory;

import dev.souk.contracts.inventory.GetStockLedger;
import dev.souk.inventory.db.Ledger;
import dev.souk.platform.messaging.Tx;
import java.util.Optional;

final class GetStockLedgerQuery {
    private static final GetStockLedger.Balance NOTHING = new GetStockLedger.Balance(0, 0);

    private final Ledger ledger = new Ledger();

    Optional<GetStockLedger.Ledger> answer(GetStockLedger query, Tx tx) {
        return ledger.present(tx, query.sku(), query.locationId()).map(_ -> read(query, tx));
    }

    private GetStockLedger.Ledger read(GetStockLedger query, Tx tx) {
        var found = ledger.movements(tx, query);
        boolean more = found.size() > query.limit();
        var page = more ? found.subList(0, query.limit()) : found;
        var opening = page.isEmpty() ? ledger.before(tx, query).orElse(NOTHING) : before(page.getFirst());
        var closing = page.isEmpty() ? opening : after(page.getLast());
        return new GetStockLedger.Ledger(
                query.sku(),
                query.locationId(),
                opening,
                page,
                closing,
                more ? page.getLast().version() : null);
    }

    private static GetStockLedger.Balance before(GetStockLedger.Movement first) {
        return new GetStockLedger.Balance(
                first.onHand() - first.onHandDelta(), first.reserved() - first.reservedDelta());
    }

    private static GetStockLedger.Balance after(GetStockLedger.Movement last) {
        return new GetStockLedger.Balance(last.onHand(), last.reserved());
    }
}
