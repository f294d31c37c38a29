package dev.souk.pricing.http;

import static java.util.Objects.requireNonNull;

import dev.souk.contracts.pricing.CalculatePrice.Destination;
import dev.souk.contracts.pricing.GetShippingQuote;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Call;
import org.jspecify.annotations.Nullable;

/// The query parameters of the shipping costs. A number that is none counts as -1, which no check lets pass.
record ShippingCostRequest(
        @Nullable String country,
        @Nullable String region,
        @Nullable String postcode,
        @Nullable String currency,
        long weightGrams,
        @Nullable Long goodsValue) {
    static ShippingCostRequest of(Call<?> call) {
        return new ShippingCostRequest(
                call.query("country").orElse(null),
                call.query("region").orElse(null),
                call.query("postcode").orElse(null),
                call.query("currency").orElse(null),
                call.query("weightGrams").map(ShippingCostRequest::number).orElse(0L),
                call.query("goodsValue").map(ShippingCostRequest::number).orElse(null));
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return -1L;
        }
    }

    Outcome<GetShippingQuote> query() {
        return new Checked()
                .country(country)
                .text(region, "region", 100)
                .text(postcode, "postcode", 20)
                .currency(currency)
                .range(Long.valueOf(weightGrams), 0, Integer.MAX_VALUE, "weightGrams")
                .range(goodsValue, 0, Checked.MOST_MONEY, "goodsValue")
                .then(() -> new GetShippingQuote(
                        new Destination(requireNonNull(country), region, postcode), weightGrams,
                        requireNonNull(currency), goodsValue));
    }
}
