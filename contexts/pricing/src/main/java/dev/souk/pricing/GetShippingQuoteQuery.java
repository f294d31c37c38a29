package dev.souk.pricing;

import dev.souk.contracts.pricing.GetShippingMethods;
import dev.souk.contracts.pricing.GetShippingQuote;
import dev.souk.contracts.pricing.GetShippingQuote.Method;
import dev.souk.contracts.pricing.GetShippingQuote.Methods;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.RuleBook;
import dev.souk.pricing.domain.Place;

/// Lists what reaches a destination.
final class GetShippingQuoteQuery {
    private final RuleBook book;

    GetShippingQuoteQuery(RuleBook book) {
        this.book = book;
    }

    GetShippingMethods.Known answer(GetShippingMethods query, Tx tx) {
        return new GetShippingMethods.Known(book.get(tx).tariffs().methods());
    }

    Methods answer(GetShippingQuote query, Tx tx) {
        var value = query.goodsValue();
        var offers = book.get(tx)
                .tariffs()
                .offers(Place.of(query.destination()), query.currency(), query.weightGrams(), value == null ? 0 : value);
        return new Methods(offers.stream()
                .map(o -> new Method(
                        o.tariff().methodId(), o.tariff().name(), o.price(), o.tariff().currency(),
                        o.tariff().freeAbove(), o.tariff().days()))
                .toList());
    }
}
