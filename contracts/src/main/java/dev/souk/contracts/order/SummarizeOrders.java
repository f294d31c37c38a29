package dev.souk.contracts.order;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many orders were placed from `from` (inside) to `to` (outside) and not cancelled, and what they come to.
@MessageType(name = "SummarizeOrders", version = "1.0", context = "order")
public record SummarizeOrders(@Nullable Instant from, @Nullable Instant to, @Nullable String channel)
        implements Query<SummarizeOrders.Summary> {
    public record Summary(List<PerCurrency> currencies, Instant asOf) {
        public Summary {
            currencies = List.copyOf(currencies);
        }
    }

    /// `revenue` is the sum of the totals in minor units; `goods` the part of it that is lines without tax and shipping.
    public record PerCurrency(String currency, long orders, long lines, long units, long revenue, long goods) {}
}
