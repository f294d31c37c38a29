package dev.souk.customer;

import dev.souk.contracts.customer.RewardPointsExpired;
import dev.souk.contracts.customer.RewardPointsExpiring;
import dev.souk.customer.db.RewardLedger;
import dev.souk.customer.db.RewardLedger.Kind;
import dev.souk.customer.db.RewardReads;
import dev.souk.customer.db.RewardReads.Balance;
import dev.souk.customer.domain.Expiry;
import dev.souk.customer.domain.PointsBook;
import dev.souk.platform.messaging.Tx;

/// Takes points off that are too old, and tells their owners some time before.
final class ExpirePoints {
    private static final int AT_ONCE = 100;

    private final RewardReads reads;
    private final PointsBook book;

    ExpirePoints(RewardReads reads, PointsBook book) {
        this.reads = reads;
        this.book = book;
    }

    int run(Tx tx) {
        var due = reads.due(tx, AT_ONCE);
        var ledger = RewardLedger.lock(tx, due.stream().map(Balance::customerId).toList());
        due.forEach(account -> look(account, ledger, tx));
        ledger.write(tx);
        return due.size();
    }

    private void look(Balance account, RewardLedger ledger, Tx tx) {
        var customer = account.customerId();
        var credits = reads.credits(tx, customer);
        var expiry = Expiry.of(
                credits, reads.taken(tx, customer), account.held(), book.notice(), account.toldUntil(), tx.now());
        if (expiry.expired() > 0) {
            long gone = ledger.debit(tx, customer, Kind.EXPIRED, expiry.expired(), null, null);
            ledger.publish(tx, customer, new RewardPointsExpired(customer, gone, ledger.balance(customer), tx.now()));
        }
        var soonAt = expiry.soonAt();
        if (soonAt != null) {
            ledger.publish(tx, customer, new RewardPointsExpiring(customer, expiry.soon(), soonAt));
            reads.told(tx, customer, tx.now().plus(book.notice()));
        }
        ledger.lookAgain(customer, expiry.dueAt());
    }
}
