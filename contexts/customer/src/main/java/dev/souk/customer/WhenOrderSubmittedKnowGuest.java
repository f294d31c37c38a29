package dev.souk.customer;

import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.Guests;
import dev.souk.customer.db.Guests.Guest;
import dev.souk.customer.domain.Email;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Remembers who bought without an account: the id that the cart drew, and the address that was given, as it came and
/// as its keyed hash. Names are not kept.
final class WhenOrderSubmittedKnowGuest {
    private final Customers customers;
    private final Guests guests;
    private final Vault vault;

    WhenOrderSubmittedKnowGuest(Customers customers, Guests guests, Vault vault) {
        this.customers = customers;
        this.guests = guests;
        this.vault = vault;
    }

    void react(OrderSubmitted event, Tx tx) {
        keep(List.of(event), tx);
    }

    void reactAll(List<Received<OrderSubmitted>> batch, Tx tx) {
        keep(batch.stream().map(Received::message).toList(), tx);
    }

    private void keep(List<OrderSubmitted> events, Tx tx) {
        Map<UUID, OrderSubmitted> given = new LinkedHashMap<>();
        events.stream().filter(e -> e.email() != null).forEach(e -> given.put(e.customerId(), e));
        given.keySet().removeAll(customers.registered(tx, List.copyOf(given.keySet())));
        var unknown = new ArrayList<Guest>();
        given.forEach((id, event) -> unknown.add(guest(event)));
        if (!unknown.isEmpty()) {
            guests.insert(tx, unknown);
        }
    }

    /// Of a person who is erased already only the id is left.
    private Guest guest(OrderSubmitted event) {
        var email = event.email();
        var blind = email == null
                ? null
                : vault.open(email, String.class).map(clear -> vault.blind(Email.normal(clear))).orElse(null);
        return new Guest(event.customerId(), blind == null ? null : email, blind);
    }
}
