package dev.souk.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goods, stock and prices in the back office, in a real browser.
@ExtendWith({SoukRuns.class, Chromium.class})
class BackofficeTest {
    private static final List<String> PAGES = List.of(
            "", "/products", "/products?status=DRAFT", "/products?q=nothing-like-it", "/products/new", "/products/imports",
            "/categories", "/stock", "/stock/NO-SUCH", "/deliveries", "/stock-takes", "/locations", "/prices", "/taxes", "/tariffs",
            "/promotions", "/promotions/new", "/promotions/preview", "/no/such/page");

    private final RunningSouk souk;
    private final Given given;
    private final Browser browser;
    private final SoftAssertions all = new SoftAssertions();
    private final String sku = "IMP-" + UUID.randomUUID().toString().substring(0, 8);

    BackofficeTest(RunningSouk souk, Browser browser) {
        this.souk = souk;
        this.given = souk.given();
        this.browser = browser;
    }

    private Shopper clerk(Browser.NewContextOptions options, Role... roles) {
        return Shopper.in(souk, browser, options).signedIn("souk-backoffice", souk.token(roles));
    }

    private Shopper merchandiser(boolean scripts) {
        return clerk(new Browser.NewContextOptions().setJavaScriptEnabled(scripts), Role.MERCHANDISER, Role.MARKETING, Role.WAREHOUSE);
    }

