package dev.souk.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Product;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Customers with an account, from opening it to having it deleted.
@ExtendWith({SoukRuns.class, Chromium.class})
class AccountTest {
    private static final String ORDER = "/orders/[0-9a-f-]{36}\\?confirmation=ORD-";

    private final RunningSouk souk;
    private final Given given;
    private final Browser browser;
    private final String email = Shopper.anAddress();

    AccountTest(RunningSouk souk, Browser browser) {
        this.souk = souk;
        this.given = souk.given();
        this.browser = browser;
    }

    private Shopper ada() {
        return Shopper.in(souk, browser).registers(email);
    }

    private String aCode(Product product, int uses) {
        var code = "CODE" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        given.staff().post("/promotions", Map.of(
                "promotionId", UUID.randomUUID(), "name", "A tenth off", "type", "PERCENTAGE", "value", 10, "code", code,
                "usageLimitTotal", uses)).expect(201);
        var cart = given.aGuestCart(product);
        Await.until("the code applies", () -> cart.owner().post(cart.path() + "/coupon", Map.of("code", code)), reply -> reply.status() == 200);
        return code;
    }

    @Test
    void a_customer_registers_signs_in_and_buys_with_a_code() {
        var mug = given.aProduct(1_000, 10);
        var code = aCode(mug, 5);
        try (var ada = ada()) {
            ada.puts(mug).signsIn(email, "/checkout").saysWhereTo();
            var page = ada.page();
            page.locator("input[name=keep]").check();
            page.locator("#code").fill(code.toLowerCase(Locale.ROOT));
            page.locator("button[value=coupon]").click();
            page.locator("button[value=uncoupon]").waitFor();
            assertThat(page.locator("aside .total").last().innerText()).isEqualTo("£13.95");
            ada.entersCard(Shopper.GOOD).buys().reaches(ORDER);

            assertThat(ada.headline()).isEqualTo("Thank you!");
            ada.opens("/account/orders").page().locator(".rows a").click();
            ada.reaches("/orders/[0-9a-f-]{36}$");
            assertThat(page.locator("aside").innerText()).contains(code, "£13.95");
            assertThat(ada.opens("/account/addresses").page().locator("address").innerText()).contains("1 Test Street");
            assertThat(ada.complaints()).isEmpty();
        }
    }

    @Test
    void a_code_that_others_use_up_on_the_way_is_named_and_the_cart_stays() {
        var mug = given.aProduct(1_000, 10);
        var code = aCode(mug, 1);
        try (var ada = ada()) {
            var page = ada.puts(mug).signsIn(email, "/checkout").saysWhereTo().page();
            page.locator("#code").fill(code);
            page.locator("button[value=coupon]").click();
            page.locator("button[value=uncoupon]").waitFor();
            var faster = given.aGuestCart(mug);
            faster.owner().post(faster.path() + "/coupon", Map.of("code", code)).expect(200);
            assertThat(given.aCheckout(faster, Given.CARD).settled().string("state")).isEqualTo("COMPLETED");

            ada.entersCard(Shopper.GOOD).buys();
            page.locator("h1:has-text('used up'), .badge.warn:has-text('used up')").first().waitFor();
            assertThat(ada.inTheCart()).isEqualTo(1);
            assertThat(given.stockOf(mug)).isEqualTo(9);
        }
    }

    @Test
    void an_order_is_cancelled_by_its_buyer_and_by_nobody_else() {
        var mug = given.aProduct(1_000, 3);
        try (var ada = ada(); var eve = Shopper.in(souk, browser)) {
            ada.puts(mug).signsIn(email, "/checkout").saysWhereTo().entersCard(Shopper.GOOD).buys().reaches(ORDER);
            var order = ada.page().url().replaceAll("^https?://[^/]+|\\?.*", "");
            var other = Shopper.anAddress();
            eve.registers(other).signsIn(other, order);
            assertThat(eve.page().locator("h1").innerText()).isEqualTo("There is nothing here");

            ada.opens(order).page().locator("a[href$='/cancel']").click();
            ada.reaches("/cancel$").page().locator("button.danger").click();
            ada.reaches("done=cancelled");
            assertThat(ada.page().locator("aside .badge").innerText()).isEqualTo("Cancelled");
            Await.until("the mug is back on the shelf", () -> given.stockOf(mug), left -> left == 3);
        }
    }

    @Test
    void two_carts_become_one_and_it_is_said() {
        var mug = given.aProduct(1_000, 10);
        var jug = given.aProduct(2_000, 10);
        try (var phone = ada(); var laptop = Shopper.in(souk, browser)) {
            phone.signsIn(email, "/").puts(mug);
            laptop.puts(jug).signsIn(email, "/cart");

            assertThat(laptop.page().locator(".note").first().innerText()).contains("One thing from this browser");
            assertThat(laptop.page().locator("main .lines > li").count()).isEqualTo(2);
            assertThat(phone.inTheCart()).isEqualTo(2);
        }
    }

    @Test
    void what_sells_out_on_the_way_leaves_the_account_s_cart_as_it_is() {
        var mug = given.aProduct(1_000, 1);
        try (var ada = ada()) {
            ada.puts(mug).signsIn(email, "/checkout").saysWhereTo().entersCard(Shopper.GOOD);
            given.adjust(mug, -1);
            ada.buys().reaches("/checkout/[0-9a-f-]{36}");
            ada.page().locator("h1:has-text('faster')").waitFor();
            assertThat(ada.inTheCart()).isEqualTo(1);
        }
    }

    @Test
    void a_session_elsewhere_is_ended() {
        try (var laptop = ada(); var phone = Shopper.in(souk, browser)) {
            phone.signsIn(email, "/account");
            laptop.signsIn(email, "/account/security");
            var page = laptop.page();
            assertThat(page.locator(".badge:has-text('This one')").count()).isEqualTo(1);
            page.locator("form[action='/account/sessions/end'] button").click();
            laptop.reaches("done=ended");
            assertThat(page.locator("form[action$='/end']").count()).isZero();
        }
    }

    @Test
    void an_erasure_is_confirmed_waits_and_is_called_off() {
        try (var ada = ada()) {
            var page = ada.signsIn(email, "/account/privacy").page();
            page.locator("#f-confirm").fill("delete");
            page.locator("button.danger").click();
            page.locator("[role=alert]:has-text('ERASE')").waitFor();
            page.locator("#f-confirm").fill("ERASE");
            page.locator("button.danger").click();
            ada.reaches("done=erasure");
            assertThat(page.locator(".badge.warn").innerText()).isEqualTo("Can still be called off");
            page.locator("form[action$='/cancel'] button").click();
            ada.reaches("done=erasure-cancelled");
        }
    }

    @Test
    void a_copy_of_everything_is_asked_for_and_fetched() {
        try (var ada = ada()) {
            var page = ada.signsIn(email, "/account/privacy").page();
            page.locator("form[action='/account/exports'] button").click();
            ada.reaches("done=export");
            Await.until("the copy is ready", () -> {
                page.reload();
                return page.locator("a[href$='/package']").count();
            }, links -> links == 1);
            var file = page.waitForDownload(() -> page.locator("a[href$='/package']").click());
            assertThat(file.suggestedFilename()).endsWith(".zip");
        }
    }
}
