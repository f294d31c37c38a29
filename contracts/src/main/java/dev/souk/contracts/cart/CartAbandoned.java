package dev.souk.contracts.cart;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cart with items lies idle; `reminder` counts 1 to 3.
@MessageType(name = "CartAbandoned", version = "1.0", context = "cart")
public record CartAbandoned(
        UUID cartId,
        @Nullable UUID customerId,
        List<Item> items,
        long total,
        String currency,
        Instant lastActivityAt,
        int reminder) implements Event {
    public CartAbandoned {
        items = List.copyOf(items);
    }

    @Override
    public String key() {
        return cartId().toString();
    }

    public record Item(UUID productId, String sku, int quantity, long unitPrice) {}
}
