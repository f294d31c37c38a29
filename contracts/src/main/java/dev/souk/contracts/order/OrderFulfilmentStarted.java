package dev.souk.contracts.order;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The hand-off to the warehouse: paid, and the shopper's time to change their mind is over. `priority` is STANDARD,
/// EXPEDITED or SAME_DAY; `deliveryMethod` is HOME_DELIVERY or CLICK_AND_COLLECT. Where each line lies is known by the
/// reservation.
@MessageType(name = "OrderFulfilmentStarted", version = "1.1", context = "order")
public record OrderFulfilmentStarted(
        UUID orderId,
        UUID fulfilmentId,
        String warehouseId,
        int itemCount,
        String priority,
        String deliveryMethod,
        @Nullable Instant estimatedDispatchAt,
        Instant startedAt,
        UUID reservationId,
        List<Line> lines) implements Event {
    public OrderFulfilmentStarted {
        lines = List.copyOf(lines);
    }

    @Override
    public String key() {
        return orderId().toString();
    }

    public record Line(UUID orderLineId, String sku, int quantity, @Nullable String locationId) {}
}