    @Test
    void a_merchandiser_imports_sees_what_was_wrong_and_publishes() {
        given.aProduct();
        var file = """
                sku,name,price,currency,category,description
                %1$s,A teapot from a file,12.50,GBP,things,It came out of a file with a row that was wrong.
                %1$s-B,A cup without a currency,3.00,XXQ,things,This row cannot be taken at all.
                """.formatted(sku);
        try (var mia = merchandiser(true)) {
            var page = mia.opens("/backoffice/products/imports").page();
            page.locator("#f-file").setInputFiles(new FilePayload("goods.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            page.locator("main form .button").click();
            mia.reaches("/products/imports/[0-9a-f-]{36}");
            page.locator("#import .badge:has-text('Done')").waitFor();
            assertThat(page.locator("#import .figure").first().innerText()).contains("1");
            assertThat(page.locator("#import tbody tr").innerText()).startsWith("2").contains("currency");

            var draft = souk.as(Role.MERCHANDISER).get("/products?status=DRAFT&sku=" + sku).expect(200).json().path("items").get(0);
            page = mia.opens("/backoffice/products/" + draft.path("productId").asString()).page();
            page.locator("form[action$='/publish'] button").click();
            page.locator(".flash.good").waitFor();

            var sold = souk.guest().get("/products?sku=" + sku).expect(200).json().path("items").get(0);
            assertThat(sold.path("status").asString()).isEqualTo("ACTIVE");
            assertThat(sold.path("price").asLong()).isEqualTo(1_250);
            assertThat(mia.complaints()).isEmpty();
        }
    }

    @Test
    void a_product_is_made_priced_and_stocked_without_scripts() {
        given.aProduct();
        try (var mia = merchandiser(false)) {
            var page = mia.opens("/backoffice/products/new").page();
            page.locator("#f-name").fill("A bowl");
            page.locator("#f-sku").fill(sku);
            page.locator("#f-price").fill("not money");
            page.locator("main form .button").click();
            page.locator("#w-price").waitFor();
            assertThat(page.locator("#f-name").inputValue()).isEqualTo("A bowl");

            page.locator("#f-price").fill("4.50");
            page.locator("#f-category").selectOption("things");
            page.locator("main form .button").click();
            mia.reaches("/products/[0-9a-f-]{36}$");
            page.locator("form[action$='/publish'] button").click();
            page.locator(".flash.good").waitFor();
            page.locator("#f-new-price").fill("5.25");
            page.locator("form[action$='/price'] .button").click();
            page.locator(".flash.good").waitFor();
            assertThat(page.locator(".pairs dd").first().innerText()).isEqualTo("£5.25");

            Await.until("inventory knows it", () -> souk.as(Role.WAREHOUSE).get("/inventory/" + sku), reply -> reply.status() == 200);
            page = mia.opens("/backoffice/stock/" + sku).page();
            page.locator("#f-receive-quantity").fill("12");
            page.locator("form[action$='/receipts'] .button").click();
            page.locator(".flash.good").waitFor();
            page.locator("#f-delta").fill("-20");
            page.locator("form[action$='/adjustments'] .button").click();
            page.locator("[role=alert], .wrong").first().waitFor();
            page.locator("#f-delta").fill("-2");
            page.locator("form[action$='/adjustments'] .button").click();
            page.locator(".flash.good").waitFor();
            assertThat(page.locator(".figure .value").first().innerText()).isEqualTo("10");
        }
    }

    @Test
    void a_promotion_is_made_and_tried_on_a_cart() {
        var mug = given.aProduct(1_000, 10);
        try (var mia = merchandiser(true)) {
            var page = mia.opens("/backoffice/promotions/new").page();
            page.locator("#f-name").fill("A fifth off " + mug.sku());
            page.locator("#f-value").fill("20");
            page.locator("#f-products").fill(mug.sku());
            page.locator("main form .button").last().click();
            mia.reaches("/promotions/[0-9a-f-]{36}$");

            page = mia.opens("/backoffice/promotions/preview").page();
            page.locator("#f-lines").fill(mug.sku() + " 2");
            page.locator("main form .button").click();
            page.locator(".sum").waitFor();
            assertThat(page.locator(".sum dd.total").innerText()).isEqualTo("£16.00");
            assertThat(mia.complaints()).isEmpty();

            mia.opens("/backoffice/promotions").page().locator(".row-link:has-text('" + mug.sku() + "')").first().click();
            mia.reaches("/promotions/[0-9a-f-]{36}$");
            page = mia.page();
            page.locator("[popovertarget=cancel]").first().click();
            page.locator("#cancel input[name=reason]").fill("only a test");
            page.locator("#cancel .danger").click();
            page.locator(".flash.good").waitFor();
        }
    }

    @Test
    void what_a_role_may_not_do_is_not_shown_and_not_taken() {
        var mug = given.aProduct(1_000, 10);
        try (var sam = clerk(new Browser.NewContextOptions(), Role.SUPPORT)) {
            var page = sam.opens("/backoffice/products/" + mug.id()).page();
            assertThat(page.locator("main form").count()).isZero();
            assertThat(page.locator(".side a").allInnerTexts()).doesNotContain("Import", "Deliveries");
            assertThat(page.navigate(souk.address() + "/backoffice/products/imports").status()).isEqualTo(403);
        }
        try (var nobody = Shopper.in(souk, browser)) {
            nobody.opens("/backoffice/products");
            assertThat(nobody.page().url()).matches(Pattern.compile(".*/sign-in.*"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void axe_finds_nothing_and_a_phone_shows_everything(ColorScheme scheme) {
        var mug = given.aProduct(1_250, 10);
        given.anOrder();
        var options = new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(360, 740);
        try (var ann = clerk(options, Role.ADMIN)) {
            PAGES.forEach(path -> isFine(ann.opens("/backoffice" + path), path));
            isFine(ann.opens("/backoffice/products/" + mug.id()), "product");
            isFine(ann.opens("/backoffice/stock/" + mug.sku()), "stock of one");
            ann.page().locator("button[popovertarget=side]").click();
            isFine(ann, "menu");
            all.assertThat(ann.complaints()).isEmpty();
        }
        all.assertAll();
    }

    private void isFine(Shopper shopper, String what) {
        var found = new AxeBuilder(shopper.page())
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        all.assertThat(found.getViolations())
                .as(what)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
                .isEmpty();
        all.assertThat((Boolean) shopper.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits the width", what)
                .isTrue();
    }
}
