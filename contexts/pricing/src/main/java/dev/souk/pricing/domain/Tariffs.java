package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.Zone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What shipping methods cost. A method without any tariff in a currency falls back to the shop's default of that
/// method, if it has one; the default is stated in whole units and holds in every currency.
public final class Tariffs {
    private final List<Tariff> narrowestFirst;
    private final List<Default> defaults;
    private final Set<String> methods;

    public Tariffs(List<Tariff> tariffs, List<Default> defaults) {
        this.narrowestFirst = tariffs.stream()
                .sorted(Comparator.comparingInt((Tariff t) -> Place.narrowness(t.zone()))
                        .reversed())
                .toList();
        this.defaults = List.copyOf(defaults);
        this.methods = Stream.concat(
                        tariffs.stream().map(Tariff::methodId), defaults.stream().map(Default::methodId))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The ids of all methods, whatever they reach.
    public Set<String> methods() {
        return methods;
    }

    /// What one method costs in one zone and currency.
    ///
    /// @param zone null means everywhere
    /// @param bands ascending
    public record Tariff(
            String methodId,
            String name,
            @Nullable Zone zone,
            String currency,
            List<Band> bands,
            @Nullable Long freeAbove,
            @Nullable Integer days) {
        public Tariff {
            bands = List.copyOf(bands);
        }

        /// Null when the parcel is too heavy.
        @Nullable Long price(long grams) {
            for (var band : bands) {
                if (band.upToGrams() == null || grams <= band.upToGrams()) {
                    return band.price();
                }
            }
            return null;
        }

        boolean free(long goodsValue) {
            return freeAbove != null && goodsValue >= freeAbove;
        }
    }

    /// A price for parcels up to a weight.
    ///
    /// @param upToGrams inclusive; null means any weight
    public record Band(@Nullable Integer upToGrams, long price) {}

    /// A method of a fresh shop, in whole units of whatever currency.
    public record Default(
            String methodId,
            String name,
            BigDecimal price,
            @Nullable BigDecimal freeAbove,
            @Nullable Integer days) {
        Tariff in(String currency) {
            var free = freeAbove == null ? null : minor(freeAbove, currency);
            return new Tariff(methodId, name, null, currency, List.of(new Band(null, minor(price, currency))), free, days);
        }

        private static long minor(BigDecimal units, String currency) {
            var digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            return units.movePointRight(digits)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    /// All tariffs of a method in a currency, the narrowest first; empty when the method is unknown.
    List<Tariff> of(String methodId, String currency) {
        var own = narrowestFirst.stream()
                .filter(t -> t.methodId().equals(methodId) && t.currency().equals(currency))
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        return defaults.stream()
                .filter(d -> d.methodId().equals(methodId))
                .map(d -> d.in(currency))
                .toList();
    }

    /// The tariff that holds at a place, of those given.
    static @Nullable Tariff at(Place place, List<Tariff> tariffs) {
        for (var tariff : tariffs) {
            if (place.in(tariff.zone())) {
                return tariff;
            }
        }
        return null;
    }

    /// A method that reaches a place, and its price there.
    public record Offer(Tariff tariff, long price) {}

    /// Every method that takes such a parcel to the place, cheapest first.
    public List<Offer> offers(Place place, String currency, long grams, long goodsValue) {
        var found = new ArrayList<Offer>();
        for (var method : new TreeSet<>(methods)) {
            var tariff = at(place, of(method, currency));
            var price = tariff == null ? null : tariff.price(grams);
            if (tariff != null && price != null) {
                found.add(new Offer(tariff, tariff.free(goodsValue) ? 0 : price));
            }
        }
        found.sort(Comparator.comparingLong(Offer::price));
        return found;
    }
}
