package dev.souk.promotion.http;

import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.contracts.promotion.CalculateDiscount.Applied;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import dev.souk.contracts.promotion.DiscountCalculated;
import dev.souk.contracts.promotion.GetPromotion;
import dev.souk.contracts.promotion.GetPromotionStats;
import dev.souk.contracts.promotion.ListActivePromotions;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.QueryHandler;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.promotion.db.Coupons;
import dev.souk.promotion.db.MemberLevels;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// All routes of promotion.
public final class PromotionRoutes {
    private final Reads reads;
    private final MemberLevels levels;

    /// What the routes read.
    public record Reads(
            QueryHandler<CalculateDiscount, Discount> discount,
            QueryHandler<ListActivePromotions, ListActivePromotions.Promotions> active,
            QueryHandler<GetPromotion, Optional<GetPromotion.Promotion>> get,
            QueryHandler<GetPromotionStats, Optional<GetPromotionStats.Stats>> stats,
            Paged page) {}

    /// Promotions by id, from the first after `after` on.
    @FunctionalInterface
    public interface Paged {
        List<GetPromotion.Promotion> of(UUID after, int limit, Tx tx);
    }

    public PromotionRoutes(Reads reads, MemberLevels levels) {
        this.reads = reads;
        this.levels = levels;
    }

    public List<Route<?, ?>> routes(Coupons coupons) {
        return Stream.concat(own().stream(), new CampaignRoutes(reads, coupons).routes().stream())
                .<Route<?, ?>>map(route -> route)
                .toList();
    }

    private List<Route<?, ?>> own() {
        return List.of(
                Route.get("/promotions/active")
                        .everyone()
                        .answers(200, ListActivePromotions.Promotions.class)
                        .query(Parameter.text("channel", "WEB, BACK_OFFICE or API"))
                        .summary("Promotions that everybody gets now")
                        .reads((call, tx) -> Answer.of(reads.active().answer(
                                new ListActivePromotions(call.query("channel").orElse(null)), tx))),
                Route.post("/coupons/validate")
                        .everyone()
                        .key(Route.Key.NONE)
                        .rate(Route.Rate.COUPON)
                        .body(CouponRequest.class)
                        .answers(200, CouponAnswer.class)
                        .summary("Whether a code would apply; nothing is held")
                        .reads(this::validate),
                Route.post("/discounts/calculate")
                        .roles(Role.SERVICE, Role.MARKETING, Role.MERCHANDISER, Role.SUPPORT, Role.ADMIN)
                        .body(BasketRequest.class)
                        .answers(200, Discount.class)
                        .summary("Which promotions apply to a basket")
                        .writes(this::calculate));
    }

    private Answer<CouponAnswer> validate(Call<CouponRequest> call, Tx tx) {
        if (call.body().code() == null) {
            return Answer.refused(Refusal.invalid("INVALID_CODE", "code is required."));
        }
        var query = call.body().basket().query(call.caller().subject(), levels.of(tx, call.caller().subject()));
        return Answer.from(query, q -> CouponAnswer.of(reads.discount().answer(q, tx)));
    }

    private Answer<Discount> calculate(Call<BasketRequest> call, Tx tx) {
        return switch (call.body().query(call.body().customerId(), call.body().customerGroup())) {
            case Outcome.Refused<CalculateDiscount>(var reason) -> Answer.refused(reason);
            case Outcome.Done<CalculateDiscount>(var query) -> {
                var discount = reads.discount().answer(query, tx);
                var cart = query.cartId();
                if (cart != null) {
                    var names = discount.appliedPromotions().stream().map(Applied::name).toList();
                    tx.publish(
                            new DiscountCalculated(
                                    tx.newId(), tx.now(), cart, discount.discount(), query.currency(), names),
                            1);
                }
                yield Answer.of(discount);
            }
        };
    }
}
