package dev.souk.customer.db;

import dev.souk.platform.messaging.Check;
import java.util.List;

/// What must add up in the books of the reward points.
public final class Sums {
    private static final Check POINTS = new Check("points", List.of("balance", "entries", "held", "holds"),
            """
            with entry as (
                select customer_id, sum(points) as n from reward_entry group by customer_id),
            holding as (
                select customer_id, sum(points) as n from reward_hold where state = 'HELD' group by customer_id),
            compared as (
                select a.customer_id, a.balance, a.held, coalesce(e.n, 0) as entries, coalesce(h.n, 0) as holds,
                       a.balance <> coalesce(e.n, 0) or a.held <> coalesce(h.n, 0) as differs
                from reward_account a left join entry e using (customer_id) left join holding h using (customer_id))
            select '' as unit, count(*) filter (where differs) as differing,
                   min(customer_id::text) filter (where differs) as example, coalesce(sum(balance), 0)::bigint as balance,
                   coalesce(sum(entries), 0)::bigint as entries, coalesce(sum(held), 0)::bigint as held,
                   coalesce(sum(holds), 0)::bigint as holds
            from compared
            """);

    public static final List<Check> ALL = List.of(POINTS);

    private Sums() {}
}
