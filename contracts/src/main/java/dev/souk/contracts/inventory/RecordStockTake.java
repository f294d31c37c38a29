package dev.souk.contracts.inventory;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import java.util.UUID;

/// Sets what is on hand at a location to what was counted. The same `stockTakeId` again changes nothing.
@MessageType(name = "RecordStockTake", version = "1.0", context = "inventory")
public record RecordStockTake(UUID stockTakeId, String locationId, List<Count> counts)
        implements Command<RecordStockTake.Result> {
    public RecordStockTake {
        counts = List.copyOf(counts);
    }

    @Override
    public String key() {
        return stockTakeId().toString();
    }

    public record Count(String sku, int counted) {}

    /// `shortages` were counted below what is reserved: they are left as they were, with an alarm each.
    public record Result(int counted, int adjusted, List<String> shortages) {
        public Result {
            shortages = List.copyOf(shortages);
        }
    }
}
