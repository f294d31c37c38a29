package dev.souk.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.promotion.CalculateDiscount.Applied;
import dev.souk.contracts.promotion.CalculateDiscount.LineDiscount;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingTest {
    private static final String[] RATES = {"0", "0.05", "0.077", "0.10", "0.19", "0.20", "0.255", "0.333333", "1"};

    @ParameterizedTest
    @ValueSource(strings = {"GBP", "EUR", "USD", "JPY", "KWD"})
    void every_quote_adds_up_to_the_unit(String currency) {
        var random = new Random(currency.hashCode());
        for (int i = 0; i < 2_000; i++) {
            holds(anyQuote(random, currency));
        }
    }

    private static Quote anyQuote(Random random, String currency) {
        var shop = new Shop(currency);
        var goods = 1 + random.nextInt(6);
        for (int i = 0; i < goods; i++) {
            shop.sells("S" + i, random.nextLong(20_000), random.nextBoolean() ? "REDUCED" : null, random.nextInt(900));
            shop.wants("S" + i, 1 + random.nextInt(7), random.nextInt(5) == 0 ? random.nextLong(9_000) : null);
        }
        shop.taxed("GB", "STANDARD", RATES[random.nextInt(RATES.length)], random.nextBoolean());
        if (random.nextBoolean()) {
            shop.taxed("GB", "REDUCED", RATES[random.nextInt(RATES.length)], random.nextBoolean());
        }
        if (random.nextBoolean()) {
            shop.taxed("GB", "SHIPPING", RATES[random.nextInt(RATES.length)], random.nextBoolean());
        }
        shop.promotions = (lines, subtotal, shipping) -> lines.isEmpty()
                ? Shop.discount()
                : Shop.discount(
                        new Applied(
                                new UUID(9, 1), "Order", null, "FIXED_AMOUNT", false,
                                random.nextLong(subtotal + 1), List.of(), random.nextLong(shipping + 1)),
                        new Applied(
                                new UUID(9, 2), "Line", "CODE", "PERCENTAGE", true, 0,
                                List.of(new LineDiscount(lines.getFirst().lineId(), random.nextLong(5_000))),
                                random.nextLong(1_000)));
        return shop.quote();
    }

    private static void holds(Quote q) {
        assertThat(q.problems()).isEmpty();
        assertThat(q.subtotal()).isEqualTo(q.lines().stream().mapToLong(Quote.Line::gross).sum());
        assertThat(q.discount()).isEqualTo(q.lines().stream().mapToLong(Quote.Line::discount).sum());
        assertThat(q.total())
                .isEqualTo(q.lines().stream().mapToLong(Quote.Line::net).sum() + q.shippingNet() + q.tax())
                .isEqualTo(q.subtotal() - q.discount() + q.shipping() + q.tax() - q.taxIncluded());
        assertThat(q.tax()).isEqualTo(q.taxes().stream().mapToLong(Quote.Tax::amount).sum());
        assertThat(q.taxIncluded()).isEqualTo(
                q.taxes().stream().filter(Quote.Tax::included).mapToLong(Quote.Tax::amount).sum());
        assertThat(q.total()).isNotNegative();
        assertThat(q.discount()).isBetween(0L, q.subtotal());
        assertThat(q.shipping()).isNotNegative();
        var promoted = q.promotions().stream().mapToLong(Quote.Promotion::discount).sum();
        assertThat(promoted).isEqualTo(q.discount() + q.shippingDiscount());
        for (var line : q.lines()) {
            assertThat(line.gross()).isEqualTo(line.quantity() * line.unitPrice());
            assertThat(line.discount()).isBetween(0L, line.gross());
            assertThat(line.net()).isNotNegative();
            var traced = line.trail().stream()
                    .filter(s -> s.kind().equals("PROMOTION") || s.kind().equals("COUPON"))
                    .mapToLong(Quote.Step::amount)
                    .sum();
            assertThat(traced).isEqualTo(line.discount());
        }
    }

    @Test
    void spreading_adds_up_and_never_exceeds_a_weight() {
        var random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            var weights = random.longs(1 + random.nextInt(20), 0, 1_000_000_000_000L).toArray();
            var sum = Arrays.stream(weights).sum();
            var amount = random.nextLong(sum + 1);
            var parts = Spread.over(amount, weights);
            assertThat(Arrays.stream(parts).sum()).isEqualTo(sum == 0 ? 0 : amount);
            for (int k = 0; k < parts.length; k++) {
                assertThat(parts[k]).isBetween(0L, weights[k]);
            }
        }
    }

    @Test
    void the_odd_units_go_to_the_largest_remainders() {
        assertThat(Spread.over(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
        assertThat(Spread.over(10, new long[] {333, 333, 334})).containsExactly(3, 3, 4);
        assertThat(Spread.over(0, new long[] {5, 5})).containsExactly(0, 0);
    }

    @ParameterizedTest
    @CsvSource({"0.20,1000,true,167", "0.20,1000,false,200", "0.05,10,false,1", "0.05,9,false,0", "0.10,11,true,1"})
    void tax_rounds_half_up_once(String rate, long amount, boolean inclusive, long tax) {
        var shop = new Shop("GBP");
        shop.taxed("GB", "STANDARD", rate, inclusive).sells("A", amount);
        shop.method = "collect";
        assertThat(shop.wants("A", 1).quote().tax()).isEqualTo(tax);
    }

    @Test
    void defaults_of_shipping_know_the_digits_of_a_currency() {
        assertThat(standardCost("JPY")).isEqualTo(5);
        assertThat(standardCost("KWD")).isEqualTo(4_950);
        assertThat(standardCost("GBP")).isEqualTo(495);
    }

    private static long standardCost(String currency) {
        var shop = new Shop(currency);
        shop.sells("A", 1);
        return shop.wants("A", 1).quote().shipping();
    }

    @Test
    void amounts_beyond_reason_are_a_problem_and_not_an_overflow() {
        var shop = new Shop("GBP");
        shop.sells("A", Long.MAX_VALUE);
        var quote = shop.wants("A", Integer.MAX_VALUE).quote();
        assertThat(quote.problems()).extracting(Quote.Problem::code).containsExactly("AMOUNT_TOO_LARGE");
        assertThat(quote.total()).isEqualTo(495);
    }
}
