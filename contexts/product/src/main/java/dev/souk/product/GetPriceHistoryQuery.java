package dev.souk.product;

import dev.souk.contracts.product.GetPriceHistory;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Prices;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/// Earlier prices, and the lowest of the last 30 days that EU law wants beside a reduction.
public final class GetPriceHistoryQuery {
    private static final Duration SHOWN = Duration.ofDays(30);

    private final Prices prices;

    GetPriceHistoryQuery(Tables tables) {
        this.prices = tables.prices();
    }

    public GetPriceHistory.History answer(GetPriceHistory query, Tx tx) {
        var since = query.days() == null ? null : tx.now().minus(Duration.ofDays(query.days()));
        var asked = prices.since(tx, query.productId(), query.variantId(), since);
        var month = prices.since(tx, query.productId(), query.variantId(), tx.now().minus(SHOWN));
        var lowest = lowest(month);
        return new GetPriceHistory.History(asked, lowest.isPresent() ? lowest.getAsLong() : null);
    }

    /// Of the present currency; a draft's price of zero was never asked of anyone.
    private static OptionalLong lowest(List<GetPriceHistory.Entry> month) {
        if (month.isEmpty()) {
            return OptionalLong.empty();
        }
        var currency = month.getFirst().currency();
        return month.stream()
                .filter(e -> e.price() > 0 && Objects.equals(e.currency(), currency))
                .mapToLong(GetPriceHistory.Entry::price)
                .min();
    }
}
