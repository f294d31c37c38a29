package dev.souk.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Poison;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The operations console in a real browser.
@ExtendWith({SoukRuns.class, Chromium.class})
class ConsoleTest {
    private static final List<String> PAGES = List.of(
            "/console", "/console/contexts/order", "/console/journeys", "/console/journeys/nothing-like-it", "/console/checkouts",
            "/console/dead-letters", "/console/checks", "/console/read-models", "/console/timers", "/console/webhooks",
            "/console/audit", "/console/audit/chains", "/console/contracts", "/console/contracts/OrderCreated/1.1", "/console/faults",
            "/console/no/such/page");

    private final RunningSouk souk;
    private final Given given;
    private final Browser browser;
    private final SoftAssertions all = new SoftAssertions();

    ConsoleTest(RunningSouk souk, Browser browser) {
        this.souk = souk;
        this.given = souk.given();
        this.browser = browser;
    }

    private Shopper operator(Browser.NewContextOptions options) {
        return Shopper.in(souk, browser, options).signedIn("souk-console", souk.token(Role.OPERATOR, Role.ADMIN));
    }

    @Test
    void an_operator_finds_a_dead_letter_sees_why_and_replays_it() throws Exception {
        var product = given.aProduct();
        var poison = Poison.in(souk, product);
        Await.until("it is put aside", () -> poison.parked("inventory"), found -> !found.isEmpty());
        try (var olga = operator(new Browser.NewContextOptions())) {
            var page = olga.opens("/console/dead-letters?context=inventory").page();
            page.locator("tr:has-text('" + product.id() + "') .row-link").first().click();
            page.waitForURL("**/dead-letters/inventory/*");
            assertThat(page.locator(".note.bad").innerText()).contains("Unreadable");
            assertThat(page.locator("pre.code").innerText()).contains(product.id().toString());

            poison.repair();
            page.locator("form[action$='/replay'] button").click();
            page.locator(".flash.good").waitFor();
            Await.until("it has gone through", () -> poison.parked("inventory"), List::isEmpty);
            assertThat(olga.complaints()).isEmpty();
        }
    }

    @Test
    void an_operator_gives_a_message_up_with_a_reason() throws Exception {
        var product = given.aProduct();
        var poison = Poison.in(souk, product);
        Await.until("it is put aside", () -> poison.parked("pricing"), found -> !found.isEmpty());
        try (var olga = operator(new Browser.NewContextOptions())) {
            var page = olga.opens("/console/dead-letters/pricing/" + poison.id()).page();
            page.locator("[popovertarget=discard]").first().click();
            page.locator("#discard input[name=reason]").fill("written by a test");
            page.locator("#discard button.danger").click();
            page.locator(".flash.good").waitFor();
            Await.until("nothing waits", () -> poison.parked("pricing"), List::isEmpty);
            page = olga.opens("/console/journeys/" + poison.id()).page();
            assertThat(page.locator(".arrivals").innerText()).contains("pricing: given up");
        } finally {
            poison.repair();
        }
    }

    @Test
    void an_operator_follows_the_journey_of_an_order_by_its_number() {
        var order = given.anOrder();
        try (var olga = operator(new Browser.NewContextOptions())) {
            var page = olga.opens("/console/journeys").page();
            page.locator("#f-id").fill(order.confirmation());
            page.keyboard().press("Enter");
            page.waitForURL("**/journeys/" + order.confirmation());
            assertThat(page.locator(".journey strong").allInnerTexts()).contains("CartCheckedOut", "PaymentAuthorized", "OrderCreated");
            assertThat(page.locator(".journey .missing").count()).isZero();
            assertThat(page.content()).doesNotContain("Ada Shopper");
            page.locator(".journey a:has-text('OrderCreated')").first().click();
            page.waitForURL("**/messages/order/*");
            assertThat(page.locator("pre.code").innerText()).contains(order.id().toString());
            assertThat(olga.complaints()).isEmpty();
        }
    }

