package dev.souk.pricing.domain;

import static dev.souk.pricing.domain.Shop.NOW;
import static dev.souk.pricing.domain.Shop.off;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.pricing.CalculatePrice.Destination;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.pricing.Zone;
import dev.souk.contracts.promotion.CalculateDiscount.Applied;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import dev.souk.pricing.domain.PricingRule.Kind;
import dev.souk.pricing.domain.Tariffs.Band;
import dev.souk.pricing.domain.Tariffs.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculationTest {
    private final Shop shop = new Shop("GBP");

    @BeforeEach
    void open() {
        shop.sells("MUG", 1000);
        shop.sells("TRAY", 333);
    }

    private static List<String> kinds(Quote quote) {
        return quote.lines().getFirst().trail().stream().map(Quote.Step::kind).toList();
    }

    @Test
    void equal_inputs_give_an_equal_hash_and_id_whatever_the_time() {
        shop.wants("MUG", 2).taxed("GB", "STANDARD", "0.20", true);
        var first = shop.quote();
        shop.now = NOW.plus(Duration.ofMinutes(5));
        var second = shop.quote();
        assertThat(second.quoteHash()).isEqualTo(first.quoteHash()).hasSize(64);
        assertThat(second.quoteId()).isEqualTo(first.quoteId());
        assertThat(second.validUntil()).isEqualTo(shop.now.plus(Duration.ofMinutes(30)));
        assertThat(first.quoteId().version()).isEqualTo(5);
    }

    @Test
    void another_cart_with_the_same_goods_has_the_same_hash_but_its_own_id() {
        shop.wants("MUG", 2);
        var first = shop.quote();
        shop.cartId = new UUID(8, 8);
        var second = shop.quote();
        assertThat(second.quoteHash()).isEqualTo(first.quoteHash());
        assertThat(second.quoteId()).isNotEqualTo(first.quoteId());
    }

    @Test
    void whatever_changes_the_charge_changes_the_hash() {
        var hashes = new ArrayList<String>();
        hashes.add(shop.wants("MUG", 2).quote().quoteHash());
        hashes.add(shop.wants("TRAY", 1).quote().quoteHash());
        shop.method = "express";
        hashes.add(shop.quote().quoteHash());
        shop.taxed("GB", "STANDARD", "0.20", true);
        hashes.add(shop.quote().quoteHash());
        shop.promotions = Shop.offOrder(1);
        hashes.add(shop.quote().quoteHash());
        shop.sells("MUG", 1001);
        hashes.add(shop.quote().quoteHash());
        shop.destination = null;
        hashes.add(shop.quote().quoteHash());
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"9999,495", "10000,0", "10001,0"})
    void standard_delivery_is_free_from_the_threshold_on(long price, long shipping) {
        shop.sells("X", price);
        assertThat(shop.wants("X", 1).quote().shipping()).isEqualTo(shipping);
    }

    @Test
    void a_discount_can_take_the_cart_below_free_delivery() {
        shop.sells("X", 10_000);
        shop.promotions = Shop.offOrder(1);
        var quote = shop.wants("X", 1).quote();
        assertThat(quote.shipping()).isEqualTo(495);
        assertThat(quote.total()).isEqualTo(9_999 + 495);
    }

    @Test
    void free_delivery_by_promotion_is_not_used_up_where_delivery_is_free_anyway() {
        var free = new Applied(new UUID(9, 3), "Free delivery", "SHIP", "FREE_SHIPPING", true, 0, List.of(), 495);
        shop.promotions = (_, _, _) -> new Discount(0, List.of(free), List.of());
        shop.sells("X", 10_000);
        var quote = shop.wants("X", 1).quote();
        assertThat(quote.promotions()).isEmpty();
        assertThat(quote.rejectedCodes()).containsExactly(new Quote.Rejected("SHIP", "NOT_ELIGIBLE"));
    }

    @Test
    void free_delivery_by_promotion_is_shown_as_a_discount() {
        var free = new Applied(new UUID(9, 3), "Free delivery", "SHIP", "FREE_SHIPPING", true, 0, List.of(), 9_999);
        shop.promotions = (_, _, _) -> new Discount(0, List.of(free), List.of());
        var quote = shop.wants("MUG", 1).quote();
        assertThat(quote.shipping()).isZero();
        assertThat(quote.shippingDiscount()).isEqualTo(495);
        assertThat(quote.promotions()).singleElement().satisfies(p -> assertThat(p.discount()).isEqualTo(495));
    }

    @Test
    void points_pay_for_what_promotions_leave_and_nothing_below_it() {
        shop.sells("X", 3_000);
        shop.sells("Y", 1_000);
        shop.promotions = Shop.offOrder(1_000);
        shop.wants("X", 1).wants("Y", 1);
        var without = shop.quote();
        var most = new ArrayList<Long>();
        shop.points = limit -> {
            most.add(limit);
            return new Quote.Points(50, 500);
        };
        var with = shop.quote();
        assertThat(most).containsExactly(3_000L);
        assertThat(with.points()).isEqualTo(new Quote.Points(50, 500));
        assertThat(with.discount()).isEqualTo(1_500)
                .isEqualTo(with.lines().stream().mapToLong(Quote.Line::discount).sum());
        assertThat(with.total()).isEqualTo(without.total() - 500);
        assertThat(with.quoteHash()).isNotEqualTo(without.quoteHash());
        assertThat(kinds(with)).contains("POINTS");
    }

    @Test
    void points_do_not_take_free_delivery_away() {
        shop.sells("X", 10_000);
        shop.points = _ -> new Quote.Points(100, 1_000);
        var quote = shop.wants("X", 1).quote();
        assertThat(quote.shipping()).isZero();
        assertThat(quote.total()).isEqualTo(9_000);
    }

    @Test
    void the_best_single_of_list_volume_and_member_price_wins() {
        shop.group = "TRADE";
        shop.rule(Kind.VOLUME, "Ten or more", null, null, off(10, "0.10"), off(100, "0.30"))
                .rule(Kind.MEMBER, "Trade", "TRADE", null, off(1, "0.15"))
                .listPrice("Trade list", "TRADE", "MUG", 880, Instant.EPOCH, null);
        assertThat(shop.wants("MUG", 10).quote().lines().getFirst().unitPrice()).isEqualTo(850);
        assertThat(kinds(shop.quote())).containsExactly("BASE", "MEMBER");
        shop.wants("MUG", 90);
        assertThat(shop.quote().lines()).allSatisfy(line -> assertThat(line.unitPrice()).isEqualTo(700));
    }

    @Test
    void rules_for_a_group_or_channel_hold_for_nobody_else() {
        shop.rule(Kind.MEMBER, "Trade", "TRADE", null, off(1, "0.15"))
                .rule(Kind.CHANNEL, "Desk", null, "BACK_OFFICE", off(1, "0.05"))
                .wants("MUG", 1);
        assertThat(shop.quote().subtotal()).isEqualTo(1000);
        shop.channel = "BACK_OFFICE";
        assertThat(shop.quote().subtotal()).isEqualTo(950);
        shop.group = "TRADE";
        assertThat(shop.quote().subtotal()).isEqualTo(850);
    }

    @Test
    void a_price_list_holds_between_its_dates() {
        shop.listPrice("January", null, "MUG", 900, NOW, NOW.plusSeconds(60))
                .listPrice("January", null, "MUG", 800, NOW.plusSeconds(30), null)
                .wants("MUG", 1);
        shop.now = NOW.minusNanos(1);
        assertThat(shop.quote().subtotal()).isEqualTo(1000);
        shop.now = NOW;
        assertThat(shop.quote().subtotal()).isEqualTo(900);
        shop.now = NOW.plusSeconds(30);
        assertThat(shop.quote().subtotal()).isEqualTo(800);
    }

    @Test
    void negotiated_prices_replace_list_prices_and_take_part_in_no_promotion() {
        shop.rule(Kind.VOLUME, "Half", null, null, off(1, "0.50"));
        shop.promotions = (lines, subtotal, _) -> {
            assertThat(lines).hasSize(1);
            assertThat(subtotal).isEqualTo(167);
            return Shop.discount(new Applied(
                    new UUID(9, 1), "Sale", null, "FIXED_AMOUNT", false, 100, List.of(), 0));
        };
        var quote = shop.wants("MUG", 3, 777L).wants("TRAY", 1).quote();
        assertThat(quote.lines().get(0).gross()).isEqualTo(2331);
        assertThat(quote.lines().get(0).discount()).isZero();
        assertThat(kinds(quote)).containsExactly("NEGOTIATED");
        assertThat(quote.lines().get(1).discount()).isEqualTo(100);
    }

    @Test
    void the_narrowest_zone_and_the_latest_rate_in_force_tax_a_line() {
        shop.destination = new Destination("us", "ca", "94 105");
        shop.method = "collect";
        shop.taxed(new Zone("US", null, null), "STANDARD", "0.01", false, Instant.EPOCH)
                .taxed(new Zone("US", "CA", null), "STANDARD", "0.0725", false, Instant.EPOCH)
                .taxed(new Zone("US", "CA", "941"), "STANDARD", "0.08625", false, Instant.EPOCH)
                .taxed(new Zone("US", "CA", "941"), "STANDARD", "0.10", false, NOW.plusSeconds(1))
                .wants("MUG", 10);
        assertThat(shop.quote().tax()).isEqualTo(863);
        assertThat(shop.quote().taxes()).extracting(Quote.Tax::zone).containsExactly("US-CA 941*");
        shop.now = NOW.plusSeconds(1);
        assertThat(shop.quote().tax()).isEqualTo(1000);
        shop.destination = new Destination("US", "CA", "90001");
        assertThat(shop.quote().tax()).isEqualTo(725);
        shop.destination = new Destination("FR", null, null);
        assertThat(shop.quote().tax()).isZero();
    }

    @Test
    void without_a_destination_the_tax_is_an_estimate_of_home() {
        shop.destination = null;
        var quote = shop.taxed("GB", "STANDARD", "0.20", true).wants("MUG", 1).quote();
        assertThat(quote.lines().getFirst().tax()).isEqualTo(167);
        assertThat(quote.complete()).isFalse();
    }

    @Test
    void what_cannot_be_sold_is_a_problem_of_its_line() {
        var gone = shop.sells("GONE", 5);
        shop.put(new Article(
                gone.productId(), "GONE", 5, "GBP", null, 0, "DISCONTINUED", 2, 2, gone.variants()));
        var dear = shop.sells("DEAR", 5);
        shop.put(new Article(dear.productId(), "DEAR", 5, "USD", null, 0, Article.ON_SALE, 2, 2, dear.variants()));
        var quote = shop.wants("MUG", 1).wants("NOWHERE", 1).wants("GONE", 1).wants("DEAR", 1).quote();
        assertThat(quote.problems())
                .extracting(Quote.Problem::code)
                .containsExactly("UNKNOWN_PRODUCT", "NOT_FOR_SALE", "CURRENCY_MISMATCH");
        assertThat(quote.complete()).isFalse();
    }

    @Test
    void a_shipping_method_may_be_unknown_or_not_reach_the_place_or_the_weight() {
        shop.sells("ROCK", 100, null, 3_000);
        shop.tariff(new Tariff(
                "van", "Van", new Zone("GB", null, null), "GBP",
                List.of(new Band(1_000, 300), new Band(5_000, 700)), null, null));
        shop.method = "van";
        assertThat(shop.wants("ROCK", 1).quote().shipping()).isEqualTo(700);
        shop.destination = new Destination("FR", null, null);
        assertThat(shop.quote().problems()).extracting(Quote.Problem::code).containsExactly("NO_DELIVERY");
        shop.destination = new Destination("GB", null, null);
        shop.wants("ROCK", 1);
        assertThat(shop.quote().problems()).extracting(Quote.Problem::code).containsExactly("NO_DELIVERY");
        shop.method = "drone";
        assertThat(shop.quote().problems())
                .extracting(Quote.Problem::code)
                .containsExactly("UNKNOWN_SHIPPING_METHOD");
    }
}
