package dev.souk.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Product;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every page.
@ExtendWith({SoukRuns.class, Chromium.class})
class PagesTest {
    private static final List<String> PUBLIC =
            List.of("/", "/c/things", "/search?q=thing", "/search?q=nothing-like-it", "/search", "/cart", "/delivery", "/about", "/no/such/page");

    private static final List<String> OWN = List.of(
            "/account", "/account/orders", "/account/notices", "/account/points", "/account/profile", "/account/addresses",
            "/account/addresses/new", "/account/security", "/account/preferences", "/account/privacy");

    private final SoftAssertions all = new SoftAssertions();
    private final RunningSouk souk;
    private final Given given;
    private final Browser browser;

    PagesTest(RunningSouk souk, Browser browser) {
        this.souk = souk;
        this.given = souk.given();
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void axe_finds_nothing_and_a_phone_shows_everything(ColorScheme scheme) {
        var mug = given.aProduct(1_250, 10);
        var options = new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(360, 740);
        try (var ada = Shopper.in(souk, browser, options)) {
            PUBLIC.forEach(path -> isFine(ada.opens(path), path));
            isFine(ada.opens("/p/" + mug.id()), "product");
            ada.puts(mug);
            isFine(ada, "drawer");
            isFine(ada.opens("/cart"), "cart");
            ada.opens("/checkout").page().evaluate("document.querySelector('main form').submit()");
            ada.page().locator(".wrong").first().waitFor();
            isFine(ada, "checkout with gaps");
            isFine(ada.saysWhereTo(), "checkout");
            isFine(ada.entersCard(Shopper.DECLINED).buys().reaches("/checkout/[0-9a-f-]{36}"), "declined");
            isFine(ada.opens("/checkout").entersCard(Shopper.ASKS_THE_BANK).buys().reaches("/actions/"), "bank");
            ada.page().locator("button[value=yes]").click();
            isFine(ada.reaches("/orders/"), "order");
            all.assertThat(ada.complaints()).isEmpty();
        }
        all.assertAll();
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void an_account_s_pages_are_fine_too(ColorScheme scheme) {
        var mug = given.aProduct(1_250, 10);
        var email = Shopper.anAddress();
        var options = new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(360, 740);
        try (var ada = Shopper.in(souk, browser, options)) {
            isFine(ada.opens("/register"), "register");
            isFine(ada.registers(email), "registered");
            ada.puts(mug).signsIn(email, "/account");
            OWN.forEach(path -> isFine(ada.opens(path), path));
            ada.saysWhereTo().page().locator("input[name=keep]").check();
            isFine(ada, "checkout of a customer");
            ada.entersCard(Shopper.GOOD).buys().reaches("/orders/");
            var order = ada.page().url().replaceAll("^https?://[^/]+|\\?.*", "");
            for (var path : List.of(order, order + "/cancel", order + "/address", "/account", "/account/addresses", "/account/orders")) {
                isFine(ada.opens(path), path);
            }
            isFine(ada.puts(mug).opens("/checkout"), "checkout with an address book");
            all.assertThat(ada.complaints()).isEmpty();
        }
        all.assertAll();
    }

    private void isFine(Shopper shopper, String what) {
        var page = shopper.page();
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

    @Test
    void a_first_visit_is_light() {
        var mug = given.aProduct(1_250, 10);
        for (var path : List.of("/", "/c/things", "/p/" + mug.id())) {
            try (var ada = Shopper.in(souk, browser)) {
                var bytes = ada.opens(path).page().evaluate("""
                        [performance.getEntriesByType('navigation')[0], ...performance.getEntriesByType('resource')]
                            .filter(one => !one.name.includes('/pictures/'))
                            .reduce((sum, one) => sum + one.encodedBodySize, 0)""");
                assertThat(((Number) bytes).longValue()).as(path).isBetween(10_000L, 150_000L);
            }
        }
    }

    @Test
    void forms_of_other_sites_are_not_taken() throws Exception {
        var product = given.aProduct(1_250, 10);
        for (var from : Stream.of(List.of("Sec-Fetch-Site", "cross-site"), List.of("Origin", "https://evil.example"), List.of("X-Nothing", "1")).toList()) {
            assertThat(send(product, from.get(0), from.get(1))).as(from.toString()).isEqualTo(403);
        }
        assertThat(send(product, "Sec-Fetch-Site", "same-origin")).isEqualTo(303);
        assertThat(send(product, "Origin", souk.address().toString())).isEqualTo(303);
    }

    private int send(Product product, String header, String value) throws Exception {
        var form = "product=" + product.id() + "&currency=GBP";
        var request = HttpRequest.newBuilder(souk.address().resolve("/cart/items"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return souk.guest().http().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
