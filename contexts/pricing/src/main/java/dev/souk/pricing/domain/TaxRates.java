package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.Zone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All dated tax rates. The narrowest zone wins, and in it the rate that began last.
public final class TaxRates {
    private final Map<String, List<Rate>> byCountry;
    private final String otherwise;

    /// Puts the rates in order.
    ///
    /// @param otherwise tax category of goods without one, and of those whose category has no rate at a place
    public TaxRates(List<Rate> rates, String otherwise) {
        var order = Comparator.comparingInt((Rate r) -> Place.narrowness(r.zone()))
                .thenComparing(Rate::from)
                .reversed();
        this.byCountry = rates.stream()
                .sorted(order)
                .collect(Collectors.groupingBy(r -> r.zone().country()));
        this.otherwise = category(otherwise);
    }

    /// A rate from an instant on.
    ///
    /// @param rate from 0 to 1
    /// @param inclusive whether shown prices contain the tax
    public record Rate(Zone zone, String taxCategory, BigDecimal rate, boolean inclusive, Instant from) {
        /// The tax in or on `amount`, rounded half-up once.
        long tax(long amount) {
            var exact = BigDecimal.valueOf(amount).multiply(rate);
            return inclusive
                    ? exact.divide(BigDecimal.ONE.add(rate), 0, RoundingMode.HALF_UP).longValueExact()
                    : exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
        }

        String rateText() {
            return rate.toPlainString();
        }
    }

    /// Categories differ only by their letters, not by their case.
    public static String category(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /// Null when nothing is taxed there.
    @Nullable Rate at(Place place, @Nullable String taxCategory, Instant now) {
        var rates = byCountry.getOrDefault(place.country(), List.of());
        var own = taxCategory == null ? null : find(rates, place, category(taxCategory), now);
        return own == null ? find(rates, place, otherwise, now) : own;
    }

    private static @Nullable Rate find(List<Rate> rates, Place place, String category, Instant now) {
        for (var rate : rates) {
            if (rate.taxCategory().equals(category) && place.in(rate.zone()) && !now.isBefore(rate.from())) {
                return rate;
            }
        }
        return null;
    }
}
