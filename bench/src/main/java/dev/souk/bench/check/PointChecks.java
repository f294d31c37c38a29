package dev.souk.bench.check;

import java.sql.SQLException;
import java.util.ArrayList;

/// Reward points: I14, and one entry for points that an order has earned, of I10.
final class PointChecks {
    private final Databases databases;

    PointChecks(Databases databases) {
        this.databases = databases;
    }

    /// Entries add up to the balance, holds to what is held; an order earns once and redeems at most what it held.
    Finding addUp() throws SQLException {
        var broken = new ArrayList<>(databases.violations("customer", """
                select a.customer_id, a.balance, coalesce(e.sum, 0) as entries from reward_account a left join (
                    select customer_id, sum(points) as sum from reward_entry group by customer_id) e using (customer_id)
                where a.balance <> coalesce(e.sum, 0) or a.balance < 0"""));
        broken.addAll(databases.violations("customer", """
                select a.customer_id, a.held, coalesce(h.sum, 0) as holds from reward_account a left join (
                    select customer_id, sum(points) as sum from reward_hold where state = 'HELD' group by customer_id) h
                    using (customer_id)
                where a.held <> coalesce(h.sum, 0)"""));
        broken.addAll(databases.violations("customer", """
                select order_id, kind, count(*) from reward_entry where kind in ('EARNED', 'REDEEMED', 'RETURNED')
                group by order_id, kind having count(*) > 1"""));
        return new Finding("I14", "%,d points of customers, %,d held".formatted(
                databases.number("customer", "select coalesce(sum(balance), 0) from reward_account"),
                databases.number("customer", "select coalesce(sum(held), 0) from reward_account")), broken);
    }
}
