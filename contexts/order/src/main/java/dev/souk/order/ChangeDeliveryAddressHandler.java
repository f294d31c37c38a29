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
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.Objects;

/// Sends an order elsewhere while nobody packs it. Tax and shipping were charged for a country and region, so these
/// must stay.
final class ChangeDeliveryAddressHandler {
    private final Orders orders;
    private final Wanted wanted;
    private final Vault vault;

    ChangeDeliveryAddressHandler(Orders orders, Vault vault) {
        this.vault = vault;
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
        var stored = Addresses.delivery(tx, order.number()).orElseThrow();
        return vault.open(stored.address(), Address.class)
                .map(old -> change(order, stored, old, to, tx))
                .orElseGet(() -> Outcome.refused(new OrderRefusal.CustomerErased()));
    }

    private Outcome<Long> change(Order order, Addresses.Stored stored, Address old, Address to, Tx tx) {
        if (old.equals(to)) {
            return Outcome.done(order.version());
        }
        if (!old.countryCode().equals(to.countryCode()) || !Objects.equals(old.region(), to.region())) {
            return Outcome.refused(new OrderRefusal.OtherZone());
        }
        var person = stored.address().subject().orElseThrow();
        var sealed = vault.seal(person, to);
        Addresses.redirect(tx, order.number(), sealed, to.countryCode());
        return Outcome.done(told(order, stored.revision() + 1, vault.seal(person, old.postalCode()), sealed, tx));
    }

    private long told(Order order, int revision, Sealed<String> previously, Sealed<Address> to, Tx tx) {
        var actor = tx.cause().actor();
        var next = order.withVersion(order.version() + 1);
        tx.publish(
                new OrderDeliveryAddressChanged(order.id(), revision, previously, to, actor.id(), tx.now()),
                next.version());
        var changes = new Changes(orders);
        changes.changed(next);
        changes.entry(next, "ADDRESS", "DELIVERY_ADDRESS_CHANGED", actor);
        changes.write(tx);
        return next.version();
    }
}
