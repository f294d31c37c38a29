package dev.souk.promotion;

import static dev.souk.promotion.Fixtures.START;
import static dev.souk.promotion.Fixtures.basket;
import static dev.souk.promotion.Fixtures.coded;
import static dev.souk.promotion.Fixtures.promotion;
import static dev.souk.promotion.Fixtures.tenPercent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.promotion.ActivatePromotion;
import dev.souk.contracts.promotion.CancelPromotion;
import dev.souk.contracts.promotion.CouponCodesGenerated;
import dev.souk.contracts.promotion.CreatePromotion;
import dev.souk.contracts.promotion.CreatePromotion.Rule;
import dev.souk.contracts.promotion.GenerateCouponCodes;
import dev.souk.contracts.promotion.GetPromotion;
import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionCancelled;
import dev.souk.contracts.promotion.PromotionCreated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import dev.souk.promotion.http.BasketRequest;
import dev.souk.promotion.http.CodesRequest;
import dev.souk.promotion.http.CouponAnswer;
import dev.souk.promotion.http.CouponRequest;
import dev.souk.promotion.http.PromotionRequest;
import java.time.Duration;
import java.util.List;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignsTest {
    private static final Caller MARKETING = TestPlatform.staff(Role.MARKETING);

    private final UUID id = UUID.randomUUID();
    private final TestPlatform souk = TestPlatform.of(new PromotionContext());

    @AfterEach
    void stop() {
        souk.close();
    }

    private String refused(Command<?> command) {
        return souk.handle(command) instanceof Outcome.Refused<?>(var reason) ? reason.code() : "not refused";
    }

    private long discount() {
        return souk.ask(basket(null, null)).discount();
    }

    private String reason(String code) {
        return souk.ask(basket(UUID.randomUUID(), code)).rejected().getFirst().reason();
    }

    @Test
    void a_promotion_whose_beginning_has_passed_is_active_at_once() {
        assertThat(discount()).isZero();
        assertThat(souk.handle(tenPercent(id))).isEqualTo(Outcome.done(2L));
        assertThat(souk.handle(tenPercent(id))).isEqualTo(Outcome.done(2L));
        assertThat(souk.published(PromotionCreated.class)).hasSize(1);
        assertThat(souk.published(PromotionActivated.class)).hasSize(1);
        assertThat(discount()).isEqualTo(100);
        assertThat(refused(coded(id, "OTHER", null, null))).isEqualTo("PROMOTION_EXISTS");
    }

    @Test
    void a_promotion_begins_and_ends_on_time() {
        var now = souk.clock().instant();
        souk.handle(Fixtures.from(id, now.plusSeconds(60), now.plusSeconds(120)));
        assertThat(souk.sweep("timetable")).isZero();
        assertThat(discount()).isZero();
        souk.clock().advance(Duration.ofSeconds(60));
        assertThat(souk.sweep("timetable")).isEqualTo(1);
        assertThat(discount()).isEqualTo(100);
        souk.clock().advance(Duration.ofSeconds(60));
        assertThat(discount()).isZero();
        assertThat(souk.sweep("timetable")).isEqualTo(1);
        assertThat(souk.sweep("timetable")).isZero();
        assertThat(souk.published(PromotionExpired.class)).extracting(PromotionExpired::reason).containsExactly("END_DATE");
    }

    @Test
    void a_promotion_that_was_missed_altogether_ends_without_having_begun() {
        var now = souk.clock().instant();
        souk.handle(Fixtures.from(id, now.plusSeconds(60), now.plusSeconds(120)));
        souk.clock().advance(Duration.ofHours(1));
        souk.sweep("timetable");
        assertThat(souk.published(PromotionActivated.class)).isEmpty();
        assertThat(souk.published(PromotionExpired.class)).hasSize(1);
    }

    @Test
    void a_planned_promotion_can_be_begun_and_called_off() {
        souk.handle(Fixtures.from(id, souk.clock().instant().plusSeconds(3600), null));
        assertThat(refused(new ActivatePromotion(id, 7L))).isEqualTo("STALE_VERSION");
        assertThat(souk.handle(new ActivatePromotion(id, 1L))).isEqualTo(Outcome.done(2L));
        assertThat(discount()).isEqualTo(100);
        assertThat(souk.handle(new CancelPromotion(id, "mistake", 2L))).isEqualTo(Outcome.done(4L));
        assertThat(discount()).isZero();
        assertThat(souk.published(PromotionCancelled.class)).hasSize(1);
        assertThat(souk.published(PromotionExpired.class)).extracting(PromotionExpired::reason).containsExactly("CANCELLED");
        assertThat(refused(new ActivatePromotion(id, null))).isEqualTo("PROMOTION_ENDED");
    }

    @Test
    void codes_are_found_whatever_their_case_and_say_why_they_do_not_apply() {
        souk.handle(coded(id, "spring10", null, null));
        assertThat(discount()).isZero();
        assertThat(souk.ask(basket(null, " Spring10 ")).discount()).isEqualTo(100);
        assertThat(reason("NOBODY")).isEqualTo("UNKNOWN");
        assertThat(refused(coded(UUID.randomUUID(), "SPRING10", null, null))).isEqualTo("CODE_TAKEN");
        souk.handle(new CancelPromotion(id, "over", null));
        assertThat(reason("SPRING10")).isEqualTo("EXPIRED");
        var planned = UUID.randomUUID();
        souk.handle(new CreatePromotion(
                planned, "Later", "PERCENTAGE", 10, null, List.of(), souk.clock().instant().plusSeconds(60), null, null,
                null, false, 0, null, "LATER", false));
        assertThat(reason("LATER")).isEqualTo("UNKNOWN");
    }

    @Test
    void generated_codes_lead_to_their_promotion() {
        souk.handle(new CreatePromotion(
                id, "Letters", "PERCENTAGE", 10, null, List.of(), START, null, null, null, false, 0, null, null, true));
        var batch = UUID.randomUUID();
        var command = new GenerateCouponCodes(batch, id, 12_000, 10, true);
        assertThat(souk.handle(command)).isEqualTo(Outcome.done(batch));
        assertThat(souk.handle(command)).isEqualTo(Outcome.done(batch));
        assertThat(souk.published(CouponCodesGenerated.class)).hasSize(1);
        var page = souk.call(MARKETING, "GET", "/promotions/" + id + "/codes?batchId=" + batch + "&limit=1000", null)
                .body(CodesRequest.Page.class);
        assertThat(page.codes()).hasSize(1_000).allSatisfy(c -> assertThat(c.code()).matches("[2-9A-HJKMNP-Z]{10}"));
        var code = page.codes().getFirst().code();
        assertThat(souk.ask(basket(null, code)).appliedPromotions()).singleElement().satisfies(a -> {
            assertThat(a.code()).isEqualTo(code);
            assertThat(a.needsHold()).isTrue();
        });
        souk.handle(tenPercent(new UUID(5, 5)));
        assertThat(refused(new GenerateCouponCodes(UUID.randomUUID(), new UUID(5, 5), 1, 8, true)))
                .isEqualTo("PROMOTION_IS_AUTOMATIC");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_discontinued_product_flags_the_promotions_that_name_it(boolean batch) {
        souk.handle(Fixtures.from(id, START, null, new Rule("PRODUCTS", null, List.of("MUG", "CUP"), null, null)));
        var event = new ProductDiscontinued(UUID.randomUUID(), "CUP", "RECALL", null, START);
        if (batch) {
            souk.deliver(event);
        } else {
            souk.deliverOneByOne(event);
        }
        assertThat(souk.ask(new GetPromotion(id)).orElseThrow().pointsAtDiscontinued()).isTrue();
    }

    @Test
    void terms_that_make_no_sense_are_refused() {
        assertThat(refused(type("BUNDLE", 1))).isEqualTo("TYPE_NOT_AVAILABLE");
        assertThat(refused(type("NONSENSE", 1))).isEqualTo("INVALID_TYPE");
        assertThat(refused(type("PERCENTAGE", 91))).isEqualTo("INVALID_VALUE");
        assertThat(refused(type("FIXED_AMOUNT", 100))).isEqualTo("INVALID_CURRENCY");
        assertThat(refused(type("BUY_X_GET_Y", 100))).isEqualTo("INVALID_RULES");
        assertThat(refused(Fixtures.from(id, START, START))).isEqualTo("INVALID_ENDS_AT");
        assertThat(refused(Fixtures.from(id, START, START.plusSeconds(1)))).isEqualTo("INVALID_ENDS_AT");
        assertThat(refused(coded(id, "ab", null, null))).isEqualTo("INVALID_CODE");
        assertThat(refused(promotion(id, null, 0, null, null, null))).isEqualTo("INVALID_USAGE_LIMIT_TOTAL");
        assertThat(refused(promotion(id, null, null, null, -5L, null))).isEqualTo("INVALID_BUDGET");
        assertThat(refused(Fixtures.from(id, START, null, new Rule("MIN_SPEND", null, List.of(), null, null))))
                .isEqualTo("INVALID_RULES");
    }

    private CreatePromotion type(String type, long value) {
        return new CreatePromotion(
                id, "X", type, value, null, List.of(), START, null, null, null, false, 0, null, null, false);
    }

    private static PromotionRequest request(@Nullable String name, @Nullable Long value) {
        return new PromotionRequest(
                null, name, "PERCENTAGE", value, null, null, null, null, null, null, null, null, null, "TRYME", null);
    }

    @Test
    void campaigns_and_codes_over_http() {
        var created = souk.call(MARKETING, "POST", "/promotions", request("Try me", 20L));
        assertThat(created.status()).isEqualTo(201);
        var promotion = created.body(GetPromotion.Promotion.class);
        assertThat(promotion.status()).isEqualTo("ACTIVE");
        assertThat(souk.call(MARKETING, "POST", "/promotions", request(null, 20L)).code()).isEqualTo("MISSING_FIELD");
        assertThat(souk.call(Caller.GUEST, "POST", "/promotions", request("No", 20L)).code()).isEqualTo("FORBIDDEN");
        var coupon = new CouponRequest("tryme", UUID.randomUUID(), null, 5_000L, "GBP", null, null);
        assertThat(souk.call(Caller.GUEST, "POST", "/coupons/validate", coupon).body(CouponAnswer.class))
                .isEqualTo(new CouponAnswer(true, null, 1_000));
        var wrong = new CouponRequest("TRYYOU", null, null, 5_000L, "GBP", null, null);
        assertThat(souk.call(Caller.GUEST, "POST", "/coupons/validate", wrong).body(CouponAnswer.class).reason())
                .isEqualTo("UNKNOWN");
        var none = new BasketRequest(null, null, null, null, -1L, "GBP", null, null, null);
        assertThat(souk.call(MARKETING, "POST", "/discounts/calculate", none).code()).isEqualTo("INVALID_SUBTOTAL");
        assertThat(souk.call(MARKETING, "GET", "/promotions/" + UUID.randomUUID(), null).code())
                .isEqualTo("UNKNOWN_PROMOTION");
        assertThat(souk.call(Caller.GUEST, "GET", "/promotions/active", null).status()).isEqualTo(200);
    }

    @Test
    void a_code_for_a_level_applies_to_who_has_it() {
        var rule = new PromotionRequest.Rule("CUSTOMER_GROUP", null, List.of("SILVER"), null, null);
        var promotion = new PromotionRequest(
                null, "Silver", "PERCENTAGE", 20L, null, List.of(rule), null, null, null, null, null, null, null, "SILVER20", null);
        assertThat(souk.call(MARKETING, "POST", "/promotions", promotion).status()).isEqualTo(201);
        var ada = UUID.randomUUID();
        var coupon = new CouponRequest("SILVER20", UUID.randomUUID(), null, 5_000L, "GBP", null, null);
        assertThat(souk.call(TestPlatform.customer(ada), "POST", "/coupons/validate", coupon).body(CouponAnswer.class).valid())
                .isFalse();
        var since = Instant.parse("2026-01-05T10:00:00Z");
        souk.deliver(new CustomerMembershipUpgraded(ada, "STANDARD", "SILVER", 60_000, "GBP", since, "UP"));
        souk.deliver(new CustomerMembershipUpgraded(ada, "SILVER", "STANDARD", 0, "GBP", since.minusSeconds(60), "DOWN"));
        assertThat(souk.call(TestPlatform.customer(ada), "POST", "/coupons/validate", coupon).body(CouponAnswer.class).valid())
                .isTrue();
    }
}
