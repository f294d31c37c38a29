package dev.souk.contracts.customer;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What points of a customer are worth against a basket of `most` minor units, and how many of them it can take.
@MessageType(name = "GetPointsWorth", version = "1.0", context = "customer")
public record GetPointsWorth(
        @Nullable UUID customerId,
        long points,
        String currency,
        long most) implements Query<GetPointsWorth.Worth> {
    /// `points` is at most what was asked for, what is available, and what the basket can take.
    public record Worth(long points, long amount, long available) {}
}
