package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.pricing.CalculatePrice.Destination;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.pricing.Zone;
import dev.souk.contracts.promotion.CalculateDiscount.Applied;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import dev.souk.contracts.promotion.CalculateDiscount.LineDiscount;
import dev.souk.pricing.domain.Calculation.Circumstances;
import dev.souk.pricing.domain.Calculation.Promotions;
import dev.souk.pricing.domain.PricingRule.Kind;
import dev.souk.pricing.domain.PricingRule.Tier;
import dev.souk.pricing.domain.Tariffs.Tariff;
import dev.souk.pricing.domain.TaxRates.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A shop in memory, put together by a test.
final class Shop {
    static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    static final Promotions NO_PROMOTIONS = (_, _, _) -> new Discount(0, List.of(), List.of());
    static final List<Tariffs.Default> METHODS = List.of(
            new Tariffs.Default("standard", "Standard", new BigDecimal("4.95"), new BigDecimal("100.00"), 3),
            new Tariffs.Default("express", "Express", new BigDecimal("9.95"), null, 1),
            new Tariffs.Default("collect", "Collect", BigDecimal.ZERO, null, null));

    private final String currency;
    private final Map<UUID, Article> articles = new HashMap<>();
    private final List<PricingRule> rules = new ArrayList<>();
    private final List<PriceLists.Entry> lists = new ArrayList<>();
    private final List<Rate> taxes = new ArrayList<>();
    private final List<Tariff> tariffs = new ArrayList<>();
    private final List<CalculatePrice.Line> lines = new ArrayList<>();
    @Nullable String group;
    String channel = "WEB";
    @Nullable String method = "standard";
    @Nullable Destination destination = new Destination("GB", null, "EC1A 1BB");
    @Nullable UUID cartId = new UUID(7, 7);
    Instant now = NOW;
    Promotions promotions = NO_PROMOTIONS;
    Calculation.PointsWorth points = _ -> null;

    Shop(String currency) {
        this.currency = currency;
    }

    Article sells(String sku, long price) {
        return sells(sku, price, null, 0);
    }

    Article sells(String sku, long price, @Nullable String taxCategory, int grams) {
        var article = new Article(
                id(sku), sku, price, currency, taxCategory, grams, Article.ON_SALE, 1, 1, Map.of());
        return put(article);
    }

    Article put(Article article) {
        articles.put(article.productId(), article);
        return article;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Shop taxed(String country, String category, String rate, boolean inclusive) {
        return taxed(new Zone(country, null, null), category, rate, inclusive, Instant.EPOCH);
    }

    Shop taxed(Zone zone, String category, String rate, boolean inclusive, Instant from) {
        taxes.add(new Rate(zone, category, new BigDecimal(rate), inclusive, from));
        return this;
    }

    Shop rule(Kind kind, String name, @Nullable String forGroup, @Nullable String inChannel, Tier... tiers) {
        rules.add(new PricingRule(
                id(name), kind, name, Set.of(), forGroup, inChannel, null, List.of(tiers), 0, null, null));
        return this;
    }

    Shop listPrice(String name, @Nullable String forGroup, String sku, long amount, Instant from, @Nullable Instant to) {
        var list = id("list " + name);
        if (lists.stream().noneMatch(e -> e.priceListId().equals(list))) {
            rules.add(new PricingRule(
                    id(name), Kind.PRICE_LIST, name, Set.of(), forGroup, null, list, List.of(), 0, null, null));
        }
        lists.add(new PriceLists.Entry(list, sku, amount, currency, from, to));
        return this;
    }

    Shop tariff(Tariff tariff) {
        tariffs.add(tariff);
        return this;
    }

    static Tier off(int minQuantity, String discount) {
        return new Tier(minQuantity, new BigDecimal(discount), null, null);
    }

    Shop wants(String sku, int quantity) {
        return wants(sku, quantity, null);
    }

    Shop wants(String sku, int quantity, @Nullable Long negotiated) {
        lines.add(new CalculatePrice.Line(
                new UUID(1, lines.size()), id(sku), null, sku, quantity, negotiated));
        return this;
    }

    CalculatePrice query() {
        return new CalculatePrice(cartId, null, channel, currency, lines, null, method, destination, null);
    }

    Quote quote() {
        var book = new Book(
                new Rules(rules), new PriceLists(lists), new TaxRates(taxes, "STANDARD"), new Tariffs(tariffs, METHODS));
        return new Calculation(query(), book, new Circumstances(now, Duration.ofMinutes(30), group, "GB"))
                .quote(articles, promotions, points);
    }

    /// A promotion that takes `amount` off the order.
    static Promotions offOrder(long amount) {
        return (lines, subtotal, _) -> discount(new Applied(
                new UUID(9, 1), "Sale", null, "FIXED_AMOUNT", false, Math.min(amount, subtotal), List.of(), 0));
    }

    static Discount discount(Applied... applied) {
        var sum = 0L;
        for (var a : applied) {
            sum += a.orderDiscount()
                    + a.lineDiscounts().stream().mapToLong(LineDiscount::discount).sum();
        }
        return new Discount(sum, List.of(applied), List.of());
    }
}
