package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a shipping method costs in a zone (everywhere when null) for carts of one currency. It replaces the method's
/// earlier tariff of the same zone and currency.
///
/// @param weightBands ascending; a parcel heavier than the last band is not delivered
/// @param freeAbove from this goods value (after discounts) on the method is free
/// @param days usual days until delivery
@MessageType(name = "SetShippingTariff", version = "1.0", context = "pricing")
public record SetShippingTariff(
        String methodId,
        @Nullable Zone zone,
        String currency,
        List<WeightBand> weightBands,
        @Nullable Long freeAbove,
        @Nullable String name,
        @Nullable Integer days) implements Command<Long> {
    public SetShippingTariff {
        weightBands = List.copyOf(weightBands);
    }

    @Override
    public String key() {
        return methodId();
    }

    /// `price` in minor units up to and including `upToGrams`; null means any weight.
    public record WeightBand(@Nullable Integer upToGrams, long price) {}
}
