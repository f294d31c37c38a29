package dev.souk.pricing;

import dev.souk.contracts.pricing.GetQuote;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.Quotes;
import java.util.Optional;

/// Reads a recorded quote back.
final class GetQuoteQuery {
    private final Quotes quotes;

    GetQuoteQuery(Quotes quotes) {
        this.quotes = quotes;
    }

    Optional<GetQuote.Recorded> answer(GetQuote query, Tx tx) {
        return quotes.find(tx, query.quoteId());
    }
}
