package dev.souk.payment;

import dev.souk.platform.messaging.Refusal;
import java.util.Map;

/// Why payment says no.
sealed interface PaymentRefusal extends Refusal.Worded {
    /// More than can still go back.
    record RefundTooLarge(long refundable, String currency) implements PaymentRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "REFUND_EXCEEDS_CAPTURED",
                    "At most " + refundable + " minor units of " + currency + " can still be given back.");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("refundable", refundable, "currency", currency);
        }
    }

    /// Nobody lets their own refund go.
    record SecondPersonNeeded() implements PaymentRefusal {
        @Override
        public Refusal words() {
            return new Plain(
                    Kind.FORBIDDEN,
                    "SECOND_PERSON_NEEDED",
                    "Another person than the one who asked for this refund must decide about it.");
        }
    }

    static Refusal unknown() {
        return Refusal.notFound("PAYMENT_NOT_FOUND", "There is no such payment.");
    }
}
