package dev.souk.bench.check;

import java.sql.SQLException;
import java.util.ArrayList;

/// Coupon limits: I14, and one use per promotion and order of I10.
final class CouponChecks {
    private final Databases databases;

    CouponChecks(Databases databases) {
        this.databases = databases;
    }

    /// Used plus held within the limits; the counters are what holds and redemptions add up to.
    Finding withinLimits() throws SQLException {
        var broken = new ArrayList<>(databases.violations("promotion",
                "select promotion_id, used, held, usage_limit_total from promotion where used + held > usage_limit_total"));
        broken.addAll(databases.violations("promotion",
                "select promotion_id, customer_id, used, held, use_limit from customer_use where used + held > use_limit"));
        broken.addAll(databases.violations("promotion", """
                select p.promotion_id, p.held, coalesce(h.n, 0) as holds from promotion p left join (
                    select u.promotion_id, count(*) as n from coupon_hold_use u join coupon_hold h using (hold_id)
                    where h.state = 'HELD' group by u.promotion_id) h using (promotion_id)
                where p.held <> coalesce(h.n, 0)"""));
        broken.addAll(databases.violations("promotion", """
                select p.promotion_id, p.used, coalesce(r.n, 0) as redemptions from promotion p left join (
                    select promotion_id, sum(case kind when 'USED' then 1 else -1 end) as n
                    from redemption where counted group by promotion_id) r using (promotion_id)
                where p.used <> coalesce(r.n, 0)"""));
        return new Finding("I14", "%,d uses, %,d held".formatted(
                databases.number("promotion", "select coalesce(sum(used), 0) from promotion"),
                databases.number("promotion", "select coalesce(sum(held), 0) from promotion")), broken);
    }
}
