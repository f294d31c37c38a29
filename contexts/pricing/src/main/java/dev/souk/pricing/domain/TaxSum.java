package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds up the tax of a quote, by rate.
final class TaxSum {
    private final Map<TaxRates.Rate, long[]> byRate = new LinkedHashMap<>();
    private long tax;
    private long included;

    void add(TaxRates.@Nullable Rate rate, long base, long amount) {
        if (rate == null) {
            return;
        }
        var sums = byRate.computeIfAbsent(rate, _ -> new long[2]);
        sums[0] += base;
        sums[1] += amount;
        tax += amount;
        included += rate.inclusive() ? amount : 0;
    }

    long tax() {
        return tax;
    }

    long included() {
        return included;
    }

    List<Quote.Tax> lines() {
        var lines = new ArrayList<Quote.Tax>(byRate.size());
        byRate.forEach((rate, sums) -> lines.add(new Quote.Tax(
                Place.text(rate.zone()), rate.taxCategory(), rate.rateText(), rate.inclusive(), sums[0], sums[1])));
        return lines;
    }
}
