package dev.souk.payment;

import dev.souk.contracts.payment.ConfirmPaymentAction;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.domain.Authorization;
import dev.souk.payment.domain.Status;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// The shopper says that they have acted. The provider is asked; the shopper's word alone decides nothing.
final class ConfirmPaymentActionHandler {
    private final Authorization authorization;
    private final Consumer<List<Call>> handOver;

    ConfirmPaymentActionHandler(Authorization authorization, Consumer<List<Call>> handOver) {
        this.authorization = authorization;
        this.handOver = handOver;
    }

    Outcome<UUID> handle(ConfirmPaymentAction command, Tx tx) {
        var payment = Payments.lock(tx, command.paymentId()).orElse(null);
        if (payment == null) {
            return Outcome.refused(PaymentRefusal.unknown());
        }
        var changes = new Changes(tx, handOver);
        var effects = changes.on(payment, tx);
        if (payment.status() == Status.ACTION_REQUIRED) {
            authorization.look(payment, effects);
        } else {
            authorization.again(payment, payment.terms().orderId(), command.checkoutId(), effects);
        }
        changes.write();
        return Outcome.done(command.paymentId());
    }
}
