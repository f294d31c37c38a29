package dev.souk.contracts.payment;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A person must look at this payment before the order is fulfilled.
@MessageType(name = "FraudCheckReviewRequired", version = "1.0", context = "payment")
public record FraudCheckReviewRequired(
        UUID paymentId,
        UUID orderId,
        double score,
        List<String> reasons,
        Instant reviewBy) implements Event {
    public FraudCheckReviewRequired {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String key() {
        return paymentId().toString();
    }
}
