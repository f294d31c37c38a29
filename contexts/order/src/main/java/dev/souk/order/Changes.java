package dev.souk.order;

import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderHoldReleased;
import dev.souk.contracts.order.OrderPlacedOnHold;
import dev.souk.contracts.order.OrderStatusChanged;
import dev.souk.order.db.Course;
import dev.souk.order.db.Orders;
import dev.souk.order.domain.Fact;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.Step;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the steps of any number of orders, publishes what they say, and writes them with one statement a table.
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    /// What staff writes stays in the order's own tables.
    private static final String BY_STAFF = "Released by staff.";

    private final Orders orders;
    private final Course course = new Course();
    private final Map<Long, Order> changed = new LinkedHashMap<>();

    Changes(Orders orders) {
        this.orders = orders;
    }

    /// Takes one step; every event raises the version by one. Answers the order as it is now.
    Order take(Tx tx, Actor by, Step step) {
        var order = step.order();
        for (var fact : step.facts()) {
            order = take(tx, by, order, fact);
        }
        changed.put(order.number(), order);
        return order;
    }

    private Order take(Tx tx, Actor by, Order order, Fact fact) {
        return switch (fact) {
            case Fact.StatusChanged changing -> statusChanged(tx, by, order, changing);
            case Fact.Cancelled cancelled -> cancelled(tx, order, cancelled);
            case Fact.Held held -> held(tx, by, order, held);
            case Fact.Released released -> released(tx, by, order, released);
            case Fact.HoldEnded(var hold) -> {
                course.ended(hold, "The order was cancelled.", by.id());
                yield order;
            }
            case Fact.Noted(var kind, var detail) -> {
                course.entry(order.number(), kind, null, detail, null, by);
                yield order;
            }
            case Fact.FulfilmentDue(var at) -> {
                course.due(order.number(), at, tx.cause().correlationId());
                yield order;
            }
            case Fact.Alarm(var kind, var detail) -> {
                LOG.error("order {} {}: {}", order.id(), kind, detail);
                course.alarm(order.id(), kind, detail);
                yield order;
            }
        };
    }

    private Order statusChanged(Tx tx, Actor by, Order order, Fact.StatusChanged fact) {
        var next = order.withVersion(order.version() + 1);
        course.entry(order.number(), "STATUS", fact.to().name(), fact.reason(), fact.note(), by);
        tx.publish(
                new OrderStatusChanged(
                        order.id(), fact.from().name(), fact.to().name(), next.version(), fact.reason(),
                        tx.cause().correlationId(), tx.now(), fact.to().name()),
                next.version());
        return next;
    }

    private static Order cancelled(Tx tx, Order order, Fact.Cancelled fact) {
        var next = order.withVersion(order.version() + 1);
        tx.publish(
                new OrderCancelled(
                        order.id(), order.customerId(), fact.reason().name(), tx.now(), order.reservationId(),
                        order.paymentId(), fact.refundDue(), order.currency(), fact.stage().name(), fact.detail(),
                        sealed(fact.note())),
                next.version());
        return next;
    }

    private Order held(Tx tx, Actor by, Order order, Fact.Held fact) {
        var next = order.withVersion(order.version() + 1);
        var hold = fact.hold();
        course.placed(order.number(), hold);
        course.entry(order.number(), "HOLD_PLACED", null, hold.reason().name(), null, by);
        tx.publish(
                new OrderPlacedOnHold(
                        order.id(), hold.id(), hold.reason().name(), hold.reason().team(), sealed(hold.customerMessage()),
                        hold.reviewBy(), hold.placedAt()),
                next.version());
        return next;
    }

    private Order released(Tx tx, Actor by, Order order, Fact.Released fact) {
        var next = order.withVersion(order.version() + 1);
        var hold = fact.hold();
        course.ended(hold, fact.resolution(), fact.by());
        course.entry(order.number(), "HOLD_RELEASED", null, hold.reason().name(), fact.resolution(), by);
        tx.publish(
                new OrderHoldReleased(
                        order.id(), hold.id(), hold.reason().name(),
                        Sealed.isSealed(fact.resolution()) ? BY_STAFF : fact.resolution(), fact.by(), fact.next().name(),
                        tx.now()),
                next.version());
        return next;
    }

    /// Only what somebody wrote is a note, and that is sealed already.
    private static @Nullable Sealed<String> sealed(@Nullable String words) {
        return words == null ? null : new Sealed<>(words);
    }

    /// Something on the timeline that no step brought about.
    void entry(Order order, String kind, String detail, Actor by) {
        course.entry(order.number(), kind, null, detail, null, by);
    }

    /// An order whose version or other fields were changed by the caller.
    void changed(Order order) {
        changed.put(order.number(), order);
    }

    void write(Tx tx) {
        orders.save(tx, List.copyOf(changed.values()));
        course.write(tx);
    }
}
