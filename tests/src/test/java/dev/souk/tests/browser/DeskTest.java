package dev.souk.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Orders, money, people and messages in the back office, in a real browser.
@ExtendWith({SoukRuns.class, Chromium.class})
class DeskTest {
    private static final List<String> PAGES = List.of(
            "/orders", "/orders?q=nothing-like-it", "/orders/held", "/alarms", "/payments", "/payments?status=FAILED", "/approvals", "/fraud",
            "/ledger", "/reconciliations", "/customers", "/requests", "/requests?state=COMPLETED", "/staff", "/role-requests",
            "/api-clients", "/mails", "/templates", "/suppressions", "/webhooks");

    private final RunningSouk souk;
    private final Given given;
    private final Browser browser;
    private final SoftAssertions all = new SoftAssertions();

    DeskTest(RunningSouk souk, Browser browser) {
        this.souk = souk;
        this.given = souk.given();
        this.browser = browser;
    }

    private Shopper staff(Role... roles) {
        return staff(new Browser.NewContextOptions(), roles);
    }

    private Shopper staff(Browser.NewContextOptions options, Role... roles) {
        return Shopper.in(souk, browser, options).signedIn("souk-backoffice", souk.token(roles));
    }

    @Test
    void support_finds_an_order_by_its_number_and_gives_the_money_back() {
        var order = given.aPaidOrder(UUID.randomUUID());
        try (var sam = staff(Role.SUPPORT)) {
            var page = sam.opens("/backoffice/orders").page();
            page.locator("#f-q").fill(order.confirmation());
            page.keyboard().press("Enter");
            page.locator(".row-link:has-text('" + order.confirmation() + "')").click();
            page.waitForURL("**/backoffice/orders/" + order.id());
            page.locator("[popovertarget^=refund]").first().click();
            page.locator("#f-refund-reason").fill("It arrived broken.");
            page.locator("[id^=refund-][popover] button.button").first().click();
            page.locator(".flash.good").waitFor();
            Await.until("the money is back", order::payment, "REFUNDED"::equals);
            assertThat(sam.opens("/backoffice/orders/" + order.id()).page().locator("[popovertarget^=refund]").count()).isZero();
            assertThat(sam.complaints()).isEmpty();
        }
    }

    @Test
    void a_large_refund_goes_when_a_second_person_approves() {
        var cart = given.aCart(UUID.randomUUID(), given.aProduct(60_000, 5));
        var checkout = given.aCheckout(cart, Given.CARD);
        checkout.ended();
        var order = checkout.orderId();
        var api = souk.as(Role.FINANCE);
        Await.until("the money is taken", () -> api.get("/orders/" + order).json().path("payment").path("status").asString(""), "CAPTURED"::equals);
        try (var fay = staff(Role.FINANCE); var fred = staff(Role.FINANCE)) {
            var page = fay.opens("/backoffice/orders/" + order).page();
            page.locator("[popovertarget^=refund]").first().click();
            page.locator("#f-refund-reason").fill("Never arrived, says the carrier.");
            page.locator("[id^=refund-][popover] button.button").first().click();
            page.locator(".flash.warn").waitFor();

            page = fay.opens("/backoffice/approvals").page();
            approve(page);
            page.locator(".note.bad:has-text('yourself')").waitFor();

            page = fred.opens("/backoffice/approvals").page();
            approve(page);
            page.locator(".flash.good").waitFor();
            Await.until("the money is back",
                    () -> api.get("/orders/" + order).json().path("payment").path("refunded").asLong(), refunded -> refunded >= 60_000);
        }
    }

    private static void approve(com.microsoft.playwright.Page page) {
        page.locator("tr:has-text('Never arrived') [popovertarget^=yes]").first().click();
        page.locator("[id^=yes-]:popover-open button.button").first().click();
    }

    @Test
    void an_address_is_masked_until_somebody_says_why() {
        var order = given.anOrder();
        try (var sam = staff(Role.SUPPORT)) {
            var page = sam.opens("/backoffice/orders/" + order.id()).page();
            assertThat(page.content()).doesNotContain("Ada Shopper", "1 Test Street");
            page.locator("[popovertarget=reveal]:not([popovertargetaction])").click();
            page.locator("#f-purpose").fill("customer on the telephone");
            page.locator("#reveal button.button").first().click();
            page.locator("address:has-text('Ada Shopper')").waitFor();
            var looked = souk.as(Role.AUDITOR).get("/operations/audit?context=order").expect(200).text();
            assertThat(looked).contains("customer on the telephone");
        }
    }

