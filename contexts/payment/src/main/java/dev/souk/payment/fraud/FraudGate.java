package dev.souk.payment.fraud;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fraud service. Asked when the provider has agreed and before the shop does.
@FunctionalInterface
public interface FraudGate {
    Verdict screen(Screening payment);

    record Screening(
            UUID paymentId,
            @Nullable UUID customerId,
            long amount,
            String currency,
            String token,
            @Nullable String country,
            Instant at) {}

    /// What the gate thinks of a payment.
    sealed interface Verdict {
        /// In thousandths: 0 harmless, 1000 certain.
        int score();

        record Passed(int score) implements Verdict {}

        /// The payment must not go on.
        ///
        /// @param reason HIGH_RISK_SCORE, BLOCKLISTED, VELOCITY or MISMATCH
        record Failed(int score, String reason) implements Verdict {}

        /// A person decides later; the purchase goes on and the order waits.
        record Review(int score, List<String> reasons) implements Verdict {
            public Review {
                reasons = List.copyOf(reasons);
            }
        }
    }
}
