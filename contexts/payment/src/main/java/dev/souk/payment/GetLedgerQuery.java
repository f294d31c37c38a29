package dev.souk.payment;

import dev.souk.contracts.payment.GetLedger;
import dev.souk.contracts.payment.GetLedger.Balance;
import dev.souk.contracts.payment.GetLedger.Entry;
import dev.souk.payment.db.Ledger;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The ledger of an order, or of a period.
public final class GetLedgerQuery {
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private GetLedgerQuery() {}

    public static GetLedger.Ledger answer(GetLedger query, Tx tx) {
        var entries = query.orderId() != null
                ? Ledger.ofOrder(tx, query.orderId(), query.after(), query.limit())
                : Ledger.ofPeriod(
                        tx,
                        query.from() == null ? Instant.EPOCH : query.from(),
                        query.to() == null ? LATEST : query.to(),
                        query.after(),
                        query.limit());
        return new GetLedger.Ledger(entries, balances(entries));
    }

    private static List<Balance> balances(List<Entry> entries) {
        record Account(String name, String currency) {}
        var sums = new TreeMap<Account, Long>(
                java.util.Comparator.comparing(Account::currency).thenComparing(Account::name));
        for (var entry : entries) {
            sums.merge(new Account(entry.debit(), entry.currency()), entry.amount(), Long::sum);
            sums.merge(new Account(entry.credit(), entry.currency()), -entry.amount(), Long::sum);
        }
        var balances = new ArrayList<Balance>();
        sums.forEach((account, sum) -> balances.add(new Balance(account.name(), account.currency(), sum)));
        return balances;
    }
}
