package dev.souk.backoffice.orders;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was paid for an order, and what of it can go back.
public record Money(List<Payment> payments) {
    public record Payment(
            UUID paymentId, String status, @Nullable String currency, long captured, long refunded, long refundPending) {
        /// What may still be given back.
        public long left() {
            return captured - refunded - refundPending;
        }
    }

    public record Refund(UUID refundId, String status, long amount, String currency) {
        public boolean waits() {
            return status.equals("AWAITING_APPROVAL");
        }
    }

    /// Payments of which something may go back.
    public List<Payment> refundable() {
        return payments.stream().filter(payment -> payment.left() > 0 && payment.currency() != null).toList();
    }
}
