package dev.souk.contracts.payment;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person of Finance must look at, newest first.
@MessageType(name = "ListPaymentAlarms", version = "1.0", context = "payment")
public record ListPaymentAlarms(int limit) implements Query<List<ListPaymentAlarms.Alarm>> {
    public record Alarm(
            long number,
            @Nullable UUID paymentId,
            @Nullable UUID orderId,
            String kind,
            String detail,
            Instant raisedAt) {}
}
