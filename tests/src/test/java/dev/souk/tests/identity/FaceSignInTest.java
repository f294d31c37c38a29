package dev.souk.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.identity.CreateIdentity;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Signing in to the shop's pages, as a browser does it.
@ExtendWith(SoukRuns.class)
class FaceSignInTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String ACCESS = "souk-storefront-access";

    private final RunningSouk souk;
    private final URI root;
    private final Surfer surfer;
    private final UUID ada = UUID.randomUUID();
    private final String email = "ada-" + ada + "@shop.example";

    FaceSignInTest(RunningSouk souk) {
        this.souk = souk;
        this.root = souk.address().resolve("/");
        this.surfer = new Surfer(root);
        assertThat(souk.platform().bus().call(new CreateIdentity(ada, new Secret(email), new Secret(PASSWORD)), Cause.system(UUID.randomUUID())))
                .isEqualTo(Outcome.done(ada));
    }

    @AfterEach
    void stop() {
        surfer.close();
    }

    private Surfer.Page signIn(String start) {
        var page = surfer.open(start);
        assertThat(page.at()).hasPath("/sign-in");
        return surfer.submit(page, Map.of("email", email, "password", PASSWORD));
    }

    private String subject(String access) {
        return souk.guest().token(access).get("//userinfo").expect(200).string("sub");
    }

    @Test
    void a_shopper_signs_in_and_is_back_where_they_were() {
        var there = signIn("/auth/sign-in?back=%2Fdelivery%3Fcountry%3DDE");

        assertThat(there.at()).hasPath("/delivery").hasQuery("country=DE");
        assertThat(there.status()).isEqualTo(200);
        assertThat(subject(surfer.cookie(ACCESS))).isEqualTo(ada.toString());
        assertThat(ACCESS.length() + surfer.cookie(ACCESS).length()).isLessThan(2_000);
    }

    @Test
    void the_name_of_this_machine_is_as_good_as_its_number() {
        var local = URI.create("http://localhost:" + root.getPort() + "/");
        try (var other = new Surfer(local)) {
            var there = other.submit(other.open("/auth/sign-in?back=%2Fdelivery"), Map.of("email", email, "password", PASSWORD));
            assertThat(there.at()).hasHost("localhost").hasPath("/delivery");
            assertThat(other.cookie(ACCESS)).isNotEmpty();
        }
    }

    @Test
    void many_requests_with_an_old_token_renew_it_and_end_nothing() throws Exception {
        signIn("/auth/sign-in?back=%2Fdelivery");
        surfer.drop(ACCESS);
        try (var browser = Executors.newVirtualThreadPerTaskExecutor()) {
            var pages = browser.invokeAll(IntStream.range(0, 12)
                    .<Callable<Surfer.Page>>mapToObj(_ -> () -> surfer.open("/delivery"))
                    .toList());
            for (var page : pages) {
                assertThat(page.get().status()).isEqualTo(200);
            }
        }
        assertThat(subject(surfer.cookie(ACCESS))).isEqualTo(ada.toString());
        surfer.drop(ACCESS);
        surfer.open("/delivery");
        assertThat(subject(surfer.cookie(ACCESS))).isEqualTo(ada.toString());
    }

    @Test
    void a_session_that_was_ended_elsewhere_leaves_a_guest() {
        signIn("/auth/sign-in?back=%2Fdelivery");
        souk.platform().bus().call(new dev.souk.contracts.identity.RevokeSession(ada, null, null, "TEST"), Cause.system(UUID.randomUUID()));
        surfer.drop(ACCESS);

        assertThat(surfer.open("/delivery").status()).isEqualTo(200);
        assertThat(surfer.cookie("souk-storefront-refresh")).isEmpty();
    }

    @Test
    void a_form_of_another_site_signs_nobody_out() {
        signIn("/auth/sign-in?back=%2Fdelivery");
        assertThat(surfer.post("/auth/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(surfer.cookie(ACCESS)).isNotEmpty();
    }

    private String asksToLeave(String hint, String goOn) {
        return "/oauth2/end-session?client_id=souk-storefront&id_token_hint=" + hint + "&post_logout_redirect_uri="
                + java.net.URLEncoder.encode(goOn, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void who_signs_out_is_out_everywhere_in_this_browser_and_back_home() {
        signIn("/auth/sign-in?back=%2Fdelivery");
        var late = souk.guest().token(surfer.cookie(ACCESS));
        var out = surfer.send("/auth/sign-out", Map.of());

        assertThat(out.at()).as(out.status() + out.text()).isEqualTo(root);
        assertThat(surfer.cookie("souk-storefront-refresh") + surfer.cookie(ACCESS) + surfer.cookie("souk-sign-on")).isEmpty();
        assertThat(surfer.open("/auth/sign-in?back=%2Fdelivery").at()).hasPath("/sign-in");
        Await.until("the edge knows that the session has ended", () -> late.get("/identity/me").status() == 401);
    }

    @Test
    void without_proof_the_person_is_asked_and_then_goes_on() {
        signIn("/auth/sign-in?back=%2Fdelivery");
        var asked = surfer.open("/oauth2/end-session?client_id=souk-storefront&state=s1&post_logout_redirect_uri=" + root);
        assertThat(asked.text()).contains("Sign out?");
        assertThat(surfer.cookie("souk-sign-on")).isNotEmpty();
        var out = surfer.submit(asked, Map.of());
        assertThat(out.at()).isEqualTo(root.resolve("?state=s1"));
        assertThat(surfer.cookie("souk-sign-on")).isEmpty();
    }

    @Test
    void the_proof_of_somebody_else_signs_nobody_out_and_nobody_is_sent_away_from_here() {
        signIn("/auth/sign-in?back=%2Fdelivery");
        var hint = surfer.cookie("souk-storefront-proof");
        assertThat(surfer.open(asksToLeave(hint, "https://evil.example/")).text()).contains("Signed out").doesNotContain("evil.example");

        var grace = UUID.randomUUID();
        souk.platform().bus().call(new CreateIdentity(grace, new Secret("grace-" + grace + "@shop.example"), new Secret(PASSWORD)), Cause.system(UUID.randomUUID()));
        try (var other = new Surfer(root)) {
            other.submit(other.open("/auth/sign-in?back=%2Fdelivery"), Map.of("email", "grace-" + grace + "@shop.example", "password", PASSWORD));
            assertThat(other.open(asksToLeave(hint, root.toString())).text()).contains("Sign out?");
            assertThat(other.open(asksToLeave(hint.substring(0, hint.length() - 6) + "AAAAAA", root.toString())).text()).contains("Sign out?");
            assertThat(other.cookie("souk-sign-on")).isNotEmpty();
        }
    }

    @Test
    void the_sign_in_pages_speak_german_and_look_as_chosen() {
        try (var german = new Surfer(root)) {
            german.send("/language", Map.of("language", "de", "back", "/delivery"));
            german.send("/look", Map.of("look", "dark", "back", "/delivery"));
            assertThat(german.open("/auth/sign-in?back=%2Fdelivery").text()).contains("<html lang=\"de\" data-look=\"dark\">", "Passwort vergessen?");
        }
    }
}
