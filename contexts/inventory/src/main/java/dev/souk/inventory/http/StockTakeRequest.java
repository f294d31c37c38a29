package dev.souk.inventory.http;

import dev.souk.contracts.inventory.RecordStockTake;
import dev.souk.platform.messaging.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was counted at a location, up to 5,000 skus.
public record StockTakeRequest(
        @Nullable UUID stockTakeId, @Nullable String locationId, @Nullable List<@Nullable Count> counts) {
    public record Count(@Nullable String sku, @Nullable Integer counted) {
        @Nullable Refusal problem() {
            return Input.first(Input.sku(sku), Input.range("counted", counted, 0, Input.MOST_COUNTED));
        }

        RecordStockTake.Count count() {
            return new RecordStockTake.Count(sku == null ? "" : sku, counted == null ? 0 : counted);
        }
    }

    @Nullable Refusal problem() {
        return Input.first(
                Input.required("stockTakeId", stockTakeId),
                Input.location("locationId", locationId),
                Input.range("number of counts", counts == null ? 0 : counts.size(), 1, Input.MOST_LINES),
                countProblem());
    }

    private @Nullable Refusal countProblem() {
        var seen = new HashSet<@Nullable String>();
        if (counts != null) {
            for (var count : counts) {
                var problem = count == null ? Input.invalid("A count is missing.") : count.problem();
                if (problem == null && count != null && !seen.add(count.sku())) {
                    problem = Input.invalid("A sku is counted twice.");
                }
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }
}
