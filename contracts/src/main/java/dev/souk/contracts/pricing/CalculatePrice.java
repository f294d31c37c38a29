package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What these lines cost now. Equal inputs, rules and points at hand give an equal `quoteHash`.
///
/// @param points how many reward points the customer would like to spend; null and 0 mean none
@MessageType(name = "CalculatePrice", version = "1.1", context = "pricing")
public record CalculatePrice(
        @Nullable UUID cartId,
        @Nullable UUID customerId,
        String channel,
        String currency,
        List<Line> lines,
        @Nullable String promotionCode,
        @Nullable String shippingMethodId,
        @Nullable Destination destination,
        @Nullable Long points) implements Query<Quote> {
    public CalculatePrice {
        lines = List.copyOf(lines);
    }

    /// `negotiatedPrice` (minor units per unit) was keyed in by staff and replaces every list price.
    public record Line(
            UUID lineId,
            UUID productId,
            @Nullable UUID variantId,
            String sku,
            int quantity,
            @Nullable Long negotiatedPrice) {}

    /// `country` is an ISO 3166 alpha-2 code.
    public record Destination(String country, @Nullable String region, @Nullable String postcode) {}
}
