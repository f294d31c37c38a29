package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether stock is the sum of its movements and reserved the sum of open reservations. Reads everything.
@MessageType(name = "CheckStockLedger", version = "1.0", context = "inventory")
public record CheckStockLedger() implements Query<CheckStockLedger.Result> {
    public record Result(List<Difference> differences, List<Alarm> alarms, Instant checkedAt) {
        public Result {
            differences = List.copyOf(differences);
            alarms = List.copyOf(alarms);
        }
    }

    /// `kind` is ON_HAND, RESERVED (both against the movements), OPEN_RESERVATIONS or MOVEMENT_COUNT.
    public record Difference(String sku, String locationId, String kind, long stock, long ledger) {}

    /// Something about stock that a person has to look at; the latest hundred.
    public record Alarm(String kind, String reference, String detail, Instant raisedAt) {}
}
