package dev.souk.checkout.domain;

import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.contracts.payment.ConfirmPaymentAction;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a checkout does about what it heard.
public sealed interface Act {
    /// Asks for a step; its command is made of the cart.
    record Ask(Saga saga, Step step) implements Act {
        public Send of(CartCheckedOut cart) {
            return step.ask(saga, cart);
        }
    }

    /// Asks for a step to be undone.
    record TakeBack(Saga saga, Step step) implements Act {
        public Send command() {
            return step.undo(saga);
        }
    }

    /// Lets Payment ask the provider now.
    record Confirm(Saga saga, @Nullable String actionResultRef) implements Act {
        public Send command() {
            var purchase = saga.purchase();
            var name = actionResultRef == null ? "ConfirmPaymentAction" : "ConfirmPaymentAction " + actionResultRef;
            return new Send(
                    purchase.commandId(name),
                    new ConfirmPaymentAction(purchase.paymentId(), purchase.checkoutId(), actionResultRef));
        }
    }

    record Publish(Event event, long aggregateVersion) implements Act {}

    /// A command with its id.
    record Send(UUID commandId, Command<?> command) {}
}
