package dev.souk.payment.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A verdict that someone may want to look at again: a refusal, or a doubt that waits for a person.
///
/// @param reviewBy null when there is nothing to decide
public record FraudCheck(
        UUID id,
        UUID paymentId,
        UUID orderId,
        String result,
        int score,
        List<String> reasons,
        @Nullable Instant reviewBy,
        Instant checkedAt) {
    public FraudCheck {
        reasons = List.copyOf(reasons);
    }
}
