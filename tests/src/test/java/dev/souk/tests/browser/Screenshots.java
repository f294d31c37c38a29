package dev.souk.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Product;
import dev.souk.tests.souk.RunningSouk;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Takes pictures of every page of the demo shop, for people to look at. Not a test by name: `./souk screenshots` runs it.
class Screenshots {
    private static final Path FOLDER = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private static final List<String> OWN = List.of(
            "", "/orders", "/notices", "/points", "/profile", "/addresses", "/addresses/new", "/security", "/preferences", "/privacy");

    private static final Role[] EVERYBODY = Arrays.stream(Role.values()).filter(Role::staff).toArray(Role[]::new);

    private record Size(String name, int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size("phone", 360, 740), new Size("desktop", 1280, 860));

    @Test
    void of_every_page() throws Exception {
        try (var souk = RunningSouk.start(Map.of("souk.rate-limits.enabled", "false")).withDemoShop();
                var chromium = Chromium.start()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var size : SIZES) {
                    var options = new Browser.NewContextOptions()
                            .setColorScheme(scheme)
                            .setViewportSize(size.width(), size.height());
                    var folder = FOLDER.resolve(size.name() + "-" + scheme.name().toLowerCase(Locale.ROOT));
                    try (var shopper = Shopper.in(souk, chromium.browser(), options)) {
                        new Round(shopper, folder, souk).walk();
                    }
                    try (var worker = Shopper.in(souk, chromium.browser(), options).signedIn("souk-backoffice", souk.token(EVERYBODY))) {
                        new DeskRound(worker, folder).walk();
                    }
                    try (var clerk = Shopper.in(souk, chromium.browser(), options).signedIn("souk-backoffice", souk.token(Role.ADMIN))) {
                        var product = souk.guest().get("/products?sku=85123A").expect(200).json().path("items").get(0);
                        new BackofficeRound(clerk, FOLDER.resolve(size.name() + "-" + scheme.name().toLowerCase(Locale.ROOT)),
                                product.path("productId").asString(), "85123A").walk();
                    }
                }
            }
        }
    }

    /// One walk through the shop.
    private record Round(Shopper shopper, Path folder, RunningSouk souk) {
        void walk() {
            look("/", "home");
            look("/c/christmas", "category");
            look("/c/kitchen?min=200&max=499&sort=price&available=1", "category-narrowed");
            look("/search?q=lantern", "search");
            look("/search?q=zeppelin", "search-nothing");
            look("/cart", "cart-empty");
            look("/delivery", "delivery");
            look("/about", "about");
            look("/nowhere", "not-found");
            var product = product("85123A");
            look("/p/" + product.id(), "product");
            shopper.puts(product);
            settle();
            keep("drawer", false);
            shopper.puts(product("84029E"));
            look("/cart", "cart");
            look("/checkout", "checkout-fresh");
            shopper.page().evaluate("document.querySelector('main form').submit()");
            shopper.page().locator(".wrong").first().waitFor();
            keep("checkout-gaps", true);
            shopper.saysWhereTo();
            keep("checkout", true);
            shopper.entersCard(Shopper.DECLINED).buys().reaches("/checkout/[0-9a-f-]{36}");
            shopper.page().locator("h1:has-text('declined')").waitFor();
            keep("declined", true);
            shopper.opens("/checkout").entersCard(Shopper.ASKS_THE_BANK).buys().reaches("/actions/");
            keep("bank", true);
            var back = URLDecoder.decode(shopper.page().url().replaceAll(".*return_url=", ""), StandardCharsets.UTF_8);
            shopper.page().navigate(back);
            settle();
            keep("waiting-for-bank", true);
            shopper.page().locator("main .button").first().click();
            shopper.page().locator("button[value=yes]").click();
            shopper.reaches("/orders/");
            keep("order-new", true);
            look(shopper.page().url().replaceAll("^https?://[^/]+", "").replace("&new=1", ""), "order");
            account(product);
        }

        /// The same shopper opens an account.
        private void account(Product product) {
            var email = Shopper.anAddress();
            look("/register", "register");
            shopper.registers(email);
            keep("registered", true);
            shopper.puts(product).signsIn(email, "/checkout").saysWhereTo();
            shopper.page().locator("input[name=keep]").check();
            keep("checkout-signed-in", true);
            shopper.entersCard(Shopper.GOOD).buys().reaches("/orders/");
            var order = shopper.page().url().replaceAll("^https?://[^/]+|\\?.*", "");
            for (var place : OWN) {
                look("/account" + place, "account" + place.replace('/', '-'));
            }
            look(order, "order-own");
            look(order + "/address", "order-address");
            look(order + "/cancel", "order-cancel");
            shopper.puts(product);
            look("/checkout", "checkout-address-book");
        }

        private Product product(String sku) {
            var found = souk.guest().get("/products?sku=" + sku).expect(200).json().path("items").get(0);
            return new Product(UUID.fromString(found.path("productId").asString()), sku, found.path("price").asLong());
        }

        private void look(String path, String name) {
            shopper.opens(path);
            keep(name, true);
        }

        private void settle() {
            shopper.page().waitForTimeout(400);
        }

        /// Scrolls once through, so that lazy pictures are there.
        private void keep(String name, boolean whole) {
            if (whole) {
                shopper.page().evaluate("""
                        async () => { for (let y = 0; y < document.body.scrollHeight; y += 400) {
                            scrollTo(0, y); await new Promise(done => setTimeout(done, 20)); } scrollTo(0, 0); }""");
            }
            settle();
            shopper.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(whole));
        }
    }
}
