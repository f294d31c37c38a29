package dev.souk.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.souk.identity.secrets.Totp;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A new member of staff comes in for the first time: every page of the way, as people with any device see it.
@ExtendWith({SoukRuns.class, Chromium.class})
class SignInPagesTest {
    private static final String PASSWORD = "correct horse battery staple";

    private final SoftAssertions all = new SoftAssertions();
    private final RunningSouk souk;
    private final Browser browser;
    private String pictures = "";

    SignInPagesTest(RunningSouk souk, Browser browser) {
        this.souk = souk;
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, en-GB", "DARK, 360, de-DE"})
    void a_new_member_of_staff_is_let_in(ColorScheme scheme, int width, String locale) {
        pictures = width + "-" + scheme;
        var email = "grace-" + UUID.randomUUID() + "@shop.example";
        var invited = souk.as(Role.ADMIN).post("/identity/staff", Map.of("email", email)).expect(201);
        var options = new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 740).setLocale(locale);
        try (var grace = Shopper.in(souk, browser, options)) {
            var page = grace.page();
            setsPassword(grace, page, invited.string("inviteUrl"));
            grace.opens("/backoffice/auth/sign-in?back=/backoffice/");
            signsIn(grace, page, email, "not " + PASSWORD);
            page.locator("[role=alert]").waitFor();
            isFine(grace, "wrong-password");
            signsIn(grace, page, email, PASSWORD);
            enrols(grace, page);
            grace.reaches("/backoffice/?$");
            leavesAndAsksAgain(grace, page, email);
            all.assertThat(grace.complaints()).allMatch(one -> one.contains("status of 40"));
        }
        all.assertAll();
    }

    private void setsPassword(Shopper grace, Page page, String link) {
        page.navigate(link);
        isFine(grace, "reset");
        page.locator("#password").fill("password1234");
        page.locator("main .button").click();
        page.locator("[role=alert]").waitFor();
        isFine(grace, "reset-refused");
        page.locator("#password").fill(PASSWORD);
        page.locator("main .button").click();
        page.locator("main .link").waitFor();
        isFine(grace, "reset-done");
    }

    private void signsIn(Shopper grace, Page page, String email, String password) {
        isFine(grace, "sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("main .button").click();
    }

    private void enrols(Shopper grace, Page page) {
        page.locator(".qr").waitFor();
        isFine(grace, "enrol");
        var secret = page.locator("main code").innerText().strip();
        page.locator("#code").fill(new Totp().code(secret, Instant.now()));
        page.locator("main .button").click();
        page.locator(".codes").waitFor();
        isFine(grace, "codes");
        assertThat(page.locator(".codes li").count()).isEqualTo(10);
        page.locator("main .button").click();
    }

    private void leavesAndAsksAgain(Shopper grace, Page page, String email) {
        isFine(grace.opens("/oauth2/end-session"), "sign-out");
        page.locator("main .button").click();
        page.locator("main .link").waitFor();
        isFine(grace, "signed-out");
        signsIn(grace.opens("/sign-in"), page, email, PASSWORD);
        page.locator("#code").waitFor();
        isFine(grace, "code");
        isFine(grace.opens("/forgot-password"), "forgotten");
        isFine(grace.opens("/verify-email?token=none"), "verify");
        page.locator("main .button").click();
        page.locator("main .link").waitFor();
        isFine(grace, "verify-gone");
    }

    private void isFine(Shopper shopper, String what) {
        var page = shopper.page();
        if (System.getProperty("screenshots") != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of(System.getProperty("screenshots"), pictures, "sign-in-" + what + ".png")));
        }
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")).analyze();
        all.assertThat(found.getViolations())
                .as(what)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
                .isEmpty();
        all.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("%s fits the width", what).isTrue();
    }
}
