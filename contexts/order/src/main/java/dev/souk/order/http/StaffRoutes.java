package dev.souk.order.http;

import dev.souk.contracts.order.SummarizeOrders;
import dev.souk.order.db.OrderLists;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What only staff looks at.
final class StaffRoutes {
    private final OrderLists lists;

    StaffRoutes(OrderLists lists) {
        this.lists = lists;
    }

    record Alarm(long id, UUID orderId, String kind, String detail, Instant raisedAt) {}

    record Alarms(List<Alarm> alarms) {}

    Route<?, ?> summary() {
        return Route.get("/orders/summary")
                .roles(Role.ADMIN, OrderRoutes.READERS)
                .answers(200, SummarizeOrders.Summary.class)
                .query(Parameter.instant("from", "created then or later"),
                        Parameter.instant("to", "created before"),
                        Parameter.text("channel", "WEB, BACK_OFFICE or API"))
                .summary("Orders, lines, units and revenue per currency of a time and channel, cancelled ones left out")
                .reads(this::summary);
    }

    private Answer<SummarizeOrders.Summary> summary(Call<Void> call, Tx tx) {
        return Answer.from(Filters.summary(call), query -> lists.summary(tx, query));
    }

    Route<?, ?> alarms() {
        return Route.get("/orders/alarms")
                .roles(Role.ADMIN, OrderRoutes.READERS)
                .answers(200, Alarms.class)
                .query(Parameter.limit(50, 200))
                .summary("The latest orders that somebody has to look at")
                .reads(StaffRoutes::alarms);
    }

    private static Answer<Alarms> alarms(Call<Void> call, Tx tx) {
        return Answer.of(new Alarms(tx.sql("""
                select id, order_id, kind, detail, raised_at from order_alarm order by id desc limit ?""")
                .params(call.limit(50, 200))
                .list(row -> new Alarm(
                        row.bigint("id"),
                        row.uuid("order_id"),
                        row.text("kind"),
                        row.text("detail"),
                        row.instant("raised_at")))));
    }
}
