package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.Quote.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the unit price of one item: the base price, or the best single of price list, volume, member and channel
/// rule. They do not add up.
final class UnitPricing {
    private final Rules rules;
    private final PriceLists lists;
    private final String currency;
    private final String channel;
    private final @Nullable String group;
    private final Instant now;

    UnitPricing(Rules rules, PriceLists lists, String currency, String channel, @Nullable String group, Instant now) {
        this.rules = rules;
        this.lists = lists;
        this.currency = currency;
        this.channel = channel;
        this.group = group;
        this.now = now;
    }

    record Chosen(long amount, List<Step> steps) {}

    /// The unit price of an item, and how it came about.
    ///
    /// @param base null when the article has no price in this currency
    /// @param quantity of the item in the whole cart
    /// @return null when nothing gives a price in this currency
    @Nullable Chosen choose(String sku, @Nullable Long base, int quantity) {
        var best = base;
        PricingRule by = null;
        for (var rule : rules.of(sku)) {
            var price = rule.holds(group, channel, now) ? price(rule, sku, base, quantity) : null;
            if (price != null && (best == null || price < best)) {
                best = price;
                by = rule;
            }
        }
        if (best == null) {
            return null;
        }
        var won = by == null ? null : new Step(by.kind().name(), by.name(), best);
        if (base == null) {
            return new Chosen(best, won == null ? List.of() : List.of(won));
        }
        var start = new Step("BASE", sku, base);
        return new Chosen(best, won == null ? List.of(start) : List.of(start, won));
    }

    private @Nullable Long price(PricingRule rule, String sku, @Nullable Long base, int quantity) {
        var list = rule.priceListId();
        return list == null ? rule.price(base, quantity, currency) : lists.price(list, sku, currency, now);
    }
}
