package dev.souk.order;

import dev.souk.platform.messaging.Tx;
import java.time.Duration;

/// Adds every order to its day once, along the key, as soon as no smaller number can appear any more.
final class CountDays {
    private static final Duration SETTLED = Duration.ofMinutes(2);
    private static final int PAGE = 20_000;

    private record Page(long last, int orders) {}

    int run(Tx tx) {
        var old = tx.now().minus(SETTLED);
        var page = tx.sql("""
                with next as (
                    select number, created_at from orders
                     where number > (select counted_to from day_count where only_one)
                     order by number limit ?),
                settled as (
                    select number from next
                     where number < coalesce((select min(number) from next where created_at > ?), 9223372036854775807))
                select coalesce(max(number), -1) as last, count(*)::int as orders from settled""")
                .params(PAGE, old)
                .optional(row -> new Page(row.bigint("last"), row.integer("orders")))
                .orElse(new Page(-1, 0));
        if (page.orders() > 0) {
            tx.sql("""
                    insert into order_day (day, currency, orders, units, revenue)
                    select (created_at at time zone 'UTC')::date, currency, count(*), sum(units), sum(total)
                      from orders
                     where number > (select counted_to from day_count where only_one) and number <= ?
                     group by 1, 2
                    on conflict (day, currency) do update
                       set orders = order_day.orders + excluded.orders, units = order_day.units + excluded.units,
                           revenue = order_day.revenue + excluded.revenue""")
                    .params(page.last())
                    .update();
            tx.sql("update day_count set counted_to = ? where only_one").params(page.last()).update();
        }
        return page.orders();
    }
}