    @Test
    void an_order_is_held_noted_released_and_cancelled() {
        var order = given.anOrder();
        try (var sam = staff(Role.SUPPORT)) {
            var page = sam.opens("/backoffice/orders/" + order.id()).page();
            page.locator("[popovertarget=hold]").first().click();
            page.locator("#hold button.button").first().click();
            page.locator(".flash.good").waitFor();
            assertThat(sam.opens("/backoffice/orders/held").page().content()).contains(order.confirmation());
            page = sam.opens("/backoffice/orders/" + order.id()).page();
            page.locator("#f-new-note").fill("Called, nobody answered.");
            page.locator("form[action$='/notes'] button").click();
            page.locator(".timeline:has-text('Called, nobody answered.')").waitFor();
            page.locator("[popovertarget^=release]").first().click();
            page.locator("[id^=f-resolution]").fill("The address is right.");
            page.locator("[id^=release-] button.button").first().click();
            page.locator(".flash.good").waitFor();
            page.locator("[popovertarget=cancel]").first().click();
            page.locator("#cancel button.danger").click();
            page.locator(".flash.good").waitFor();
            assertThat(page.locator(".badge.bad:has-text('Cancelled')").count()).isPositive();
            assertThat(page.locator("[popovertarget=cancel]").count()).isZero();
        }
    }

    @Test
    void nobody_sees_what_their_role_may_not_do() {
        var order = given.anOrder();
        try (var mona = staff(Role.MERCHANDISER)) {
            assertThat(mona.opens("/backoffice").page().locator(".side a[href$='/orders'], .side a[href$='/customers']").count()).isZero();
            assertThat(mona.opens("/backoffice/orders/" + order.id()).headline()).isEqualTo("Not yours to do");
            assertThat(mona.opens("/backoffice/staff").headline()).isEqualTo("Not yours to do");
        }
        try (var fay = staff(Role.FRAUD_ANALYST)) {
            var page = fay.opens("/backoffice/orders/" + order.id()).page();
            assertThat(page.locator("[popovertarget=cancel], [popovertarget=hold], [popovertarget^=refund]").count()).isZero();
            assertThat(page.locator(".side a[href$='/ledger'], .side a[href$='/staff']").count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void axe_finds_nothing_and_a_phone_shows_everything(ColorScheme scheme) {
        var order = given.aPaidOrder(UUID.randomUUID());
        var customer = souk.as(Role.SUPPORT).post("/customers", Map.of(
                "email", Shopper.anAddress(), "name", "Ada Shopper", "password", Shopper.PASSWORD)).expect(201).string("customerId");
        var colleague = souk.as(Role.ADMIN).post("/identity/staff", Map.of("email", Shopper.anAddress())).expect(201).string("identityId");
        var options = new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(360, 740);
        try (var eve = staff(options, Role.SUPPORT, Role.FINANCE, Role.FRAUD_ANALYST, Role.PRIVACY_OFFICER, Role.ADMIN, Role.OPERATOR)) {
            PAGES.forEach(path -> isFine(eve.opens("/backoffice" + path), path));
            isFine(eve.opens("/backoffice/orders/" + order.id()), "order");
            isFine(eve.opens("/backoffice/orders/" + order.id() + "/address"), "address");
            eve.opens("/backoffice/payments").page().locator(".row-link").first().click();
            eve.page().waitForURL("**/payments/*");
            isFine(eve, "payment");
            isFine(eve.opens("/backoffice/customers/" + customer), "customer");
            isFine(eve.opens("/backoffice/staff/" + colleague), "colleague");
            eve.opens("/backoffice/templates").page().locator("td a").first().click();
            eve.page().waitForURL("**/templates/*/*");
            isFine(eve, "text");
            all.assertThat(eve.complaints()).isEmpty();
        }
        all.assertAll();
    }

    private void isFine(Shopper worker, String what) {
        var page = worker.page();
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        all.assertThat(found.getViolations())
                .as(what)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
                .isEmpty();
        all.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits the width", what)
                .isTrue();
        all.assertThat(worker.headline()).as(what).isNotIn("That went wrong", "Nothing here", "Not yours to do");
    }
}
