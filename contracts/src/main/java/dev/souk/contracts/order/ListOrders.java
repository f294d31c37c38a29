package dev.souk.contracts.order;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Orders, newest first, a page at a time. `status` is a lifecycle status, or CREATED for every open one; `from` is
/// inside, `to` is not. A page may hold fewer than `limit` orders although there are more: only a missing
/// `nextCursor` says that it was the last.
@MessageType(name = "ListOrders", version = "1.0", context = "order")
public record ListOrders(
        @Nullable UUID customerId,
        @Nullable String status,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String confirmationNumber,
        @Nullable String cursor,
        int limit) implements Query<ListOrders.Page> {
    public record Page(List<Line> orders, @Nullable String nextCursor) {
        public Page {
            orders = List.copyOf(orders);
        }
    }

    public record Line(
            UUID orderId,
            String confirmationNumber,
            UUID customerId,
            String status,
            String lifecycleStatus,
            long total,
            String currency,
            int lines,
            long units,
            String paymentStatus,
            String channel,
            Instant createdAt) {}
}
