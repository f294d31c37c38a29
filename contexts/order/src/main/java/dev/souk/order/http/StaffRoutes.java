package dev.souk.order.http;

import dev.souk.contracts.order.GetOrderHistory;
import dev.souk.contracts.order.SummarizeOrders;
import dev.souk.order.db.Course;
import dev.souk.order.db.Figures;
import dev.souk.order.db.OpenHolds;
import dev.souk.order.db.OrderLists;
import dev.souk.order.db.OrderReads;
import dev.souk.order.db.Orders;
import dev.souk.order.db.Words;
import dev.souk.order.domain.OrderRefusal;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What only staff looks at.
final class StaffRoutes {
    private static final int NOTE = 500;

    private static final int LONGEST = 92;
    private static final int USUAL = 14;

    private final OrderLists lists;
    private final OrderReads reads;
    private final Words words;
    private final Orders orders = new Orders();

    StaffRoutes(OrderLists lists, OrderReads reads, Vault vault) {
        this.lists = lists;
        this.reads = reads;
        this.words = new Words(vault);
    }

    /// @param nextCursor null when this was the last page
    record Held(List<OpenHolds.Held> holds, @Nullable UUID nextCursor) {}

    Route<?, ?> holds() {
        return Route.get("/orders/holds")
                .roles(Role.ADMIN, OrderRoutes.READERS)
                .answers(200, Held.class)
                .query(Parameter.id("cursor", "nextCursor of the page before"), Parameter.limit(25, 100))
                .summary("Orders on hold, those to be looked at first, first")
                .reads(StaffRoutes::holds);
    }

    private static Answer<Held> holds(Call<Void> call, Tx tx) {
        int limit = call.limit(25, 100);
        return Answer.from(Filters.hold(call), after -> {
            var page = OpenHolds.page(tx, after.orElse(null), limit);
            return new Held(page, page.size() < limit ? null : page.getLast().holdId());
        });
    }

    Route<?, ?> note() {
        return Route.post("/orders/{orderId}/notes")
                .roles(Role.SUPPORT, Role.FRAUD_ANALYST, Role.FINANCE)
                .body(Requests.Note.class)
                .answers(201, GetOrderHistory.Timeline.class)
                .key(Route.Key.REQUIRED)
                .summary("Writes a note on an order's timeline, for colleagues only")
                .writes(this::note);
    }

    private Answer<GetOrderHistory.Timeline> note(Call<Requests.Note> call, Tx tx) {
        var text = call.body().note() == null ? "" : call.body().note().strip();
        if (text.isEmpty() || text.length() > NOTE) {
            return Answer.refused(new OrderRefusal.InvalidInput("NOTE_INVALID", "note has 1 to " + NOTE + " characters."));
        }
        var id = call.pathId("orderId");
        return orders.lock(tx, id)
                .map(order -> {
                    var course = new Course();
                    course.entry(order.number(), "NOTE", null, null, words.sealed(order.customerId(), text), tx.cause().actor());
                    course.write(tx);
                    return Answer.of(new GetOrderHistory.Timeline(id, reads.history(tx, id)));
                })
                .orElseGet(() -> Answer.refused(new OrderRefusal.UnknownOrder()));
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

    /// @param days what was placed each day, UTC; days without orders are left out
    /// @param states of the newest 20,000 orders
    record Figured(List<Figures.Day> days, List<Figures.State> states, Instant asOf) {}

    Route<?, ?> figures() {
        return Route.get("/orders/figures")
                .roles(Role.MERCHANDISER, OrderRoutes.READERS)
                .answers(200, Figured.class)
                .query(Parameter.number("days", "how many days, today included", 1, LONGEST).otherwise("14"))
                .summary("Orders placed by day and currency, and where the newest 20,000 stand")
                .reads(StaffRoutes::figures);
    }

    private static Answer<Figured> figures(Call<Void> call, Tx tx) {
        int days;
        try {
            days = call.query("days").map(Integer::parseInt).orElse(USUAL);
        } catch (NumberFormatException _) {
            days = 0;
        }
        if (days < 1 || days > LONGEST) {
            return Answer.refused(Refusal.invalid("INVALID_DAYS", "days is a number from 1 to " + LONGEST + "."));
        }
        return Answer.of(new Figured(Figures.days(tx, days), Figures.states(tx), tx.now()));
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
