package dev.souk.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.souk.tests.souk.Product;
import dev.souk.tests.souk.RunningSouk;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Somebody in the shop, with a browser of their own. What the browser complains about is kept.
final class Shopper implements AutoCloseable {
    static final String GOOD = "4242424242424242";
    static final String DECLINED = "4000000000000002";
    static final String PASSWORD = "violet lighthouse umbrella 7";
    static final String ASKS_THE_BANK = "4000000000003220";

    private final BrowserContext context;
    private final Page page;
    private final String shop;
    private final List<String> complaints = new ArrayList<>();

    private Shopper(BrowserContext context, String shop) {
        this.context = context;
        this.shop = shop;
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404") && !message.text().contains("422")
                    && !message.text().contains("409")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Shopper in(RunningSouk souk, Browser browser) {
        return in(souk, browser, new Browser.NewContextOptions());
    }

    static Shopper in(RunningSouk souk, Browser browser, Browser.NewContextOptions options) {
        if (options.locale == null) {
            options.setLocale("en-GB");
        }
        return new Shopper(browser.newContext(options), souk.address().toString());
    }

    /// As somebody who has signed in to this face before.
    Shopper signedIn(String client, String token) {
        context.addCookies(List.of(new Cookie(client + "-access", token).setUrl(shop)));
        return this;
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    Shopper opens(String path) {
        page.navigate(shop + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    Shopper puts(Product product) {
        opens("/p/" + product.id());
        page.locator(".buy .button").click();
        page.locator("dialog[open] footer").waitFor();
        return this;
    }

    static String anAddress() {
        return "ada-" + UUID.randomUUID() + "@shop.example";
    }

    /// Opens an account on the shop's own page.
    Shopper registers(String email) {
        opens("/register");
        page.locator("#f-name").fill("Ada Shopper");
        page.locator("#f-email").fill(email);
        page.locator("#f-password").fill(PASSWORD);
        page.locator("main form button").click();
        page.locator(".big-sign.good").waitFor();
        return this;
    }

    /// From wherever the sign-in page has been asked for.
    Shopper signsIn(String email, String back) {
        opens("/auth/sign-in?back=" + back);
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        return reaches(shop + "(?!/sign-in|/oauth2|/auth).*");
    }

    Shopper chooses(String value) {
        var before = page.locator("input[name=key]").inputValue();
        page.locator("input[value=" + value + "]").check();
        return repriced(before);
    }

    private Shopper repriced(String before) {
        page.locator("input[name=key]:not([value='" + before + "'])").waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    /// On the checkout page, with everything filled in but the card.
    Shopper saysWhereTo() {
        opens("/checkout");
        if (page.locator("#f-email").count() > 0) {
            page.locator("#f-email").fill("ada@shop.example");
        }
        page.locator("#f-recipientName").fill("Ada Shopper");
        page.locator("#f-line1").fill("1 Test Street");
        page.locator("#f-postalCode").fill("N1 9GU");
        page.locator("#f-city").fill("London");
        return chooses("standard");
    }

    Shopper entersCard(String number) {
        var form = page.frameLocator(".cardframe");
        form.locator("#number").fill(number);
        form.locator("#expiry").fill("12/34");
        form.locator("#cvc").fill("123");
        return this;
    }

    Shopper buys() {
        page.locator("aside .button[type=submit], aside button.big").click();
        return this;
    }

    /// Waits for an address.
    Shopper reaches(String pattern) {
        page.waitForURL(Pattern.compile(pattern));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    String headline() {
        return page.locator("h1").first().innerText();
    }

    int inTheCart() {
        opens("/cart");
        return page.locator("main .lines > li").count();
    }

    @Override
    public void close() {
        context.close();
    }
}
