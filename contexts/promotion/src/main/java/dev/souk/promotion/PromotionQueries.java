package dev.souk.promotion;

import dev.souk.contracts.promotion.CreatePromotion.Rule;
import dev.souk.contracts.promotion.GetPromotion;
import dev.souk.contracts.promotion.GetPromotionStats;
import dev.souk.contracts.promotion.ListActivePromotions;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.ActivePromotions;
import dev.souk.promotion.db.Campaign;
import dev.souk.promotion.db.Campaigns;
import dev.souk.promotion.db.Coupons;
import dev.souk.promotion.domain.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What can be read about promotions.
final class PromotionQueries {
    private final ActivePromotions active;
    private final Campaigns campaigns;
    private final Coupons coupons;

    PromotionQueries(ActivePromotions active, Campaigns campaigns, Coupons coupons) {
        this.active = active;
        this.campaigns = campaigns;
        this.coupons = coupons;
    }

    ListActivePromotions.Promotions list(ListActivePromotions query, Tx tx) {
        var channel = query.channel();
        return new ListActivePromotions.Promotions(active.get(tx).stream()
                .filter(p -> !p.codeRequired() && p.runs(tx.now()) && p.rules().groups().isEmpty())
                .filter(p -> channel == null || p.rules().channels().isEmpty() || p.rules().channels().contains(channel))
                .map(p -> new ListActivePromotions.Promotion(
                        p.promotionId(), p.name(), p.type().name(), p.value(), p.currency(), p.rules().minSpend(),
                        p.endsAt()))
                .toList());
    }

    Optional<GetPromotion.Promotion> get(GetPromotion query, Tx tx) {
        return campaigns.find(tx, query.promotionId()).map(PromotionQueries::shown);
    }

    List<GetPromotion.Promotion> page(UUID after, int limit, Tx tx) {
        return campaigns.list(tx, after, limit).stream().map(PromotionQueries::shown).toList();
    }

    Optional<GetPromotionStats.Stats> stats(GetPromotionStats query, Tx tx) {
        return campaigns.find(tx, query.promotionId()).map(c -> {
            var limits = c.promotion().limits();
            return new GetPromotionStats.Stats(
                    query.promotionId(), c.usage().used(), c.usage().held(),
                    limits.total() == null ? null : limits.total().longValue(), c.usage().spent(), limits.budget(),
                    c.orders(), c.givenBack(), coupons.count(tx, query.promotionId()));
        });
    }

    private static GetPromotion.Promotion shown(Campaign c) {
        var p = c.promotion();
        var limits = p.limits();
        return new GetPromotion.Promotion(
                p.promotionId(), p.name(), p.type().name(), p.value(), p.currency(), p.code(), p.codeRequired(),
                rules(p), p.stackable(), p.priority(), p.startsAt(), p.endsAt(), limits.total(), limits.perCustomer(),
                limits.budget(), c.status().name(), c.endedBecause(), c.pointsAtDiscontinued(), c.version());
    }

    private static List<Rule> rules(Promotion p) {
        var rules = new ArrayList<Rule>();
        if (p.rules().minSpend() != null) {
            rules.add(new Rule("MIN_SPEND", p.rules().minSpend(), List.of(), null, null));
        }
        if (p.rules().buy() > 0) {
            rules.add(new Rule("QUANTITY", null, List.of(), p.rules().buy(), p.rules().get()));
        }
        add(rules, "PRODUCTS", p.rules().products());
        add(rules, "CUSTOMER_GROUP", p.rules().groups());
        add(rules, "CHANNEL", p.rules().channels());
        return rules;
    }

    private static void add(List<Rule> rules, String kind, Set<String> values) {
        if (!values.isEmpty()) {
            rules.add(new Rule(kind, null, values.stream().sorted().toList(), null, null));
        }
    }
}
