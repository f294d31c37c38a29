package dev.souk.checkout;

import dev.souk.checkout.domain.Saga;
import dev.souk.checkout.domain.State;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.contracts.checkout.GetCheckoutStatus.Status;
import java.util.UUID;

/// A checkout as the world outside sees it: giving back is still PENDING, and the order is named once it exists.
public final class Statuses {
    private Statuses() {}

    /// The state's public name.
    public static String state(Saga saga) {
        return switch (saga.state()) {
            case State.Asked _, State.Undoing _ -> "PENDING";
            case State.AwaitingShopper _ -> "ACTION_REQUIRED";
            case State.Completed _ -> "COMPLETED";
            case State.Failed _ -> "FAILED";
        };
    }

    /// The answer to [GetCheckoutStatus].
    public static Status of(Saga saga) {
        var purchase = saga.purchase();
        var pending = new Status(
                purchase.checkoutId(),
                state(saga),
                purchase.cartId(),
                purchase.customerId(),
                null,
                null,
                null,
                null,
                null);
        return switch (saga.state()) {
            case State.Asked _, State.Undoing _ -> pending;
            case State.AwaitingShopper(var action) ->
                new Status(
                        pending.checkoutId(),
                        pending.state(),
                        pending.cartId(),
                        pending.customerId(),
                        null,
                        null,
                        null,
                        null,
                        new GetCheckoutStatus.ActionRequired(action.kind(), action.clientRef(), action.until()));
            case State.Completed(var confirmation, var _) ->
                new Status(
                        pending.checkoutId(),
                        pending.state(),
                        pending.cartId(),
                        pending.customerId(),
                        purchase.orderId(),
                        confirmation,
                        null,
                        null,
                        null);
            case State.Failed(var failure, var _, var _) ->
                new Status(
                        pending.checkoutId(),
                        pending.state(),
                        pending.cartId(),
                        pending.customerId(),
                        null,
                        null,
                        failure.reason().name(),
                        failure.detail(),
                        null);
        };
    }

    static Status unknown(UUID checkoutId) {
        return new Status(checkoutId, "UNKNOWN", null, null, null, null, null, null, null);
    }
}
