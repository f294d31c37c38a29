package dev.souk.backoffice.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rules, lists, rates and tariffs, as pricing keeps them.
public final class Pricing {
    private Pricing() {}

    public record Rules(List<Rule> rules, @Nullable UUID next) {}

    public record Rule(
            UUID ruleId,
            String kind,
            String name,
            Condition condition,
            Action action,
            int priority,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean active,
            long version) {}

    public record Condition(List<String> skus, @Nullable String customerGroup, @Nullable String channel) {}

    public record Action(@Nullable UUID priceListId, List<Tier> tiers) {}

    public record Tier(int minQuantity, @Nullable BigDecimal discount, @Nullable Long unitPrice, @Nullable String currency) {}

    public record Money(long amount, String currency) {}

    public record Entries(List<Entry> entries, @Nullable String next) {}

    public record Entry(String sku, Money price, @Nullable Instant from, @Nullable Instant to) {}

    public record Rates(List<Rate> rates) {}

    public record Zone(String country, @Nullable String region, @Nullable String postcodePrefix) {
        public String title() {
            return country + (region == null ? "" : " " + region) + (postcodePrefix == null ? "" : " " + postcodePrefix + "…");
        }
    }

    public record Rate(Zone zone, String taxCategory, BigDecimal rate, boolean inclusive, Instant from) {
        public String percent() {
            return rate.movePointRight(2).stripTrailingZeros().toPlainString();
        }
    }

    public record Tariffs(List<Tariff> tariffs) {}

    public record Tariff(
            String methodId,
            String name,
            @Nullable Zone zone,
            String currency,
            List<Band> weightBands,
            @Nullable Long freeAbove,
            @Nullable Integer days) {}

    public record Band(@Nullable Integer upToGrams, long price) {}
}
