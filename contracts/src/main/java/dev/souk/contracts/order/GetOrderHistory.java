package dev.souk.contracts.order;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to an order, oldest first. Empty when there is no such order.
@MessageType(name = "GetOrderHistory", version = "1.0", context = "order")
public record GetOrderHistory(UUID orderId) implements Query<GetOrderHistory.Timeline> {
    public record Timeline(UUID orderId, List<Entry> entries) {
        public Timeline {
            entries = List.copyOf(entries);
        }
    }

    /// `kind` is STATUS, HOLD_PLACED, HOLD_RELEASED, HOLD_OVERDUE, PAYMENT, RESERVATION, ADDRESS or NOTE; `by` is the
    /// kind of who stands behind it, `byId` their id.
    public record Entry(
            Instant at,
            String kind,
            @Nullable String status,
            @Nullable String detail,
            @Nullable String note,
            String by,
            @Nullable String byId) {}
}
