package dev.souk.order.db;

import dev.souk.contracts.order.ListOrders;
import dev.souk.contracts.order.SummarizeOrders;
import dev.souk.order.domain.OrderStatus;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sql;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pages of orders along the key, and what many of them come to.
public final class OrderLists {
    /// How many orders one page of the staff's list looks at.
    private static final int LOOKS_AT = 20_000;

    private final ConfirmationKey key;

    private record Found(long number, ListOrders.Line line) {}

    private record Window(@Nullable Instant from, @Nullable Instant to, List<String> statuses) {
        String and() {
            return (from == null ? "" : " and created_at >= ?")
                    + (to == null ? "" : " and created_at < ?")
                    + (statuses.isEmpty() ? "" : " and status = any(?)");
        }

        Sql bind(Sql sql) {
            if (from != null) {
                sql.params(from);
            }
            if (to != null) {
                sql.params(to);
            }
            return statuses.isEmpty() ? sql : sql.array("text", statuses);
        }
    }

    public OrderLists(ConfirmationKey key) {
        this.key = key;
    }

    public ListOrders.Page page(Tx tx, ListOrders wanted) {
        var window = new Window(wanted.from(), wanted.to(), statuses(wanted.status()));
        long before = before(tx, wanted.cursor());
        var confirmation = wanted.confirmationNumber();
        if (confirmation != null) {
            return byConfirmation(tx, confirmation, wanted.customerId());
        }
        var customer = wanted.customerId();
        return customer != null
                ? ofCustomer(tx, customer, window, before, wanted.limit())
                : ofAll(tx, window, before, wanted.limit());
    }

    /// Every status that `status` stands for; none means all.
    private static List<String> statuses(@Nullable String status) {
        if (status == null) {
            return List.of();
        }
        if (!status.equals("CREATED")) {
            return List.of(status);
        }
        return List.of(OrderStatus.values()).stream()
                .filter(each -> each.coarse().equals("CREATED"))
                .map(Enum::name)
                .toList();
    }

    /// A cursor looks like a confirmation number without its prefix: it tells nothing about how many orders there are.
    private long before(Tx tx, @Nullable String cursor) {
        return cursor == null ? Long.MAX_VALUE : key.numbers(tx).number("ORD-" + cursor).orElse(0);
    }

    private @Nullable String cursor(Tx tx, long last) {
        return last < 0 ? null : key.numbers(tx).of(last).substring("ORD-".length());
    }

    private ListOrders.Page byConfirmation(Tx tx, String confirmation, @Nullable UUID customer) {
        var number = key.numbers(tx).number(confirmation);
        if (number.isEmpty()) {
            return new ListOrders.Page(List.of(), null);
        }
        var found = tx.sql(LINE + " where number = ?").params(number.getAsLong()).list(OrderLists::found);
        return new ListOrders.Page(
                found.stream()
                        .map(Found::line)
                        .filter(line -> customer == null || line.customerId().equals(customer))
                        .toList(),
                null);
    }

    private ListOrders.Page ofCustomer(Tx tx, UUID customer, Window window, long before, int limit) {
        var sql = tx.sql(LINE + " where customer_id = ? and number < ?" + window.and() + " order by number desc limit ?")
                .params(customer, before);
        var found = window.bind(sql).params(limit).list(OrderLists::found);
        return page(tx, found, found.size() < limit ? -1 : found.getLast().number());
    }

    private ListOrders.Page ofAll(Tx tx, Window window, long before, int limit) {
        long high = Math.min(before, Positions.end(tx, window.to()));
        long low = Positions.first(tx, window.from());
        long floor = tx.sql("""
                select number from orders where number < ? and number >= ?
                 order by number desc offset ? limit 1""")
                .params(high, low, LOOKS_AT - 1)
                .optional(row -> row.bigint("number"))
                .orElse(-1L);
        var sql = tx.sql(LINE + " where number < ? and number >= ?" + window.and() + " order by number desc limit ?")
                .params(high, Math.max(low, floor));
        var found = window.bind(sql).params(limit).list(OrderLists::found);
        return page(tx, found, found.size() < limit ? floor : found.getLast().number());
    }

    private ListOrders.Page page(Tx tx, List<Found> found, long last) {
        return new ListOrders.Page(found.stream().map(Found::line).toList(), cursor(tx, last));
    }

    private static final String LINE = """
            select number, order_id, confirmation_number, customer_id, status, total, currency, line_count, units,
                   payment_status, channel, created_at
              from orders""";

    private static Found found(Row row) {
        var status = row.enumOf(OrderStatus.class, "status");
        return new Found(
                row.bigint("number"),
                new ListOrders.Line(
                        row.uuid("order_id"),
                        row.text("confirmation_number"),
                        row.uuid("customer_id"),
                        status.coarse(),
                        status.name(),
                        row.bigint("total"),
                        row.text("currency"),
                        row.integer("line_count"),
                        row.bigint("units"),
                        row.text("payment_status"),
                        row.text("channel"),
                        row.instant("created_at")));
    }

    public SummarizeOrders.Summary summary(Tx tx, SummarizeOrders wanted) {
        var window = new Window(wanted.from(), wanted.to(), List.of());
        var channel = wanted.channel();
        var sql = tx.sql("""
                select currency, count(*) as orders, sum(line_count)::bigint as lines, sum(units)::bigint as units,
                       sum(total)::bigint as revenue, sum(goods)::bigint as goods
                  from orders
                 where number >= ? and number < ? and status <> 'CANCELLED'"""
                + window.and() + (channel == null ? "" : " and channel = ?") + " group by currency order by currency");
        sql.params(Positions.first(tx, wanted.from()), Positions.end(tx, wanted.to()));
        window.bind(sql);
        if (channel != null) {
            sql.params(channel);
        }
        return new SummarizeOrders.Summary(sql.list(OrderLists::perCurrency), tx.now());
    }

    private static SummarizeOrders.PerCurrency perCurrency(Row row) {
        return new SummarizeOrders.PerCurrency(
                row.text("currency"),
                row.bigint("orders"),
                row.bigint("lines"),
                row.bigint("units"),
                row.bigint("revenue"),
                row.bigint("goods"));
    }
}
