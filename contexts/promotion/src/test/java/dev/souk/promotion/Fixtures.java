package dev.souk.promotion;

import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.contracts.promotion.CreatePromotion;
import dev.souk.contracts.promotion.CreatePromotion.Rule;
import dev.souk.contracts.promotion.HoldCoupon;
import dev.souk.contracts.promotion.ReleaseCoupon;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Promotions, checkouts and orders as tests speak of them.
final class Fixtures {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private Fixtures() {}

    static CreatePromotion tenPercent(UUID id) {
        return promotion(id, null, null, null, null, null);
    }

    static CreatePromotion coded(UUID id, String code, @Nullable Integer total, @Nullable Integer perCustomer) {
        return promotion(id, code, total, perCustomer, null, null);
    }

    static CreatePromotion promotion(
            UUID id, @Nullable String code, @Nullable Integer total, @Nullable Integer perCustomer,
            @Nullable Long budget, @Nullable Instant endsAt) {
        return new CreatePromotion(
                id, "Ten per cent", "PERCENTAGE", 10, "GBP", List.of(), START, endsAt, total, perCustomer, false, 0,
                budget == null ? null : new CreatePromotion.Budget(budget, "GBP"), code, false);
    }

    static CreatePromotion from(UUID id, Instant startsAt, @Nullable Instant endsAt, Rule... rules) {
        return new CreatePromotion(
                id, "Ten per cent", "PERCENTAGE", 10, "GBP", List.of(rules), startsAt, endsAt, null, null, false, 0,
                null, null, false);
    }

    static HoldCoupon hold(UUID holdId, UUID customer, @Nullable String code, UUID... promotions) {
        return new HoldCoupon(
                holdId, UUID.randomUUID(), UUID.randomUUID(), customer, code, "hash", 900,
                Arrays.stream(promotions).map(p -> new HoldCoupon.Use(p, code, 100)).toList());
    }

    static ReleaseCoupon release(HoldCoupon hold) {
        return new ReleaseCoupon(hold.holdId(), hold.checkoutId(), "CHECKOUT_FAILED");
    }

    static OrderSubmitted submitted(HoldCoupon hold) {
        return submitted(
                hold.orderId(), hold.customerId(),
                hold.uses().stream()
                        .map(u -> new OrderSubmitted.Promotion(u.promotionId(), hold.holdId(), u.code(), u.discount()))
                        .toList());
    }

    static OrderSubmitted submitted(UUID order, UUID customer, List<OrderSubmitted.Promotion> promotions) {
        return new OrderSubmitted(
                order, customer, 900, "GBP", UUID.randomUUID(), UUID.randomUUID(), List.of(), promotions,
                Sealed.of(customer, "AAAA"), "GB", null, START);
    }

    static OrderCancelled cancelled(UUID order) {
        return new OrderCancelled(
                order, null, "CUSTOMER_REQUESTED", START, null, null, 0, "GBP", "CONFIRMED", null, null);
    }

    static CalculateDiscount basket(@Nullable UUID customer, @Nullable String code) {
        var line = new CalculateDiscount.Line(UUID.randomUUID(), UUID.randomUUID(), "MUG", 1, 1_000);
        return new CalculateDiscount(null, customer, 1_000, "GBP", code, null, "WEB", List.of(line), 495);
    }
}
