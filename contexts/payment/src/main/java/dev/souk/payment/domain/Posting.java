package dev.souk.payment.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One double entry: `amount` goes from the account `credit` to the account `debit`, so it is balanced by its shape.
/// One of each kind for each subject, which makes posting twice impossible.
public record Posting(
        UUID paymentId,
        Kind kind,
        UUID subject,
        @Nullable UUID orderId,
        long amount,
        String currency) {

    public enum Account {
        /// What customers owe for their orders.
        RECEIVABLE,
        /// What was sold; the other side of what customers owe.
        CUSTOMER_ORDERS,
        /// What the provider has taken for us and not yet given back.
        PROVIDER_CLEARING,
        /// What is promised to go back and has not gone yet.
        REFUNDS_PAYABLE
    }

    public enum Kind {
        AUTHORIZED(Account.RECEIVABLE, Account.CUSTOMER_ORDERS),
        RELEASED(Account.CUSTOMER_ORDERS, Account.RECEIVABLE),
        CAPTURED(Account.PROVIDER_CLEARING, Account.RECEIVABLE),
        REFUND_REQUESTED(Account.CUSTOMER_ORDERS, Account.REFUNDS_PAYABLE),
        REFUND_PROCESSED(Account.REFUNDS_PAYABLE, Account.PROVIDER_CLEARING),
        REFUND_FAILED(Account.REFUNDS_PAYABLE, Account.CUSTOMER_ORDERS);

        private final Account debit;
        private final Account credit;

        Kind(Account debit, Account credit) {
            this.debit = debit;
            this.credit = credit;
        }

        public Account debit() {
            return debit;
        }

        public Account credit() {
            return credit;
        }
    }
}
