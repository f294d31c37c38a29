package dev.souk.pricing;

import dev.souk.contracts.pricing.PriceCalculated;
import dev.souk.contracts.pricing.RecordQuote;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.Quotes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// Keeps a quote for the checkout that was made with it. The same quote and checkout again changes nothing.
final class RecordQuoteHandler {
    private final Quotes quotes;

    RecordQuoteHandler(Quotes quotes) {
        this.quotes = quotes;
    }

    Outcome<UUID> handle(RecordQuote command, Tx tx) {
        if (quotes.insert(tx, List.of(command)).contains(Quotes.Key.of(command))) {
            publish(command, tx);
        }
        return Outcome.done(command.quote().quoteId());
    }

    void handleAll(List<Received<RecordQuote>> batch, Tx tx) {
        var first = new LinkedHashMap<Quotes.Key, Received<RecordQuote>>();
        batch.forEach(received -> first.putIfAbsent(Quotes.Key.of(received.message()), received));
        var added = quotes.insert(tx, first.values().stream().map(Received::message).toList());
        first.forEach((key, received) -> {
            if (added.contains(key)) {
                publish(received.message(), tx.because(received));
            }
        });
    }

    private static void publish(RecordQuote command, Tx tx) {
        var q = command.quote();
        tx.publish(
                new PriceCalculated(
                        q.quoteId(), command.cartId(), command.orderId(), q.subtotal(), q.discount(), q.shipping(),
                        q.tax(), q.total(), q.currency(), q.quoteHash(), q.calculatedAt(), command.checkoutId()),
                1);
    }
}
