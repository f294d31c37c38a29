package dev.souk.promotion.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.contracts.promotion.CalculateDiscount.Applied;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import dev.souk.contracts.promotion.CalculateDiscount.Line;
import dev.souk.contracts.promotion.CalculateDiscount.LineDiscount;
import dev.souk.promotion.domain.BestDiscount.Candidate;
import dev.souk.promotion.domain.Promotion.Limits;
import dev.souk.promotion.domain.Promotion.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BestDiscountTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Rules ALL = new Rules(null, Set.of(), Set.of(), Set.of(), 0, 0);
    private static final Limits NONE = new Limits(null, null, null);

    private static Promotion promotion(String name, Promotion.Type type, long value, boolean stackable, Rules rules) {
        return promotion(name, type, value, stackable, rules, NONE, null);
    }

    private static Promotion promotion(
            String name, Promotion.Type type, long value, boolean stackable, Rules rules, Limits limits, @Nullable String code) {
        return new Promotion(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), name, type, value, "GBP",
                code, code != null, rules, limits, stackable, 0, Instant.EPOCH, null);
    }

    private static Rules products(String... skus) {
        return new Rules(null, Set.of(skus), Set.of(), Set.of(), 0, 0);
    }

    private static Rules quantity(int buy, int get) {
        return new Rules(null, Set.of(), Set.of(), Set.of(), buy, get);
    }

    private static Line line(String sku, int quantity, long price) {
        return new Line(UUID.randomUUID(), UUID.randomUUID(), sku, quantity, price);
    }

    private static Discount best(List<Line> lines, long shipping, Promotion... promotions) {
        var subtotal = lines.stream().mapToLong(l -> l.quantity() * l.unitPrice()).sum();
        var query = new CalculateDiscount(null, null, subtotal, "GBP", null, null, "WEB", lines, shipping);
        return new BestDiscount(query, NOW).of(Arrays.stream(promotions)
                .map(p -> new Candidate(p, Usage.NONE, p.code(), 0))
                .toList());
    }

    private static List<String> names(Discount discount) {
        return discount.appliedPromotions().stream().map(Applied::name).toList();
    }

    @Test
    void the_best_single_promotion_wins() {
        var discount = best(
                List.of(line("A", 1, 10_000)), 495,
                promotion("Ten", Promotion.Type.PERCENTAGE, 10, false, ALL),
                promotion("Twelve", Promotion.Type.FIXED_AMOUNT, 1_200, false, ALL),
                promotion("Post", Promotion.Type.FREE_SHIPPING, 0, false, ALL));
        assertThat(names(discount)).containsExactly("Twelve");
        assertThat(discount.discount()).isEqualTo(1_200);
    }

    @Test
    void stackable_promotions_together_beat_a_better_single_one_only_when_they_give_more() {
        var ten = promotion("Ten", Promotion.Type.PERCENTAGE, 10, true, ALL);
        var five = promotion("Five", Promotion.Type.FIXED_AMOUNT, 500, true, ALL);
        var post = promotion("Post", Promotion.Type.FREE_SHIPPING, 0, true, ALL);
        var sixteen = promotion("Sixteen", Promotion.Type.PERCENTAGE, 16, false, ALL);
        var lines = List.of(line("A", 1, 10_000));
        assertThat(names(best(lines, 495, ten, five, post, sixteen))).containsExactlyInAnyOrder("Ten", "Five", "Post");
        assertThat(names(best(lines, 0, ten, five, sixteen))).containsExactly("Sixteen");
    }

    @Test
    void a_code_that_is_beaten_is_reported_and_not_used() {
        var coded = promotion("Code", Promotion.Type.PERCENTAGE, 5, false, ALL, NONE, "FIVE");
        var discount = best(
                List.of(line("A", 1, 1_000)), 0, promotion("Ten", Promotion.Type.PERCENTAGE, 10, false, ALL), coded);
        assertThat(names(discount)).containsExactly("Ten");
        assertThat(discount.rejected()).containsExactly(new CalculateDiscount.Rejected("FIVE", "NOT_ELIGIBLE"));
    }

    @Test
    void of_equal_discounts_the_one_that_uses_up_nothing_wins() {
        var coded = promotion("Code", Promotion.Type.PERCENTAGE, 10, false, ALL, NONE, "TEN");
        var discount = best(
                List.of(line("A", 1, 1_000)), 0, coded, promotion("Ten", Promotion.Type.PERCENTAGE, 10, false, ALL));
        assertThat(names(discount)).containsExactly("Ten");
    }

    @Test
    void product_rules_discount_their_lines_only() {
        var a = line("A", 3, 333);
        var b = line("B", 1, 1_000);
        var discount = best(List.of(a, b), 0, promotion("A half", Promotion.Type.PERCENTAGE, 50, false, products("A")));
        assertThat(discount.appliedPromotions().getFirst().lineDiscounts())
                .containsExactly(new LineDiscount(a.lineId(), 500));
        var byId = best(
                List.of(a, b), 0,
                promotion("B off", Promotion.Type.FIXED_AMOUNT, 5_000, false, products(b.productId().toString())));
        assertThat(byId.discount()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"2,0", "3,100", "4,100", "5,100", "6,200", "7,200"})
    void buy_two_get_one_reduces_the_cheapest_of_every_three(int units, long discount) {
        var promotion = promotion("3 for 2", Promotion.Type.BUY_X_GET_Y, 100, false, quantity(2, 1));
        assertThat(best(List.of(line("A", units, 100)), 0, promotion).discount()).isEqualTo(discount);
    }

    @Test
    void the_cheapest_units_are_got_for_less() {
        var discount = best(
                List.of(line("DEAR", 2, 900), line("CHEAP", 1, 101)), 0,
                promotion("Third half price", Promotion.Type.BUY_X_GET_Y, 50, false, quantity(2, 1)));
        assertThat(discount.discount()).isEqualTo(51);
    }

    @Test
    void reasons_say_why_a_code_does_not_apply() {
        var lines = List.of(line("A", 1, 1_000));
        var spend = new Rules(1_001L, Set.of(), Set.of(), Set.of(), 0, 0);
        var group = new Rules(null, Set.of(), Set.of("TRADE"), Set.of(), 0, 0);
        assertThat(reason(lines, spend, Usage.NONE, NONE, 0)).isEqualTo("MIN_SPEND");
        assertThat(reason(lines, group, Usage.NONE, NONE, 0)).isEqualTo("NOT_ELIGIBLE");
        assertThat(reason(lines, products("B"), Usage.NONE, NONE, 0)).isEqualTo("NOT_ELIGIBLE");
        var five = new Limits(5, 1, null);
        assertThat(reason(lines, ALL, new Usage(3, 2, 0, 0, 1), five, 0)).isEqualTo("USED_UP");
        assertThat(reason(lines, ALL, new Usage(3, 1, 0, 0, 1), five, 1)).isEqualTo("PER_CUSTOMER_LIMIT");
        assertThat(reason(lines, ALL, new Usage(0, 0, 950, 0, 1), new Limits(null, null, 1_000L), 0))
                .isEqualTo("USED_UP");
    }

    private static String reason(List<Line> lines, Rules rules, Usage usage, Limits limits, long byCustomer) {
        var promotion = promotion("Code", Promotion.Type.PERCENTAGE, 10, false, rules, limits, "CODE");
        var query = new CalculateDiscount(null, null, 1_000, "GBP", "CODE", null, "WEB", lines, 0);
        var discount = new BestDiscount(query, NOW).of(List.of(new Candidate(promotion, usage, "CODE", byCustomer)));
        return discount.rejected().getFirst().reason();
    }

    @Test
    void no_combination_takes_more_than_there_is() {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var lines = new ArrayList<Line>();
            for (int k = 0; k <= random.nextInt(5); k++) {
                lines.add(line("S" + k, 1 + random.nextInt(6), random.nextLong(3_000)));
            }
            var promotions = new ArrayList<Promotion>();
            for (int k = 0; k <= random.nextInt(5); k++) {
                promotions.add(anyPromotion(random, k));
            }
            var shipping = random.nextLong(1_000);
            var discount = best(lines, shipping, promotions.toArray(Promotion[]::new));
            var gross = lines.stream().mapToLong(l -> l.quantity() * l.unitPrice()).sum();
            assertThat(discount.discount()).isBetween(0L, gross);
            var offShipping = discount.appliedPromotions().stream().mapToLong(Applied::shippingDiscount).sum();
            assertThat(offShipping).isBetween(0L, shipping);
            for (var line : lines) {
                var off = discount.appliedPromotions().stream()
                        .flatMap(a -> a.lineDiscounts().stream())
                        .filter(d -> d.lineId().equals(line.lineId()))
                        .mapToLong(LineDiscount::discount)
                        .sum();
                assertThat(off).isBetween(0L, line.quantity() * line.unitPrice());
            }
        }
    }

    private static Promotion anyPromotion(Random random, int number) {
        var type = List.copyOf(EnumSet.allOf(Promotion.Type.class)).get(random.nextInt(4));
        var rules = type == Promotion.Type.BUY_X_GET_Y
                ? quantity(1 + random.nextInt(3), 1 + random.nextInt(3))
                : random.nextBoolean() ? ALL : products("S0", "S2");
        var value = type == Promotion.Type.FIXED_AMOUNT ? 1 + random.nextLong(5_000) : 1 + random.nextLong(90);
        return promotion("P" + number, type, value, random.nextBoolean(), rules);
    }
}
