package dev.souk.pricing;

import static dev.souk.pricing.Catalogue.THEN;
import static dev.souk.pricing.Catalogue.cart;
import static dev.souk.pricing.Catalogue.created;
import static dev.souk.pricing.Catalogue.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.pricing.GetQuote;
import dev.souk.contracts.pricing.PriceCalculated;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.pricing.RecordQuote;
import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.contracts.promotion.CalculateDiscount.Applied;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
    private final UUID product = UUID.randomUUID();
    private final UUID promotion = UUID.randomUUID();
    private final AtomicInteger asked = new AtomicInteger();
    private final TestPlatform souk = TestPlatform.of(new PricingContext());

    @BeforeEach
    void sell() {
        souk.deliver(created(product, "MUG", 1000));
    }

    @AfterEach
    void stop() {
        souk.close();
    }

    private Quote quote() {
        return souk.ask(cart(line(product, "MUG", 3)));
    }

    private void promotionRuns() {
        souk.answering(CalculateDiscount.class, query -> {
            asked.incrementAndGet();
            return new Discount(
                    100,
                    List.of(new Applied(promotion, "Sale", query.promotionCode(), "FIXED_AMOUNT", false, 100, List.of(), 0)),
                    List.of());
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_quote_is_recorded_once_for_each_checkout(boolean batch) {
        var quote = quote();
        var first = new RecordQuote(quote, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var second = new RecordQuote(quote, UUID.randomUUID(), first.cartId(), UUID.randomUUID());
        if (batch) {
            souk.deliver(first, first, second);
            souk.deliver(second);
        } else {
            souk.deliverOneByOne(first, first, second, second);
        }
        assertThat(souk.published(PriceCalculated.class))
                .extracting(PriceCalculated::orderId)
                .containsExactly(first.orderId(), second.orderId());
        var recorded = souk.ask(new GetQuote(quote.quoteId())).orElseThrow();
        assertThat(recorded.quote()).isEqualTo(quote);
        assertThat(recorded.uses()).extracting(GetQuote.Use::checkoutId)
                .containsExactlyInAnyOrder(first.checkoutId(), second.checkoutId());
    }

    @Test
    void staff_can_read_why_a_price_was_charged_and_shoppers_cannot() {
        var quote = quote();
        souk.deliver(new RecordQuote(quote, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
        var path = "/pricing/quotes/" + quote.quoteId();
        assertThat(souk.call(TestPlatform.staff(Role.SUPPORT), "GET", path, null).body(GetQuote.Recorded.class).quote())
                .isEqualTo(quote);
        assertThat(souk.call(Caller.GUEST, "GET", path, null).code()).isEqualTo("FORBIDDEN");
        assertThat(souk.call(TestPlatform.staff(Role.SUPPORT), "GET", "/pricing/quotes/" + UUID.randomUUID(), null).code())
                .isEqualTo("UNKNOWN_QUOTE");
    }

    @Test
    void promotion_is_asked_only_while_one_is_active_or_a_code_is_given() {
        promotionRuns();
        assertThat(quote().discount()).isZero();
        assertThat(asked).hasValue(0);
        souk.deliver(new PromotionActivated(
                promotion, "Sale", "FIXED_AMOUNT", 100, "GBP", null, false, 0, THEN, null, 2));
        assertThat(quote().discount()).isEqualTo(100);
        souk.deliver(new PromotionExpired(promotion, null, THEN, "END_DATE"));
        assertThat(quote().discount()).isZero();
        assertThat(asked).hasValue(1);
        var coded = souk.ask(cart(null, "TEN", line(product, "MUG", 1)));
        assertThat(coded.promotions()).singleElement().satisfies(p -> assertThat(p.code()).isEqualTo("TEN"));
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_promotion_that_needs_a_code_does_not_make_quotes_ask() {
        promotionRuns();
        souk.deliver(new PromotionActivated(
                promotion, "Sale", "FIXED_AMOUNT", 100, "GBP", "TEN", false, 0, THEN, null, 2));
        quote();
        assertThat(asked).hasValue(0);
    }

    @Test
    void without_promotion_there_are_no_discounts() {
        souk.deliver(new PromotionActivated(
                promotion, "Sale", "FIXED_AMOUNT", 100, "GBP", null, false, 0, THEN, null, 2));
        assertThat(quote().discount()).isZero();
        assertThat(souk.ask(cart(null, "TEN", line(product, "MUG", 1))).discount()).isZero();
    }
}