    @Test
    void a_checkout_that_waits_shows_what_is_missing_and_is_taken_back() {
        var checkout = given.aCheckout(given.aGuestCart(given.aProduct()), "tok_3ds");
        assertThat(checkout.settled().string("state")).isEqualTo("ACTION_REQUIRED");
        try (var olga = operator(new Browser.NewContextOptions())) {
            var page = olga.opens("/console/journeys/" + checkout.id()).page();
            assertThat(page.locator(".journey .missing").innerText()).contains("PaymentAuthorized");
            page.locator(".missing a.button").click();
            page.waitForURL("**/checkouts/" + checkout.id());
            page.locator("[popovertarget=back]").first().click();
            page.locator("#back input[name=note]").fill("the shopper called");
            page.locator("#back button.danger").click();
            page.locator(".flash.good").waitFor();
            assertThat(checkout.ended().string("state")).isEqualTo("FAILED");
            assertThat(olga.opens("/console/checkouts/" + checkout.id()).page().content()).contains("the shopper called");
        }
    }

    @Test
    void a_worker_is_paused_and_resumed() {
        try (var olga = operator(new Browser.NewContextOptions())) {
            var page = olga.opens("/console/contexts/notification").page();
            page.locator("[popovertarget=pause]").first().click();
            page.locator("#pause input[name=reason]").fill("the mail server moves");
            page.locator("#pause button.danger").click();
            page.locator(".note.warn:has-text('the mail server moves')").waitFor();
            page.locator("form[action$='/resume'] button").click();
            page.locator(".flash.good").waitFor();
            assertThat(page.locator(".note.warn").count()).isZero();
        }
    }

    @Test
    void the_checks_are_run_and_hold() {
        given.anOrder();
        try (var olga = operator(new Browser.NewContextOptions())) {
            var page = olga.opens("/console/checks").page();
            page.locator("form[action$='/checks'] button").click();
            page.locator(".cards .panel").first().waitFor();
            assertThat(page.locator(".cards .panel").count()).isGreaterThan(6);
            page = olga.opens("/console/read-models").page();
            page.locator("#models form button").first().click();
            page.locator(".badge.good").waitFor();
        }
    }

    @Test
    void the_map_moves_by_itself_and_is_a_table_too() {
        try (var olga = operator(new Browser.NewContextOptions())) {
            var page = olga.opens("/console").page();
            assertThat(page.locator("svg.map .node").count()).isEqualTo(souk.contexts().size());
            page.waitForResponse(answer -> answer.url().endsWith("/console/live") && answer.status() == 200, () -> {});
            assertThat(page.locator(".map-table tbody tr").count()).isGreaterThan(20);
        }
    }

    @Test
    void who_is_no_operator_sees_nothing() {
        try (var sam = Shopper.in(souk, browser).signedIn("souk-console", souk.token(Role.MERCHANDISER))) {
            assertThat(sam.opens("/console").headline()).isEqualTo("Not yours to do");
            assertThat(sam.page().locator(".side a").count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void axe_finds_nothing_and_a_phone_shows_everything(ColorScheme scheme) {
        var order = given.anOrder();
        var options = new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(360, 740);
        try (var olga = operator(options)) {
            PAGES.forEach(path -> isFine(olga.opens(path), path));
            isFine(olga.opens("/console/journeys/" + order.confirmation()), "journey");
            var message = olga.page().locator(".journey .what a").first().getAttribute("href");
            isFine(olga.opens(message), "message");
            olga.opens("/console/checkouts").page().locator(".row-link").first().click();
            olga.page().waitForURL("**/checkouts/*");
            isFine(olga, "checkout");
            all.assertThat(olga.complaints()).isEmpty();
        }
        all.assertAll();
    }

    private void isFine(Shopper operator, String what) {
        var page = operator.page();
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        all.assertThat(found.getViolations())
                .as(what)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
                .isEmpty();
        all.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits the width", what)
                .isTrue();
    }
}
