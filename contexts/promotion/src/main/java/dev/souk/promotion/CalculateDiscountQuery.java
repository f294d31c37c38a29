package dev.souk.promotion;

import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import dev.souk.contracts.promotion.CalculateDiscount.Rejected;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.ActivePromotions;
import dev.souk.promotion.db.Campaign;
import dev.souk.promotion.db.Campaign.Status;
import dev.souk.promotion.db.Campaigns;
import dev.souk.promotion.db.Coupons;
import dev.souk.promotion.db.CustomerUses;
import dev.souk.promotion.domain.BestDiscount;
import dev.souk.promotion.domain.BestDiscount.Candidate;
import dev.souk.promotion.domain.Codes;
import dev.souk.promotion.domain.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which promotions apply. While none is active and no code is given it costs no statement.
final class CalculateDiscountQuery {
    private static final Discount NONE = new Discount(0, List.of(), List.of());

    private final ActivePromotions active;
    private final Campaigns campaigns;
    private final Coupons coupons;
    private final CustomerUses customers = new CustomerUses();

    CalculateDiscountQuery(ActivePromotions active, Campaigns campaigns, Coupons coupons) {
        this.active = active;
        this.campaigns = campaigns;
        this.coupons = coupons;
    }

    /// A code that leads to an active promotion, or the reason why not.
    private record ByCode(@Nullable Promotion promotion, String reason) {}

    Discount answer(CalculateDiscount query, Tx tx) {
        var running = active.get(tx);
        var code = query.promotionCode() == null ? null : Codes.plain(query.promotionCode());
        if (running.isEmpty() && code == null) {
            return NONE;
        }
        var asked = new ArrayList<Promotion>(running.size());
        running.stream().filter(p -> !p.codeRequired()).forEach(asked::add);
        var byCode = code == null ? null : find(code, running, tx);
        if (byCode != null && byCode.promotion() != null) {
            asked.add(byCode.promotion());
        }
        var uses = customerUses(query.customerId(), asked, tx);
        var candidates = asked.stream()
                .map(p -> new Candidate(
                        p, active.usage(p.promotionId()), p.codeRequired() ? code : null,
                        uses.getOrDefault(p.promotionId(), 0L)))
                .toList();
        var best = new BestDiscount(query, tx.now()).of(candidates);
        if (byCode == null || byCode.promotion() != null || code == null) {
            return best;
        }
        var rejected = new ArrayList<>(best.rejected());
        rejected.add(new Rejected(code, byCode.reason()));
        return new Discount(best.discount(), best.appliedPromotions(), rejected);
    }

    private Map<UUID, Long> customerUses(@Nullable UUID customerId, List<Promotion> promotions, Tx tx) {
        var limited = promotions.stream()
                .filter(p -> p.limits().perCustomer() != null)
                .map(Promotion::promotionId)
                .toList();
        return customerId == null || limited.isEmpty() ? Map.of() : customers.of(tx, customerId, limited);
    }

    private ByCode find(String code, List<Promotion> running, Tx tx) {
        if (!Codes.valid(code)) {
            return new ByCode(null, "UNKNOWN");
        }
        for (var promotion : running) {
            if (code.equals(promotion.code())) {
                return new ByCode(promotion, "");
            }
        }
        var coupon = coupons.find(tx, code).orElse(null);
        if (coupon == null) {
            return new ByCode(null, campaigns.byCode(tx, code).map(CalculateDiscountQuery::ended).orElse("UNKNOWN"));
        }
        for (var promotion : running) {
            if (promotion.promotionId().equals(coupon.promotionId())) {
                return coupon.usedUp() ? new ByCode(null, "USED_UP") : new ByCode(promotion, "");
            }
        }
        return new ByCode(
                null, campaigns.find(tx, coupon.promotionId()).map(CalculateDiscountQuery::ended).orElse("UNKNOWN"));
    }

    /// A promotion that has not begun is nobody's business yet.
    private static String ended(Campaign campaign) {
        if (campaign.status() != Status.ENDED) {
            return "UNKNOWN";
        }
        var because = campaign.endedBecause();
        return "USAGE_LIMIT".equals(because) || "BUDGET".equals(because) ? "USED_UP" : "EXPIRED";
    }
}
