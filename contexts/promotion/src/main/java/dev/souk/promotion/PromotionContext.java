package dev.souk.promotion;

import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.contracts.customer.SubjectRequests;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.promotion.ActivatePromotion;
import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.contracts.promotion.CancelPromotion;
import dev.souk.contracts.promotion.CouponCodesGenerated;
import dev.souk.contracts.promotion.CouponHeld;
import dev.souk.contracts.promotion.CouponRejected;
import dev.souk.contracts.promotion.CouponReleased;
import dev.souk.contracts.promotion.CreatePromotion;
import dev.souk.contracts.promotion.DiscountCalculated;
import dev.souk.contracts.promotion.GenerateCouponCodes;
import dev.souk.contracts.promotion.GetPromotion;
import dev.souk.contracts.promotion.GetPromotionStats;
import dev.souk.contracts.promotion.HoldCoupon;
import dev.souk.contracts.promotion.ListActivePromotions;
import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionApplied;
import dev.souk.contracts.promotion.PromotionCancelled;
import dev.souk.contracts.promotion.PromotionCreated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.contracts.promotion.ReleaseCoupon;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Wiring;
import dev.souk.promotion.db.ActivePromotions;
import dev.souk.promotion.db.Campaigns;
import dev.souk.promotion.db.Coupons;
import dev.souk.promotion.db.Holds;
import dev.souk.promotion.db.MemberLevels;
import dev.souk.promotion.db.PeoplesUses;
import dev.souk.promotion.db.Redemptions;
import dev.souk.promotion.db.Sums;
import dev.souk.promotion.http.PromotionRoutes;
import dev.souk.promotion.http.PromotionRoutes.Reads;
import java.time.Duration;
import java.util.List;

/// Promotions and coupons.
public final class PromotionContext implements Context {
    @Override
    public String name() {
        return "promotion";
    }

    @Override
    public void wire(Wiring on) {
        var active = new ActivePromotions();
        var campaigns = new Campaigns(active);
        var coupons = new Coupons();
        var life = new PromotionLife(campaigns);
        var levels = new MemberLevels();

        campaigns(on, campaigns, coupons, life);
        uses(on, active, life);
        questions(on, active, campaigns, coupons, levels);
        SubjectRequests.answer(on, name(), new PeoplesUses(levels));
        on.react(CustomerMembershipUpgraded.class, new WhenCustomerMembershipUpgradedKeepLevel(levels)::react);
        on.publishes(List.of(
                PromotionCreated.class, PromotionActivated.class, PromotionExpired.class, PromotionCancelled.class,
                PromotionApplied.class, CouponCodesGenerated.class, CouponHeld.class, CouponRejected.class,
                CouponReleased.class, DiscountCalculated.class));
    }

    private static void campaigns(Wiring on, Campaigns campaigns, Coupons coupons, PromotionLife life) {
        var discontinued = new WhenProductDiscontinuedFlagPromotions(campaigns);
        on.handle(CreatePromotion.class, new CreatePromotionHandler(campaigns, coupons, life)::handle)
                .handle(ActivatePromotion.class, new ActivatePromotionHandler(campaigns, life)::handle)
                .handle(CancelPromotion.class, new CancelPromotionHandler(campaigns, life)::handle)
                .handle(GenerateCouponCodes.class, new GenerateCouponCodesHandler(campaigns, coupons)::handle)
                .react(ProductDiscontinued.class, discontinued::react)
                .reactBatch(ProductDiscontinued.class, discontinued::reactAll)
                .sweep("timetable", Duration.ofSeconds(1), life::timetable);
    }

    private static void uses(Wiring on, ActivePromotions active, PromotionLife life) {
        var holds = new Holds();
        var redemptions = new Redemptions();
        var hold = new HoldCouponHandler(holds, active, on.settings().duration("hold", Duration.ofMinutes(15)));
        var release = new ReleaseCouponHandler(holds, active);
        var redeem = new WhenOrderSubmittedRedeemUses(holds, redemptions, active, life);
        var giveBack = new WhenOrderCancelledGiveUsesBack(redemptions, active);
        on.handle(HoldCoupon.class, hold::handle)
                .handleBatch(HoldCoupon.class, hold::handleAll)
                .handle(ReleaseCoupon.class, release::handle)
                .handleBatch(ReleaseCoupon.class, release::handleAll)
                .react(OrderSubmitted.class, redeem::react)
                .reactBatch(OrderSubmitted.class, redeem::reactAll)
                .unhurried(List.of(OrderSubmitted.class))
                .react(OrderCancelled.class, giveBack::react)
                .reactBatch(OrderCancelled.class, giveBack::reactAll)
                .sweep("holds", Duration.ofSeconds(2), release::expire);
    }

    private static void questions(Wiring on, ActivePromotions active, Campaigns campaigns, Coupons coupons,
            MemberLevels levels) {
        var discount = new CalculateDiscountQuery(active, campaigns, coupons);
        var queries = new PromotionQueries(active, campaigns, coupons);
        on.checks(Sums.ALL);
        on.answer(CalculateDiscount.class, discount::answer)
                .answer(ListActivePromotions.class, queries::list)
                .answer(GetPromotion.class, queries::get)
                .answer(GetPromotionStats.class, queries::stats)
                .serve(new PromotionRoutes(new Reads(
                                discount::answer, queries::list, queries::get, queries::stats, queries::page), levels)
                        .routes(coupons));
    }
}
