package dev.souk.pricing.http;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.souk.contracts.pricing.CreatePricingRule;
import dev.souk.contracts.pricing.UpdatePricingRule;
import dev.souk.platform.messaging.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pricing rule, new or changed. `ruleId` may be left to the server; `kind` counts only for a new rule.
public record RuleRequest(
        @Nullable UUID ruleId,
        @Nullable String kind,
        @Nullable String name,
        @Nullable Condition condition,
        @Nullable Action action,
        @Nullable Integer priority,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final Set<String> KINDS = Set.of("VOLUME", "MEMBER", "CHANNEL", "PRICE_LIST");

    public record Condition(@Nullable List<String> skus, @Nullable String customerGroup, @Nullable String channel) {
        void check(Checked checked) {
            checked.list(skus, "skus", 1_000).word(customerGroup, "customerGroup").word(channel, "channel");
            if (skus != null && !checked.failed()) {
                skus.forEach(sku -> checked.text(sku, "skus", 100));
            }
        }
    }

    public record Action(@Nullable UUID priceListId, @Nullable List<Tier> tiers) {
        void check(Checked checked) {
            checked.list(tiers, "tiers", 50)
                    .that(
                            (priceListId == null) == (tiers != null && !tiers.isEmpty()),
                            "action",
                            "must name either a price list or tiers");
            if (tiers == null || checked.failed()) {
                return;
            }
            tiers.forEach(tier -> tier.check(checked));
            var seen = new HashSet<List<Object>>();
            checked.that(
                    tiers.stream().allMatch(t -> seen.add(List.of(
                            requireNonNullElse(t.minQuantity(), 1), requireNonNullElse(t.currency(), "")))),
                    "tiers",
                    "must differ in minQuantity or currency");
        }
    }

    /// `minQuantity` is 1 when absent.
    public record Tier(
            @Nullable Integer minQuantity,
            @Nullable BigDecimal discount,
            @Nullable Long unitPrice,
            @Nullable String currency) {
        void check(Checked checked) {
            checked.range(minQuantity, 1, 1_000_000, "minQuantity")
                    .that((discount == null) != (unitPrice == null), "tiers", "must have a discount or a unitPrice")
                    .that(discount == null || decimal(discount), "discount", "must be 0 to 1 with at most 6 decimals")
                    .range(unitPrice, 0, Checked.MOST_MONEY, "unitPrice")
                    .that((unitPrice == null) == (currency == null), "currency", "belongs to a unitPrice");
            if (currency != null) {
                checked.currency(currency);
            }
        }

        CreatePricingRule.Tier known() {
            return new CreatePricingRule.Tier(
                    requireNonNullElse(minQuantity, 1), discount == null ? null : discount.toPlainString(), unitPrice,
                    currency);
        }
    }

    static boolean decimal(BigDecimal value) {
        return value.signum() >= 0
                && value.compareTo(BigDecimal.ONE) <= 0
                && value.scale() <= 6
                && value.scale() >= 0;
    }

    private Checked checked() {
        var checked = new Checked()
                .text(name, "name", 100)
                .given(condition, "condition")
                .given(action, "action")
                .range(priority, -1_000, 1_000, "priority")
                .that(from == null || Checked.ordinary(from), "from", "must lie between the years 1970 and 9999")
                .that(to == null || Checked.ordinary(to), "to", "must lie between the years 1970 and 9999")
                .that(from == null || to == null || from.isBefore(to), "to", "must be after from");
        if (condition != null && action != null) {
            condition.check(checked);
            action.check(checked);
        }
        return checked;
    }

    Outcome<CreatePricingRule> create(UUID otherwise) {
        return checked()
                .that(kind != null && KINDS.contains(kind), "kind", "must be VOLUME, MEMBER, CHANNEL or PRICE_LIST")
                .that(
                        "PRICE_LIST".equals(kind) == (action != null && action.priceListId() != null),
                        "action",
                        "must name a price list for the kind PRICE_LIST and tiers for the others")
                .that(
                        !"MEMBER".equals(kind) || (condition != null && condition.customerGroup() != null),
                        "customerGroup",
                        "is required for the kind MEMBER")
                .that(
                        !"CHANNEL".equals(kind) || (condition != null && condition.channel() != null),
                        "channel",
                        "is required for the kind CHANNEL")
                .then(() -> new CreatePricingRule(
                        ruleId == null ? otherwise : ruleId, requireNonNull(kind), knownCondition(), knownAction(),
                        requireNonNullElse(priority, 0), from, to, name));
    }

    Outcome<UpdatePricingRule> update(UUID id, @Nullable Long expectedVersion) {
        return checked()
                .that(ruleId == null || Objects.equals(ruleId, id), "ruleId", "must be that of the path")
                .then(() -> new UpdatePricingRule(
                        id, expectedVersion, knownCondition(), knownAction(), requireNonNullElse(priority, 0), from, to,
                        name));
    }

    private CreatePricingRule.Condition knownCondition() {
        var c = requireNonNull(condition);
        return new CreatePricingRule.Condition(
                requireNonNullElse(c.skus(), List.of()), c.customerGroup(), c.channel());
    }

    private CreatePricingRule.Action knownAction() {
        var a = requireNonNull(action);
        var tiers = requireNonNullElse(a.tiers(), List.<Tier>of());
        return new CreatePricingRule.Action(
                a.priceListId(), tiers.stream().map(Tier::known).toList());
    }
}
