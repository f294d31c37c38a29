package dev.souk.promotion;

import static dev.souk.promotion.Fixtures.basket;
import static dev.souk.promotion.Fixtures.cancelled;
import static dev.souk.promotion.Fixtures.coded;
import static dev.souk.promotion.Fixtures.hold;
import static dev.souk.promotion.Fixtures.promotion;
import static dev.souk.promotion.Fixtures.release;
import static dev.souk.promotion.Fixtures.submitted;
import static dev.souk.promotion.Fixtures.tenPercent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.promotion.CouponHeld;
import dev.souk.contracts.promotion.CouponRejected;
import dev.souk.contracts.promotion.CouponReleased;
import dev.souk.contracts.promotion.CreatePromotion;
import dev.souk.contracts.promotion.GenerateCouponCodes;
import dev.souk.contracts.promotion.GetPromotionStats;
import dev.souk.contracts.promotion.HoldCoupon;
import dev.souk.contracts.promotion.PromotionApplied;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsesTest {
    private final UUID id = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private final TestPlatform souk = TestPlatform.of(new PromotionContext());

    @AfterEach
    void stop() {
        souk.close();
    }

    private void tell(boolean batch, Message... messages) {
        if (batch) {
            souk.deliver(messages);
        } else {
            souk.deliverOneByOne(messages);
        }
    }

    private HoldCoupon held(String code) {
        return hold(UUID.randomUUID(), customer, code, id);
    }

    private HoldCoupon heldBySomebody(String code) {
        return hold(UUID.randomUUID(), UUID.randomUUID(), code, id);
    }

    private GetPromotionStats.Stats stats() {
        return souk.ask(new GetPromotionStats(id)).orElseThrow();
    }

    private List<String> rejections() {
        return souk.published(CouponRejected.class).stream().map(CouponRejected::reason).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_hold_becomes_a_use_of_the_order_and_is_given_back_when_it_is_cancelled(boolean batch) {
        souk.handle(coded(id, "TEN10", 5, 1));
        var hold = held("TEN10");
        tell(batch, hold, hold);
        assertThat(souk.published(CouponHeld.class)).hasSize(2);
        assertThat(stats().held()).isEqualTo(1);
        tell(batch, submitted(hold));
        assertThat(stats().held()).isZero();
        assertThat(stats().uses()).isEqualTo(1);
        assertThat(souk.published(PromotionApplied.class)).singleElement().satisfies(e -> {
            assertThat(e.orderId()).isEqualTo(hold.orderId());
            assertThat(e.usageCount()).isEqualTo(1);
            assertThat(e.discount()).isEqualTo(100);
        });
        assertThat(souk.ask(basket(customer, "TEN10")).rejected().getFirst().reason()).isEqualTo("PER_CUSTOMER_LIMIT");
        tell(batch, release(hold));
        assertThat(stats().uses()).isEqualTo(1);
        tell(batch, cancelled(hold.orderId()));
        assertThat(stats().uses()).isZero();
        assertThat(stats().givenBack()).isEqualTo(1);
        assertThat(souk.ask(basket(customer, "TEN10")).discount()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_release_gives_back_and_is_answered_again(boolean batch) {
        souk.handle(coded(id, "TEN10", 1, null));
        var first = held("TEN10");
        var second = heldBySomebody("TEN10");
        tell(batch, first, second, release(first), release(first));
        assertThat(rejections()).containsExactly("USED_UP");
        assertThat(souk.published(CouponReleased.class)).hasSize(2).allSatisfy(e ->
                assertThat(e.promotionIds()).containsExactly(id));
        assertThat(stats().held()).isZero();
        tell(batch, second);
        assertThat(rejections()).containsExactly("USED_UP", "USED_UP");
        tell(batch, heldBySomebody("TEN10"));
        assertThat(stats().held()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_hold_that_comes_after_its_release_holds_nothing(boolean batch) {
        souk.handle(coded(id, "TEN10", 1, null));
        var hold = held("TEN10");
        tell(batch, release(hold));
        tell(batch, hold);
        assertThat(souk.published(CouponReleased.class)).singleElement().satisfies(e ->
                assertThat(e.promotionIds()).isEmpty());
        assertThat(rejections()).containsExactly("EXPIRED");
        assertThat(stats().held()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void all_promotions_are_held_or_none(boolean batch) {
        var other = UUID.randomUUID();
        souk.handle(coded(id, "TEN10", 1, null));
        souk.handle(promotion(other, null, 1, null, null, null));
        tell(batch, hold(UUID.randomUUID(), customer, null, other));
        var both = new HoldCoupon(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "TEN10", "hash", 900,
                List.of(new HoldCoupon.Use(id, "TEN10", 5), new HoldCoupon.Use(other, null, 5)));
        tell(batch, both);
        assertThat(rejections()).containsExactly("USED_UP");
        assertThat(stats().held()).isZero();
    }

    @Test
    void a_hold_expires_after_a_quarter_of_an_hour() {
        souk.handle(coded(id, "TEN10", 1, null));
        var hold = held("TEN10");
        souk.deliver(hold);
        souk.clock().advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(souk.sweep("holds")).isZero();
        souk.clock().advance(Duration.ofSeconds(1));
        assertThat(souk.sweep("holds")).isEqualTo(1);
        assertThat(souk.published(CouponReleased.class)).extracting(CouponReleased::reason).containsExactly("EXPIRED");
        assertThat(stats().held()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_end_of_a_forgotten_hold_belongs_to_the_journey_that_made_it(boolean batch) {
        souk.handle(coded(id, "TEN10", 10, null));
        tell(batch, held("TEN10"), heldBySomebody("TEN10"));
        souk.clock().advance(Duration.ofMinutes(15));
        souk.sweep("holds");
        var journeys = souk.read(tx -> tx.sql("""
                        select count(distinct correlation_id) as journeys, count(*) as told
                        from journal where type in ('CouponHeld', 'CouponReleased') group by key""")
                .list(row -> List.of(row.bigint("journeys"), row.bigint("told"))));
        assertThat(journeys).containsExactly(List.of(1L, 2L), List.of(1L, 2L));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_order_whose_hold_has_expired_counts_while_there_is_room_and_never_beyond(boolean batch) {
        souk.handle(coded(id, "TEN10", 1, null));
        var late = held("TEN10");
        souk.deliver(late);
        souk.clock().advance(Duration.ofMinutes(15));
        souk.sweep("holds");
        var next = heldBySomebody("TEN10");
        souk.deliver(next);
        tell(batch, submitted(late), submitted(next));
        assertThat(stats().uses()).isEqualTo(1);
        assertThat(souk.published(PromotionApplied.class)).hasSize(2);
        tell(batch, cancelled(late.orderId()));
        assertThat(stats().uses()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_last_use_ends_the_promotion_and_holds_made_before_are_honoured(boolean batch) {
        souk.handle(promotion(id, "TEN10", 2, null, null, null));
        var first = held("TEN10");
        var second = heldBySomebody("TEN10");
        tell(batch, first, second);
        tell(batch, submitted(first));
        assertThat(souk.published(PromotionExpired.class)).isEmpty();
        tell(batch, submitted(second));
        assertThat(souk.published(PromotionExpired.class)).extracting(PromotionExpired::reason).containsExactly("USAGE_LIMIT");
        tell(batch, heldBySomebody("TEN10"));
        assertThat(rejections()).containsExactly("USED_UP");
        assertThat(souk.ask(basket(null, "TEN10")).rejected().getFirst().reason()).isEqualTo("USED_UP");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_budget_is_never_exceeded_and_ends_the_promotion(boolean batch) {
        souk.handle(promotion(id, null, null, null, 250L, null));
        var holds = IntStream.range(0, 3).mapToObj(_ -> hold(UUID.randomUUID(), UUID.randomUUID(), null, id)).toList();
        tell(batch, holds.toArray(Message[]::new));
        assertThat(rejections()).containsExactly("USED_UP");
        assertThat(souk.ask(basket(null, null)).discount()).isZero();
        var exact = new HoldCoupon(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), customer, null, "hash", 900,
                List.of(new HoldCoupon.Use(id, null, 50)));
        tell(batch, exact);
        tell(batch, submitted(holds.get(0)), submitted(holds.get(1)), submitted(exact));
        assertThat(souk.published(PromotionExpired.class)).extracting(PromotionExpired::reason).containsExactly("BUDGET");
        assertThat(stats().discount()).isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_unlimited_automatic_promotion_is_counted_once_per_order_without_a_hold(boolean batch) {
        souk.handle(tenPercent(id));
        var used = new OrderSubmitted.Promotion(id, null, null, 90);
        var one = submitted(UUID.randomUUID(), customer, List.of(used));
        var two = submitted(UUID.randomUUID(), customer, List.of(used));
        var plain = submitted(UUID.randomUUID(), customer, List.of());
        tell(batch, one, plain, two, one);
        assertThat(souk.published(PromotionApplied.class))
                .extracting(PromotionApplied::orderId)
                .containsExactly(one.orderId(), two.orderId());
        assertThat(stats().uses()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_single_use_code_is_held_once(boolean batch) {
        souk.handle(new CreatePromotion(
                id, "Letters", "PERCENTAGE", 10, null, List.of(), Fixtures.START, null, null, null, false, 0, null,
                null, true));
        souk.handle(new GenerateCouponCodes(UUID.randomUUID(), id, 1, 8, true));
        var code = souk.read(tx -> tx.sql("select code from coupon").one(r -> r.text("code")));
        var first = held(code);
        tell(batch, first, heldBySomebody(code), heldBySomebody("WRONG123"));
        assertThat(rejections()).containsExactly("USED_UP", "UNKNOWN");
        tell(batch, release(first));
        tell(batch, heldBySomebody(code));
        assertThat(souk.published(CouponHeld.class)).hasSize(2);
    }

    @Test
    void two_hundred_checkouts_share_twenty_uses_in_one_batch() {
        souk.handle(coded(id, "TEN10", 20, null));
        souk.deliver(IntStream.range(0, 200).mapToObj(_ -> heldBySomebody("TEN10")).toArray(Message[]::new));
        assertThat(souk.published(CouponHeld.class)).hasSize(20);
        assertThat(souk.published(CouponRejected.class)).hasSize(180);
        assertThat(stats().held()).isEqualTo(20);
    }

    @Test
    void two_hundred_checkouts_at_once_share_twenty_uses() throws Exception {
        souk.handle(coded(id, "TEN10", 20, null));
        atOnce(IntStream.range(0, 200).mapToObj(_ -> heldBySomebody("TEN10")).toList());
        assertThat(souk.published(CouponHeld.class)).hasSize(20);
        assertThat(souk.published(CouponRejected.class)).hasSize(180);
        assertThat(stats().held()).isEqualTo(20);
    }

    @Test
    void parallel_checkouts_of_one_customer_share_one_use() throws Exception {
        souk.handle(coded(id, "TEN10", null, 1));
        atOnce(IntStream.range(0, 40).mapToObj(_ -> held("TEN10")).toList());
        assertThat(souk.published(CouponHeld.class)).hasSize(1);
        assertThat(rejections()).hasSize(39).containsOnly("PER_CUSTOMER_LIMIT");
    }

    private void atOnce(List<HoldCoupon> holds) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Object>>();
            holds.forEach(hold -> work.add(() -> souk.handle(hold)));
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }
}
