package dev.souk.promotion.db;

import dev.souk.platform.messaging.Check;
import java.util.List;

/// What must add up in the books of the coupons.
public final class Sums {
    private static final Check USES = new Check("uses", List.of("used", "held"),
            """
            select '' as unit, count(*) filter (where used + held > usage_limit_total) as differing,
                   min(promotion_id::text) filter (where used + held > usage_limit_total) as example,
                   coalesce(sum(used), 0)::bigint as used, coalesce(sum(held), 0)::bigint as held
            from promotion
            """);
    private static final Check COUNTERS = new Check("counters", List.of("used", "redeemed", "held", "holds"),
            """
            with redeemed as (
                select promotion_id, sum(case kind when 'USED' then 1 else -1 end) as n
                from redemption where counted group by promotion_id),
            holding as (
                select u.promotion_id, count(*) as n from coupon_hold_use u join coupon_hold h using (hold_id)
                where h.state = 'HELD' group by u.promotion_id),
            compared as (
                select p.promotion_id, p.used, p.held, coalesce(r.n, 0) as redeemed, coalesce(h.n, 0) as holds,
                       p.used <> coalesce(r.n, 0) or p.held <> coalesce(h.n, 0) as differs
                from promotion p left join redeemed r using (promotion_id) left join holding h using (promotion_id))
            select '' as unit, count(*) filter (where differs) as differing,
                   min(promotion_id::text) filter (where differs) as example, coalesce(sum(used), 0)::bigint as used,
                   coalesce(sum(redeemed), 0)::bigint as redeemed, coalesce(sum(held), 0)::bigint as held,
                   coalesce(sum(holds), 0)::bigint as holds
            from compared
            """);

    public static final List<Check> ALL = List.of(USES, COUNTERS);

    private Sums() {}
}
