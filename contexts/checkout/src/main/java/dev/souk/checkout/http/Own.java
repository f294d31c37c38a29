package dev.souk.checkout.http;

import dev.souk.checkout.domain.Saga;
import dev.souk.platform.route.Caller;

/// Whose checkout it is: the buyer's, or the signed-in shopper's who checked out a guest's cart. A guest has no name: the
/// id of a checkout that a guest began cannot be guessed, and only its cart's holder was ever told it, so knowing it is
/// the proof. Of no other checkout it proves anything.
final class Own {
    private Own() {}

    static boolean sees(Caller caller, Saga saga) {
        return caller.staff() || owns(caller, saga);
    }

    static boolean owns(Caller caller, Saga saga) {
        var purchase = saga.purchase();
        return caller.is(purchase.customerId())
                || (caller.subject() == null
                        ? purchase.placedBy().startsWith("GUEST")
                        : purchase.placedBy().equals("CUSTOMER:" + caller.subject()));
    }
}
