package dev.souk.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.identity.CreateIdentity;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
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
}
