package dev.souk.order.db;

import dev.souk.platform.messaging.Tx;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What a start page shows of all orders, at a cost that does not grow with them.
public final class Figures {
    /// The newest orders that states are counted over: as many as one page of the staff's list looks at.
    private static final int LOOKS_AT = 20_000;

    private Figures() {}

    /// What was placed on one day, cancelled later or not.
    public record Day(LocalDate day, String currency, long orders, long units, long revenue) {}

    public record State(String status, long orders) {}

    /// Days with orders only, oldest first.
    public static List<Day> days(Tx tx, int days) {
        var first = LocalDate.ofInstant(tx.now(), ZoneOffset.UTC).minusDays(days - 1L);
        return tx.sql("""
                select day::text as day, currency, sum(orders)::bigint as orders, sum(units)::bigint as units,
                       sum(revenue)::bigint as revenue
                  from (select day, currency, orders, units, revenue from order_day where day >= ?::date
                        union all
                        select (created_at at time zone 'UTC')::date, currency, 1, units, total
                          from (select created_at, currency, units, total from orders
                                 where number > (select counted_to from day_count where only_one)
                                 order by number limit ?) as fresh) as parts
                 where day >= ?::date
                 group by day, currency order by day, currency""")
                .params(first.toString(), LOOKS_AT, first.toString())
                .list(row -> new Day(
                        LocalDate.parse(row.text("day")),
                        row.text("currency"),
                        row.bigint("orders"),
                        row.bigint("units"),
                        row.bigint("revenue")));
    }

    /// Of the newest orders.
    public static List<State> states(Tx tx) {
        return tx.sql("""
                select status, count(*) as orders
                  from (select status from orders order by number desc limit ?) as newest
                 group by status order by status""")
                .params(LOOKS_AT)
                .list(row -> new State(row.text("status"), row.bigint("orders")));
    }
}
