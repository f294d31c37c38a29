package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.Quote;
import org.jspecify.annotations.Nullable;

/// The tariff that a cart would be sent by, or why there is none.
record ShippingCost(Tariffs.@Nullable Tariff tariff, long price, Quote.@Nullable Problem problem) {
    private static final ShippingCost NONE = new ShippingCost(null, 0, null);

    /// @param method null while none is chosen: costs nothing yet
    static ShippingCost of(Tariffs tariffs, @Nullable String method, String currency, Place place, long grams) {
        if (method == null) {
            return NONE;
        }
        var known = tariffs.of(method, currency);
        if (known.isEmpty()) {
            return failed("UNKNOWN_SHIPPING_METHOD", "There is no such shipping method for this currency.");
        }
        var tariff = Tariffs.at(place, known);
        var price = tariff == null ? null : tariff.price(grams);
        return tariff == null || price == null
                ? failed("NO_DELIVERY", "This shipping method does not deliver these goods to this destination.")
                : new ShippingCost(tariff, price, null);
    }

    private static ShippingCost failed(String code, String detail) {
        return new ShippingCost(null, 0, new Quote.Problem(null, code, detail));
    }

    /// The price when the goods cost `goodsValue`.
    long of(long goodsValue) {
        return tariff != null && tariff.free(goodsValue) ? 0 : price;
    }
}
