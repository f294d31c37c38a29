package dev.souk.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Buying through the pages, and every way in which it does not work out.
@ExtendWith({SoukRuns.class, Chromium.class})
class ShoppingTest {
    private static final String ORDER = "/orders/[0-9a-f-]{36}\\?confirmation=ORD-";
    private static final String ENDED = "/checkout/[0-9a-f-]{36}";

    private final RunningSouk souk;
    private final Given given;
    private final Browser browser;

    ShoppingTest(RunningSouk souk, Browser browser) {
        this.souk = souk;
        this.given = souk.given();
        this.browser = browser;
    }

    @Test
    void a_guest_buys_and_finds_the_order_again() {
        var mug = given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser)) {
            ada.puts(mug).saysWhereTo().entersCard(Shopper.GOOD).buys().reaches(ORDER);

            assertThat(ada.headline()).isEqualTo("Thank you!");
            assertThat(ada.page().locator("aside .total").last().innerText()).isEqualTo("£17.45");
            assertThat(given.stockOf(mug)).isEqualTo(9);
            assertThat(ada.complaints()).isEmpty();
            var order = ada.page().url().replaceAll("^https?://[^/]+", "");
            assertThat(ada.inTheCart()).isZero();
            assertThat(ada.opens(order).page().locator("address").innerText()).contains("Ada Shopper", "1 Test Street");
        }
    }

    @Test
    void a_browser_without_scripts_buys_too() {
        var mug = given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = ada.opens("/p/" + mug.id()).page();
            page.locator(".buy .button").click();
            page.locator("main .lines > li").waitFor();
            ada.opens("/checkout");
            page.locator("#f-email").fill("ada@shop.example");
            page.locator("#f-recipientName").fill("Ada Shopper");
            page.locator("#f-line1").fill("1 Test Street");
            page.locator("#f-postalCode").fill("N1 9GU");
            page.locator("#f-city").fill("London");
            page.locator("input[value=standard]").check();
            ada.buys().reaches("/form\\?");
            page.locator("#number").fill(Shopper.GOOD);
            page.locator("#expiry").fill("12/34");
            page.locator("#cvc").fill("123");
            page.locator("button").click();
            ada.reaches("/checkout/return").buys().reaches(ORDER);

            assertThat(ada.headline()).isEqualTo("Thank you!");
        }
    }

    @Test
    void a_declined_card_costs_nothing_and_another_one_works() {
        var mug = given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser)) {
            ada.puts(mug).saysWhereTo().entersCard(Shopper.DECLINED).buys().reaches(ENDED);
            ada.page().locator("h1:has-text('declined')").waitFor();
            assertThat(given.stockOf(mug)).isEqualTo(10);

            ada.page().locator("main .button").first().click();
            ada.reaches("/checkout$").entersCard(Shopper.GOOD).buys().reaches(ORDER);
            assertThat(ada.headline()).isEqualTo("Thank you!");
        }
    }

    @Test
    void a_bank_that_asks_is_answered_on_its_own_page() {
        var mug = given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser)) {
            ada.puts(mug).saysWhereTo().entersCard(Shopper.ASKS_THE_BANK).buys().reaches("/actions/act_");
            assertThat(ada.page().locator("dd").first().innerText()).isEqualTo("£17.45");
            ada.page().locator("button[value=yes]").click();
            ada.reaches(ORDER);
            assertThat(ada.headline()).isEqualTo("Thank you!");
        }
    }

    @Test
    void a_bank_that_is_told_no_leaves_the_cart_alone() {
        var mug = given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser)) {
            ada.puts(mug).saysWhereTo().entersCard(Shopper.ASKS_THE_BANK).buys().reaches("/actions/act_");
            ada.page().locator("button[value=no]").click();
            ada.reaches(ENDED);
            ada.page().locator("h1:has-text('did not go through')").waitFor();
            assertThat(ada.inTheCart()).isEqualTo(1);
        }
    }

    @Test
    void what_sells_out_on_the_way_is_named_and_stays_in_the_cart() {
        var mug = given.aProduct(1_250, 1);
        try (var ada = Shopper.in(souk, browser)) {
            ada.puts(mug).saysWhereTo().entersCard(Shopper.GOOD);
            given.adjust(mug, -1);
            ada.buys().reaches(ENDED);
            ada.page().locator("h1:has-text('faster')").waitFor();

            assertThat(ada.page().locator("main .lines .badge").innerText()).isEqualTo("Sold out");
            assertThat(ada.inTheCart()).isEqualTo(1);
        }
    }

    @Test
    void a_price_that_changed_is_agreed_to_again() {
        var mug = given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser)) {
            ada.puts(mug).saysWhereTo().entersCard(Shopper.GOOD);
            given.staff().put("/products/" + mug.id() + "/price", Map.of("price", 1_300, "currency", "GBP", "expectedVersion", 1))
                    .expect(200);
            Await.until("the new price is known", () -> given.staff().post("/pricing/calculate", Map.of(
                    "currency", "GBP", "lines", List.of(Map.of("productId", mug.id(), "sku", mug.sku(), "quantity", 1)))),
                    quote -> quote.number("subtotal") == 1_300);
            ada.buys();
            ada.page().locator("[role=alert]:has-text('price has changed')").waitFor();
            assertThat(ada.page().locator("aside .total").last().innerText()).isEqualTo("£17.95");

            ada.buys().reaches(ORDER);
            assertThat(ada.headline()).isEqualTo("Thank you!");
        }
    }

    @Test
    void a_form_with_gaps_says_which() {
        var mug = given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = ada.opens("/p/" + mug.id()).page();
            page.locator(".buy .button").click();
            page.locator("main .lines > li").waitFor();
            ada.opens("/checkout").buys();

            page.locator("#w-email").waitFor();
            assertThat(page.locator("[aria-invalid=true]").count()).isEqualTo(5);
        }
    }

    @Test
    void codes_are_taken_and_refused_in_words() {
        var mug = given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser)) {
            var page = ada.puts(mug).opens("/cart").page();
            page.locator("#code").fill("nosuchcode");
            page.locator(".coupon button").click();
            page.locator("[role=alert]:has-text('code')").waitFor();
            assertThat(ada.inTheCart()).isEqualTo(1);
        }
    }

    @Test
    void the_shop_speaks_german() {
        var mug = given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser, new Browser.NewContextOptions().setLocale("de-DE"))) {
            ada.puts(mug);
            assertThat(ada.page().locator("dialog h2").first().innerText()).isEqualTo("Warenkorb");
            assertThat(ada.page().locator("dialog .total").last().innerText()).isEqualTo("12,50\u00a0£");
            ada.opens("/").page().locator("button[name=language]").click();
            ada.page().locator("html[lang=en]").waitFor();
        }
    }

    @Test
    void typing_finds_products() {
        given.aProduct(1_250, 10);
        try (var ada = Shopper.in(souk, browser)) {
            var page = ada.opens("/").page();
            page.locator(".search input").pressSequentially("thi");
            page.locator(".found a").first().waitFor();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            ada.reaches("/p/");
            assertThat(ada.headline()).isEqualTo("A thing to buy");
        }
    }
}
