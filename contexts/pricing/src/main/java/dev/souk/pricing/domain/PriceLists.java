package dev.souk.pricing.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All price lists with their dated entries.
public final class PriceLists {
    private final Map<UUID, Map<String, List<Entry>>> lists = new HashMap<>();

    public PriceLists(List<Entry> entries) {
        var latestFirst = Comparator.comparing(Entry::from).reversed();
        entries.stream().collect(Collectors.groupingBy(Entry::priceListId)).forEach((id, own) -> lists.put(
                id,
                own.stream().sorted(latestFirst).collect(Collectors.groupingBy(Entry::sku))));
    }

    /// A price on a list.
    ///
    /// @param from inclusive
    /// @param to exclusive; null means for ever
    public record Entry(
            UUID priceListId,
            String sku,
            long amount,
            String currency,
            Instant from,
            @Nullable Instant to) {
        boolean holds(Instant now) {
            return !now.isBefore(from) && (to == null || now.isBefore(to));
        }
    }

    /// The price on the list; of several that hold now, the one that began last.
    @Nullable Long price(UUID list, String sku, String currency, Instant now) {
        for (var entry : lists.getOrDefault(list, Map.of()).getOrDefault(sku, List.of())) {
            if (entry.currency().equals(currency) && entry.holds(now)) {
                return entry.amount();
            }
        }
        return null;
    }
}
