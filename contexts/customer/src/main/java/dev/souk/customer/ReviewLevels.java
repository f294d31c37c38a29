package dev.souk.customer;

import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.customer.db.Account;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.LevelChanges;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.customer.domain.Level;
import dev.souk.customer.domain.Levels;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/// Looks at the rolling spend of customers: as soon as it changes, and daily while there is some.
final class ReviewLevels {
    private static final Period WINDOW = Period.ofMonths(12);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final int AT_ONCE = 200;

    private final Customers customers;
    private final OrderSummaries summaries;
    private final LevelChanges changes = new LevelChanges();
    private final Levels levels;
    private final String shopCurrency;

    ReviewLevels(Customers customers, OrderSummaries summaries, Levels levels, String shopCurrency) {
        this.customers = customers;
        this.summaries = summaries;
        this.levels = levels;
        this.shopCurrency = shopCurrency;
    }

    int run(Tx tx) {
        var due = customers.toReview(tx, AT_ONCE);
        due.forEach(account -> review(account, tx));
        return due.size();
    }

    private void review(Account account, Tx tx) {
        var spend = summaries.spend(tx, account.customerId(), windowStart(tx.now()));
        var earned = levels.earned(spend, shopCurrency);
        var next = Levels.reviewed(account.level(), account.levelSince(), earned.level(), tx.now());
        if (next != account.level()) {
            move(account, next, earned, tx);
        }
        boolean idle = spend.isEmpty() && next == Level.STANDARD;
        customers.review(tx, List.of(account.customerId()), idle ? null : tx.now().plus(DAILY));
    }

    private void move(Account account, Level next, Levels.Earned earned, Tx tx) {
        var id = account.customerId();
        changes.add(tx, id, account.level(), next, earned);
        tx.publish(
                new CustomerMembershipUpgraded(
                        id, account.level().name(), next.name(), earned.spend(), earned.currency(), tx.now(),
                        next.compareTo(account.level()) > 0 ? "UP" : "DOWN"),
                customers.level(tx, id, next));
    }

    private static Instant windowStart(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(WINDOW).toInstant();
    }
}
