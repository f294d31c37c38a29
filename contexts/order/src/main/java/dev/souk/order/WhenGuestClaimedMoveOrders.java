package dev.souk.order;

import dev.souk.contracts.customer.GuestClaimed;
import dev.souk.platform.messaging.Tx;

/// Puts what somebody ordered as a guest among the orders of the customer who has proved to be the same person.
final class WhenGuestClaimedMoveOrders {
    void react(GuestClaimed event, Tx tx) {
        tx.sql("update orders set customer_id = ? where customer_id = ?")
                .params(event.customerId(), event.guestId())
                .update();
    }
}
