package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;

/// Whether these quantities could be held now. Advice only; only a reservation holds.
@MessageType(name = "CheckAvailability", version = "1.0", context = "inventory")
public record CheckAvailability(List<Item> items) implements Query<CheckAvailability.Answer> {
    public CheckAvailability {
        items = List.copyOf(items);
    }

    public record Item(String sku, int quantity) {}

    public record Answer(List<Availability> items, Instant asOf) {
        public Answer {
            items = List.copyOf(items);
        }
    }

    public record Availability(String sku, boolean ok, long available) {}
}
