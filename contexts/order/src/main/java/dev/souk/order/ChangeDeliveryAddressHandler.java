package dev.souk.order;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.ChangeDeliveryAddress;
import dev.souk.contracts.order.OrderDeliveryAddressChanged;
import dev.souk.order.db.Addresses;
import dev.souk.order.db.Orders;
import dev.souk.order.domain.AddressRules;
import dev.souk.order.domain.Order;
import dev.souk.order.domain.OrderRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.Objects;

/// Sends an order elsewhere while nobody packs it. Tax and shipping were charged for a country and region, so these
/// must stay.
final class ChangeDeliveryAddressHandler {
    private final Orders orders;
    private final Wanted wanted;

    ChangeDeliveryAddressHandler(Orders orders) {
        this.orders = orders;
        this.wanted = new Wanted(orders);
    }

    Outcome<Long> handle(ChangeDeliveryAddress command, Tx tx) {
        var wrong = AddressRules.problem(command.deliveryAddress());
        if (wrong != null) {
            return Outcome.refused(new OrderRefusal.InvalidInput(
                    "ADDRESS_INVALID", "The address needs a proper \"" + wrong + "\"."));
        }
        return wanted.order(tx, command.orderId(), command.expectedVersion())
                .then(order -> change(order, command.deliveryAddress(), tx));
    }

    private Outcome<Long> change(Order order, Address to, Tx tx) {
        if (!order.status().beforeFulfilment()) {
            return Outcome.refused(new OrderRefusal.AddressFixed(order.status()));
        }
        var old = Addresses.delivery(tx, order.number()).orElseThrow();
        if (old.address().equals(to)) {
            return Outcome.done(order.version());
        }
        if (!old.address().countryCode().equals(to.countryCode())
                || !Objects.equals(old.address().region(), to.region())) {
            return Outcome.refused(new OrderRefusal.OtherZone());
        }
        return Outcome.done(redirect(order, old, to, tx));
    }

    private long redirect(Order order, Addresses.Delivery old, Address to, Tx tx) {
        Addresses.redirect(tx, order.number(), to);
        var actor = tx.cause().actor();
        var next = order.withVersion(order.version() + 1);
        tx.publish(
                new OrderDeliveryAddressChanged(
                        order.id(), old.revision() + 1, old.address().postalCode(), to, actor.id(), tx.now()),
                next.version());
        var changes = new Changes(orders);
        changes.changed(next);
        changes.entry(next, "ADDRESS", "DELIVERY_ADDRESS_CHANGED", actor);
        changes.write(tx);
        return next.version();
    }
}
