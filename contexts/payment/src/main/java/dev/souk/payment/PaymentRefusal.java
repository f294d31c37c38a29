package dev.souk.payment;

import dev.souk.platform.messaging.Refusal;
import java.util.Map;

/// Why payment says no.
sealed interface PaymentRefusal extends Refusal {
    /// More than can still go back.
    record RefundTooLarge(long refundable, String currency) implements PaymentRefusal {
        @Override
        public String code() {
            return "REFUND_EXCEEDS_CAPTURED";
        }

        @Override
        public String detail() {
            return "At most " + refundable + " minor units of " + currency + " can still be given back.";
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("refundable", refundable, "currency", currency);
        }
    }

    /// Nobody lets their own refund go.
    record SecondPersonNeeded() implements PaymentRefusal {
        @Override
        public String code() {
            return "SECOND_PERSON_NEEDED";
        }

        @Override
        public String detail() {
            return "Another person than the one who asked for this refund must decide about it.";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    static Refusal unknown() {
        return Refusal.notFound("PAYMENT_NOT_FOUND", "There is no such payment.");
    }
}
