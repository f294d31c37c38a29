package dev.souk.pricing.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The active pricing rules, found by sku.
public final class Rules {
    /// On equal prices the rule with the higher priority is named in the trail, then the older one.
    private static final Comparator<PricingRule> ORDER =
            Comparator.comparingInt(PricingRule::priority).reversed().thenComparing(PricingRule::ruleId);

    private final List<PricingRule> forAll = new ArrayList<>();
    private final Map<String, List<PricingRule>> bySku = new HashMap<>();

    public Rules(List<PricingRule> rules) {
        for (var rule : rules.stream().sorted(ORDER).toList()) {
            if (rule.skus().isEmpty()) {
                forAll.add(rule);
            }
            rule.skus().forEach(sku ->
                    bySku.computeIfAbsent(sku, _ -> new ArrayList<>()).add(rule));
        }
    }

    List<PricingRule> of(String sku) {
        var own = bySku.get(sku);
        if (own == null) {
            return forAll;
        }
        if (forAll.isEmpty()) {
            return own;
        }
        var both = new ArrayList<>(own);
        both.addAll(forAll);
        both.sort(ORDER);
        return both;
    }
}
