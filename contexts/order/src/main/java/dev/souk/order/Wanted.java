package dev.souk.order;

import dev.souk.order.db.Orders;
import dev.souk.order.domain.CancelPolicy;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.OrderRefusal;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds and locks the order that a command wants to change, for who is behind the command.
final class Wanted {
    private final Orders orders;

    Wanted(Orders orders) {
        this.orders = orders;
    }

    /// @param expectedVersion null when any version will do
    Outcome<Order> order(Tx tx, UUID orderId, @Nullable Long expectedVersion) {
        var found = orders.lock(tx, orderId).orElse(null);
        if (found == null || !mayTouch(tx.cause().actor(), found)) {
            return Outcome.refused(new OrderRefusal.UnknownOrder());
        }
        return expectedVersion == null || expectedVersion == found.version()
                ? Outcome.done(found)
                : Outcome.refused(new OrderRefusal.OldVersion(expectedVersion, found.version()));
    }

    /// Guests hold no right to change an order.
    private static boolean mayTouch(Actor actor, Order order) {
        return switch (actor.kind()) {
            case CUSTOMER -> actor.id().equals(order.customerId().toString());
            case GUEST -> false;
            case STAFF, SERVICE, PROVIDER, SYSTEM -> true;
        };
    }

    static CancelPolicy policy(Actor actor) {
        return switch (actor.kind()) {
            case CUSTOMER, GUEST -> CancelPolicy.CUSTOMER;
            case STAFF -> CancelPolicy.STAFF;
            case SERVICE, PROVIDER, SYSTEM -> CancelPolicy.PLATFORM;
        };
    }
}
