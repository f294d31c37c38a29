package dev.souk.order.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a step adds to the world: something to publish, to write on the timeline, to do later or to raise.
public sealed interface Fact {
    /// Published, and on the timeline.
    record StatusChanged(OrderStatus from, OrderStatus to, @Nullable String reason, @Nullable String note)
            implements Fact {}

    /// Published.
    record Cancelled(
            CancelReason reason,
            @Nullable String detail,
            @Nullable String note,
            long refundDue,
            OrderStatus stage) implements Fact {}

    /// Published, and on the timeline.
    record Held(Hold hold) implements Fact {}

    /// Published, and on the timeline.
    record Released(Hold hold, String resolution, String by, OrderStatus next) implements Fact {}

    /// The hold ended with the order; its cancellation says so.
    record HoldEnded(Hold hold) implements Fact {}

    /// Only on the timeline.
    record Noted(String kind, String detail) implements Fact {}

    /// Fulfilment starts at `at`, unless something comes in between.
    record FulfilmentDue(Instant at) implements Fact {}

    /// Somebody has to look.
    record Alarm(String kind, String detail) implements Fact {}
}
