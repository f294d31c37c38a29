package dev.souk.pricing.http;

import static java.util.Objects.requireNonNull;

import dev.souk.contracts.pricing.SetShippingTariff;
import dev.souk.contracts.pricing.Zone;
import dev.souk.platform.messaging.Outcome;
import dev.souk.pricing.domain.Tariffs.Tariff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a shipping method costs in a zone (everywhere when absent) and a currency.
public record TariffRequest(
        @Nullable String methodId,
        @Nullable String name,
        @Nullable ZoneMembers zone,
        @Nullable String currency,
        @Nullable List<Band> weightBands,
        @Nullable Long freeAbove,
        @Nullable Integer days) {
    public record Band(@Nullable Integer upToGrams, @Nullable Long price) {}

    Outcome<SetShippingTariff> command() {
        var checked = new Checked()
                .given(methodId, "methodId")
                .word(methodId, "methodId")
                .text(name, "name", 100)
                .currency(currency)
                .given(weightBands, "weightBands")
                .list(weightBands, "weightBands", 100)
                .range(freeAbove, 0, Checked.MOST_MONEY, "freeAbove")
                .range(days, 0, 365, "days");
        if (zone != null) {
            zone.check(checked);
        }
        if (weightBands != null && !checked.failed()) {
            checked.that(ascending(weightBands), "weightBands", "must ascend in upToGrams; only the last may lack it");
            weightBands.forEach(band -> checked.given(band.price(), "price")
                    .range(band.price(), 0, Checked.MOST_MONEY, "price"));
        }
        return checked.then(this::known);
    }

    private static boolean ascending(List<Band> bands) {
        int last = 0;
        for (int i = 0; i < bands.size(); i++) {
            var upTo = bands.get(i).upToGrams();
            if (upTo == null) {
                return i == bands.size() - 1;
            }
            if (upTo <= last) {
                return false;
            }
            last = upTo;
        }
        return !bands.isEmpty();
    }

    private SetShippingTariff known() {
        var bands = requireNonNull(weightBands).stream()
                .map(b -> new SetShippingTariff.WeightBand(b.upToGrams(), requireNonNull(b.price())))
                .toList();
        return new SetShippingTariff(
                requireNonNull(methodId), zone == null ? null : zone.known(), requireNonNull(currency), bands,
                freeAbove, name, days);
    }

    /// A tariff as it is kept.
    public record Kept(
            String methodId,
            String name,
            @Nullable Zone zone,
            String currency,
            List<Band> weightBands,
            @Nullable Long freeAbove,
            @Nullable Integer days) {
        static Kept of(Tariff t) {
            var bands = t.bands().stream()
                    .map(b -> new Band(b.upToGrams(), b.price()))
                    .toList();
            return new Kept(t.methodId(), t.name(), t.zone(), t.currency(), bands, t.freeAbove(), t.days());
        }
    }

    /// All tariffs that were set; the defaults of a fresh shop are not among them.
    public record All(List<Kept> tariffs) {}
}
