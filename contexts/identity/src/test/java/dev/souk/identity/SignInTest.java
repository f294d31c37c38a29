package dev.souk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.identity.AuthenticationFailed;
import dev.souk.contracts.identity.CustomerAuthenticated;
import dev.souk.contracts.identity.EmailVerificationRequested;
import dev.souk.contracts.identity.EmailVerified;
import dev.souk.contracts.identity.IdentityLocked;
import dev.souk.contracts.identity.PasswordChanged;
import dev.souk.contracts.identity.PasswordResetRequested;
import dev.souk.contracts.identity.SessionRevoked;
import dev.souk.identity.http.AccountRoutes;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
    private final Door door = new Door();

    @Test
    void who_registered_signs_in_and_is_who_the_token_says() throws Exception {
        var ada = door.ada();
        var answer = door.signIn("  ADA@shop.example", Door.PASSWORD, null);

        assertThat(Door.claims(answer).getSubject()).isEqualTo(ada.toString());
        assertThat(Door.claims(answer).getStringListClaim("roles")).containsExactly("CUSTOMER");
        assertThat(Door.claims(answer).getStringListClaim("amr")).containsExactly("pwd");
        assertThat(Door.claims(answer).getIssuer()).isEqualTo(Door.HERE.toString());
        assertThat(Door.claims(answer).getExpirationTime().toInstant())
                .isEqualTo(door.souk.clock().instant().plus(Duration.ofMinutes(15)));
        assertThat(door.souk.published(CustomerAuthenticated.class)).extracting(CustomerAuthenticated::method).containsExactly("PASSWORD");
    }

    @Test
    void registering_twice_changes_nothing_and_an_address_has_one_owner() {
        var ada = door.ada();
        assertThat(door.register(ada, "ada@shop.example", Door.PASSWORD)).isEqualTo(Outcome.done(ada));
        assertThat(door.register(UUID.randomUUID(), "Ada@Shop.example", "another long password of mine"))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(door.souk.published(EmailVerificationRequested.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "short, PASSWORD_TOO_SHORT", "password1234, PASSWORD_COMMON", "qwertyuiop[], PASSWORD_COMMON",
        "aaaaaaaaaaaaaaaa, PASSWORD_COMMON", "ada@shop.example, PASSWORD_COMMON", "iloveyou1234, PASSWORD_COMMON"
    })
    void a_password_that_others_guess_first_is_refused(String password, String code) {
        assertThat(door.register(UUID.randomUUID(), "ada@shop.example", password))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason().code()).isEqualTo(code));
    }

    @Test
    void a_password_has_at_most_128_characters() {
        assertThat(door.register(UUID.randomUUID(), "ada@shop.example", "xK4 ".repeat(33)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason().code()).isEqualTo("PASSWORD_TOO_LONG"));
    }

    @Test
    void wrong_passwords_and_unknown_addresses_are_told_apart_by_nothing() {
        door.ada();
        var wrong = door.signIn("ada@shop.example", "not the password", null);
        var unknown = door.signIn("bob@shop.example", "not the password", null);
        var nonsense = door.signIn("nobody", "not the password", null);
        assertThat(List.of(unknown.refusal(), nonsense.refusal())).containsOnly(wrong.refusal());
        assertThat(wrong.code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(door.souk.published(AuthenticationFailed.class)).hasSize(3);
        assertThat(door.souk.published(AuthenticationFailed.class).getFirst().network()).isNull();
        assertThat(door.souk.published(AuthenticationFailed.class).getLast().network()).isEqualTo("192.0.2.0/24");
    }

    @Test
    void the_fifth_wrong_password_closes_the_account_for_a_quarter_of_an_hour() {
        door.ada();
        for (int i = 0; i < 5; i++) {
            assertThat(door.signIn("ada@shop.example", "not the password", null).code()).isEqualTo("INVALID_CREDENTIALS");
        }
        assertThat(door.souk.published(IdentityLocked.class)).hasSize(1);
        assertThat(door.signIn().code()).isEqualTo("INVALID_CREDENTIALS");
        door.souk.clock().advance(Duration.ofMinutes(15));
        assertThat(door.signIn().status()).isEqualTo(200);
    }

    @Test
    void a_success_in_between_begins_a_new_count() {
        door.ada();
        for (int i = 0; i < 9; i++) {
            var right = i == 4;
            door.signIn("ada@shop.example", right ? Door.PASSWORD : "not the password", null);
        }
        assertThat(door.signIn().status()).isEqualTo(200);
    }

    @Test
    void who_fails_on_and_on_from_one_address_waits_longer_each_time() {
        var limited = new Door(true);
        for (int i = 0; i < 6; i++) {
            assertThat(limited.signIn("user" + i + "@shop.example", "not the password", null).code()).isEqualTo("INVALID_CREDENTIALS");
        }
        assertThat(limited.signIn().code()).isEqualTo("TOO_MANY_ATTEMPTS");
        limited.souk.clock().advance(Duration.ofSeconds(2));
        assertThat(limited.signIn().code()).isEqualTo("INVALID_CREDENTIALS");
        limited.souk.clock().advance(Duration.ofSeconds(1));
        assertThat(limited.signIn().code()).isEqualTo("TOO_MANY_ATTEMPTS");
    }

    @Test
    void a_refresh_token_works_once_and_its_reuse_ends_the_session() {
        door.ada();
        var first = Door.refreshToken(door.signIn());
        var second = Door.refreshToken(door.refresh(first));
        door.souk.clock().advance(Duration.ofSeconds(11));
        assertThat(second).isNotEqualTo(first);

        assertThat(door.refresh(first).code()).isEqualTo("INVALID_REFRESH_TOKEN");
        assertThat(door.refresh(second).code()).isEqualTo("INVALID_REFRESH_TOKEN");
        assertThat(door.souk.published(SessionRevoked.class)).extracting(SessionRevoked::reason).containsExactly("REUSED");
    }

    @Test
    void two_tabs_may_refresh_at_once() {
        door.ada();
        var first = Door.refreshToken(door.signIn());
        assertThat(door.refresh(first).status()).isEqualTo(200);
        assertThat(door.refresh(first).status()).isEqualTo(200);
    }

    @Test
    void a_session_ends_after_a_week_unused_and_after_thirty_days_anyway() {
        door.ada();
        var idle = Door.refreshToken(door.signIn());
        var used = Door.refreshToken(door.signIn());
        for (int day = 0; day < 25; day += 5) {
            door.souk.clock().advance(Duration.ofDays(5));
            used = Door.refreshToken(door.refresh(used));
        }
        assertThat(door.refresh(idle).code()).isEqualTo("INVALID_REFRESH_TOKEN");
        door.souk.clock().advance(Duration.ofDays(5));
        assertThat(door.refresh(used).code()).isEqualTo("INVALID_REFRESH_TOKEN");
    }

    @Test
    void sessions_are_listed_and_ended_by_their_owner_alone() {
        door.ada();
        var here = door.caller(door.signIn());
        var there = door.caller(door.signIn());
        var listed = door.souk.call(here, "GET", "/identity/sessions", null).body(AccountRoutes.Sessions.class);
        assertThat(listed.items()).hasSize(2).filteredOn(AccountRoutes.Sessions.View::current).hasSize(1);
        assertThat(listed.items().getFirst().session().network()).isEqualTo("192.0.2.0/24");

        var stranger = dev.souk.platform.testkit.TestPlatform.customer(UUID.randomUUID());
        var path = "/identity/sessions/" + there.session().id();
        assertThat(door.souk.call(stranger, "DELETE", path, null).code()).isEqualTo("SESSION_NOT_FOUND");
        assertThat(door.souk.call(here, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(door.souk.ask(new dev.souk.contracts.identity.ListEndedSessions())).containsExactly(there.session().id());
    }

    @Test
    void another_password_ends_all_other_sessions() {
        door.ada();
        var lost = Door.refreshToken(door.signIn());
        var answer = door.signIn();
        var caller = door.caller(answer);
        var wrong = new AccountRoutes.PasswordRequest(new Secret("not the password"), new Secret("a new and better password"));
        var right = new AccountRoutes.PasswordRequest(new Secret(Door.PASSWORD), new Secret("a new and better password"));

        assertThat(door.souk.call(caller, "PUT", "/identity/password", wrong).code()).isEqualTo("WRONG_PASSWORD");
        assertThat(door.souk.call(caller, "PUT", "/identity/password", right).status()).isEqualTo(204);
        assertThat(door.refresh(lost).code()).isEqualTo("INVALID_REFRESH_TOKEN");
        assertThat(door.refresh(Door.refreshToken(answer)).status()).isEqualTo(200);
        assertThat(door.signIn().code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(door.souk.published(PasswordChanged.class)).hasSize(1);
    }

    @Test
    void a_reset_works_once_within_half_an_hour_and_answers_the_same_for_any_address() {
        door.ada();
        var session = Door.refreshToken(door.signIn());
        var known = door.guest("POST", "/identity/password-reset", new AccountRoutes.EmailRequest(new Secret("ada@shop.example")));
        var unknown = door.guest("POST", "/identity/password-reset", new AccountRoutes.EmailRequest(new Secret("bob@shop.example")));
        assertThat(known).isEqualTo(unknown);
        var token = door.mailed(door.souk.published(PasswordResetRequested.class).getFirst().resetRef());

        assertThat(reset(token, "short").code()).isEqualTo("PASSWORD_TOO_SHORT");
        assertThat(reset(token, "a new and better password").status()).isEqualTo(204);
        assertThat(reset(token, "yet another fine password").code()).isEqualTo("LINK_GONE");
        assertThat(reset("guessed", "yet another fine password").code()).isEqualTo("LINK_GONE");
        assertThat(door.refresh(session).code()).isEqualTo("INVALID_REFRESH_TOKEN");
        assertThat(door.signIn("ada@shop.example", "a new and better password", null).status()).isEqualTo(200);
    }

    @Test
    void an_old_reset_link_opens_nothing() {
        door.ada();
        door.guest("POST", "/identity/password-reset", new AccountRoutes.EmailRequest(new Secret("ada@shop.example")));
        var token = door.mailed(door.souk.published(PasswordResetRequested.class).getFirst().resetRef());
        door.souk.clock().advance(Duration.ofMinutes(31));
        assertThat(reset(token, "a new and better password").code()).isEqualTo("LINK_GONE");
    }

    private dev.souk.platform.testkit.TestAnswer reset(String token, String password) {
        return door.guest("POST", "/identity/password-reset/complete", new AccountRoutes.ResetRequest(new Secret(token), new Secret(password)));
    }

    @Test
    void an_address_is_verified_by_the_link_that_was_sent_there() {
        var ada = door.ada();
        var ref = door.souk.published(EmailVerificationRequested.class).getFirst().linkRef();
        var early = door.mailed(ref);
        var late = door.mailed(ref);
        assertThat(verify(late).status()).isEqualTo(204);
        assertThat(verify(early).code()).isEqualTo("LINK_GONE");
        assertThat(door.souk.published(EmailVerified.class)).extracting(EmailVerified::customerId).containsExactly(ada);
        assertThat(door.souk.call(door.caller(door.signIn()), "GET", "/identity/me", null).body(AccountRoutes.AccountAnswer.class).emailVerified())
                .isTrue();
    }

    private dev.souk.platform.testkit.TestAnswer verify(String token) {
        return door.guest("POST", "/identity/email-verification", new AccountRoutes.TokenRequest(new Secret(token)));
    }

    @Test
    void nothing_personal_and_no_secret_stands_in_clear_in_the_database() {
        door.ada();
        var refresh = Door.refreshToken(door.signIn());
        door.guest("POST", "/identity/password-reset", new AccountRoutes.EmailRequest(new Secret("ada@shop.example")));
        var token = door.mailed(door.souk.published(PasswordResetRequested.class).getFirst().resetRef());
        var tables = door.souk.read(tx -> tx.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .list(row -> row.text("table_name")));
        for (var table : tables) {
            var rows = door.souk.read(tx -> tx.sql("select t::text as content from " + table + " t").list(row -> row.text("content")));
            assertThat(String.join("\n", rows)).as(table)
                    .doesNotContain("ada@", "192.0.2", Door.PASSWORD, refresh, token);
        }
    }
}
