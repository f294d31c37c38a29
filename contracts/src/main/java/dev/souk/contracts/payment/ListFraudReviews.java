package dev.souk.contracts.payment;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Payments that wait for a fraud analyst, oldest first.
@MessageType(name = "ListFraudReviews", version = "1.0", context = "payment")
public record ListFraudReviews(int limit) implements Query<List<ListFraudReviews.Review>> {
    public record Review(
            UUID fraudCheckId,
            UUID paymentId,
            UUID orderId,
            double score,
            List<String> reasons,
            Instant reviewBy,
            Instant checkedAt) {
        public Review {
            reasons = List.copyOf(reasons);
        }
    }
}
