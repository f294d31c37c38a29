package dev.souk.payment;

import dev.souk.contracts.payment.GetPayment;
import dev.souk.contracts.payment.ListPayments;
import dev.souk.payment.db.Payments;
import dev.souk.payment.db.Refunds;
import dev.souk.payment.domain.Payment;
import dev.souk.payment.domain.Progress;
import dev.souk.payment.domain.Status;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Payments as people may see them: without tokens.
public final class GetPaymentQuery {
    private final Vault vault;

    public GetPaymentQuery(Vault vault) {
        this.vault = vault;
    }

    public Optional<GetPayment.Payment> answer(GetPayment query, Tx tx) {
        return Payments.get(tx, query.paymentId()).map(payment -> shown(payment, tx));
    }

    public List<GetPayment.Payment> answer(ListPayments query, Tx tx) {
        return Payments.ofOrder(tx, query.orderId()).stream().map(payment -> shown(payment, tx)).toList();
    }

    private GetPayment.Payment shown(Payment payment, Tx tx) {
        var terms = payment.terms();
        var progress = payment.progress();
        return new GetPayment.Payment(
                payment.id(),
                terms.orderId(),
                terms.checkoutId(),
                terms.customerId(),
                status(progress),
                terms.amount(),
                terms.currency(),
                progress.authorized(),
                progress.captured(),
                progress.refunded(),
                progress.refundPending(),
                progress.brand(),
                progress.last4() == null ? null : vault.open(progress.last4(), String.class).orElse(null),
                progress.failureReason(),
                progress.failureDetail(),
                progress.fraudResult(),
                terms.requestedAt(),
                progress.authorizedAt(),
                progress.capturedAt(),
                progress.version(),
                attempts(payment.id(), tx),
                refunds(payment.id(), tx));
    }

    /// What was taken may have gone back since; to the decisions about a payment it stays captured.
    private static String status(Progress progress) {
        if (progress.status() != Status.CAPTURED || progress.refunded() == 0) {
            return progress.status().name();
        }
        return progress.refunded() < progress.captured() ? "PARTLY_REFUNDED" : "REFUNDED";
    }

    private static List<GetPayment.Attempt> attempts(UUID paymentId, Tx tx) {
        return tx.sql(
                        """
                select operation, state, attempts, answer, created_at from provider_call
                where payment_id = ? order by created_at, operation
                """)
                .params(paymentId)
                .list(row -> new GetPayment.Attempt(
                        row.text("operation"), row.text("state"), row.integer("attempts"), row.textOrNull("answer"),
                        row.instant("created_at")));
    }

    private static List<GetPayment.Refund> refunds(UUID paymentId, Tx tx) {
        return Refunds.ofPayment(tx, paymentId).stream()
                .map(refund -> new GetPayment.Refund(
                        refund.id(), refund.state().name(), refund.amount(), refund.reason(), refund.requestedAt(),
                        refund.processedAt()))
                .toList();
    }
}
