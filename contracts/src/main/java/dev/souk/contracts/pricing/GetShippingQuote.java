package dev.souk.contracts.pricing;

import dev.souk.contracts.pricing.CalculatePrice.Destination;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which shipping methods reach a destination, and what they cost for a parcel of this weight and goods value.
@MessageType(name = "GetShippingQuote", version = "1.0", context = "pricing")
public record GetShippingQuote(
        Destination destination,
        long weightGrams,
        String currency,
        @Nullable Long goodsValue) implements Query<GetShippingQuote.Methods> {
    /// Cheapest first.
    public record Methods(List<Method> methods) {
        public Methods {
            methods = List.copyOf(methods);
        }
    }

    /// `price` in minor units, before tax is added or as shown where prices include it.
    public record Method(
            String methodId,
            String name,
            long price,
            String currency,
            @Nullable Long freeAbove,
            @Nullable Integer days) {}
}
