package dev.souk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.customer.CustomerStatusChanged;
import dev.souk.contracts.identity.AddDemoAccount;
import dev.souk.contracts.identity.ListEndedSessions;
import dev.souk.contracts.identity.AppointAdministrator;
import dev.souk.contracts.identity.GetJwks;
import dev.souk.contracts.identity.MfaEnrolled;
import dev.souk.contracts.identity.RoleAssigned;
import dev.souk.identity.http.AccountRoutes;
import dev.souk.identity.http.StaffRoutes;
import dev.souk.identity.http.StaffSessions;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StaffTest {
    private static final String TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private final Door door = new Door();

    private Caller hired(String name, Role... roles) {
        var made = door.souk.handle(new AddDemoAccount(
                new Secret(name + "@shop.example"), new Secret(Door.PASSWORD), new Secret(TOTP), List.of(roles).stream().map(Role::name).toList()));
        return new Caller(((Outcome.Done<UUID>) made).result(), Set.of(roles));
    }

    private TestAnswer enters(String name, String code) {
        return door.signIn(name + "@shop.example", Door.PASSWORD, code);
    }

    @Test
    void staff_signs_in_with_a_code_that_works_once() throws Exception {
        hired("grace", Role.SUPPORT);
        assertThat(door.signIn("grace@shop.example", Door.PASSWORD, null).code()).isEqualTo("MFA_REQUIRED");
        var code = door.code(TOTP);
        var answer = enters("grace", code);
        assertThat(Door.claims(answer).getStringListClaim("roles")).containsExactly("SUPPORT");
        assertThat(Door.claims(answer).getStringListClaim("amr")).contains("pwd", "otp", "mfa");
        assertThat(enters("grace", code).code()).isEqualTo("INVALID_CREDENTIALS");
        door.souk.clock().advance(Duration.ofSeconds(30));
        assertThat(enters("grace", door.code(TOTP)).status()).isEqualTo(200);
    }

    @Test
    void wrong_codes_close_the_account_too() {
        hired("grace", Role.SUPPORT);
        for (int i = 0; i < 5; i++) {
            assertThat(enters("grace", "000000").code()).isEqualTo("INVALID_CREDENTIALS");
        }
        assertThat(enters("grace", door.code(TOTP)).code()).isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void a_customer_may_have_a_second_factor_and_recovers_with_a_code_that_works_once() {
        door.ada();
        var caller = door.caller(door.signIn());
        var begun = door.souk.call(caller, "POST", "/identity/mfa", null).body(AccountRoutes.EnrolmentAnswer.class);
        assertThat(begun.uri()).startsWith("otpauth://totp/Souk:ada%40shop.example?secret=");
        var wrong = new AccountRoutes.CodeRequest(new Secret("000000"));
        assertThat(door.souk.call(caller, "POST", "/identity/mfa/confirm", wrong).code()).isEqualTo("INVALID_CODE");
        var right = new AccountRoutes.CodeRequest(new Secret(door.code(begun.secret())));
        var codes = door.souk.call(caller, "POST", "/identity/mfa/confirm", right).body(AccountRoutes.RecoveryCodes.class).codes();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(door.souk.published(MfaEnrolled.class)).hasSize(1);
        assertThat(door.signIn().code()).isEqualTo("MFA_REQUIRED");
        assertThat(enters("ada", codes.getFirst()).status()).isEqualTo(200);
        assertThat(enters("ada", codes.getFirst()).code()).isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void a_second_factor_needs_a_fresh_sign_in() {
        door.ada();
        var caller = door.caller(door.signIn());
        door.souk.clock().advance(Duration.ofMinutes(6));
        assertThat(door.souk.call(caller, "POST", "/identity/mfa", null).code()).isEqualTo("SIGN_IN_NOT_FRESH");
    }

    private TestAnswer assign(Caller by, Caller to, Role role) {
        return door.souk.call(by, "POST", "/identity/identities/" + to.subject() + "/roles", new StaffRoutes.RoleRequest(role.name(), null, null));
    }

    private TestAnswer decide(Caller by, UUID request, String decision) {
        return door.souk.call(by, "PUT", "/identity/role-requests/" + request, new StaffRoutes.Decision(decision));
    }

    @Test
    void a_role_that_moves_money_or_roles_is_granted_by_two() {
        var one = hired("one", Role.ADMIN);
        var two = hired("two", Role.ADMIN);
        var grace = hired("grace", Role.SUPPORT);
        for (var role : List.of(Role.ADMIN, Role.FINANCE, Role.OPERATOR)) {
            var waiting = assign(one, grace, role).body(StaffRoutes.RoleAnswer.class);
            assertThat(waiting.status()).isEqualTo("WAITING");
            var request = java.util.Objects.requireNonNull(waiting.requestId());
            assertThat(decide(one, request, "APPROVE").code()).isEqualTo("FOUR_EYES");
            assertThat(decide(grace(grace), request, "APPROVE").code()).isEqualTo("FOUR_EYES");
            assertThat(decide(two, request, "APPROVE").status()).isEqualTo(204);
            assertThat(decide(two, request, "APPROVE").code()).isEqualTo("ROLE_REQUEST_NOT_FOUND");
        }
        assertThat(door.souk.published(RoleAssigned.class)).filteredOn(event -> event.identityId().equals(grace.subject()))
                .extracting(RoleAssigned::role).containsExactly("SUPPORT", "ADMIN", "FINANCE", "OPERATOR");
    }

    private static Caller grace(Caller grace) {
        return new Caller(grace.subject(), Set.of(Role.ADMIN));
    }

    @Test
    void nobody_raises_themselves_and_the_last_administrator_stays() {
        var one = hired("one", Role.ADMIN);
        assertThat(assign(one, one, Role.MERCHANDISER).code()).isEqualTo("FOUR_EYES");
        var path = "/identity/identities/" + one.subject() + "/roles/revoke";
        assertThat(door.souk.call(one, "POST", path, new StaffRoutes.RoleRequest("ADMIN", null, null)).code()).isEqualTo("LAST_ADMIN");
    }

    @Test
    void another_role_is_there_at_once_and_ends_the_sessions_when_it_goes() throws Exception {
        var one = hired("one", Role.ADMIN);
        var grace = hired("grace", Role.SUPPORT);
        assertThat(assign(one, grace, Role.MODERATOR).body(StaffRoutes.RoleAnswer.class).status()).isEqualTo("ASSIGNED");
        var session = enters("grace", door.code(TOTP));
        assertThat(Door.claims(session).getStringListClaim("roles")).containsExactly("MODERATOR", "SUPPORT");
        var path = "/identity/identities/" + grace.subject() + "/roles/revoke";
        assertThat(door.souk.call(one, "POST", path, new StaffRoutes.RoleRequest("MODERATOR", null, null)).status()).isEqualTo(204);
        assertThat(door.refresh(Door.refreshToken(session)).code()).isEqualTo("INVALID_REFRESH_TOKEN");
    }

    @Test
    void an_administrator_sees_where_a_colleague_is_signed_in_and_ends_it() throws Exception {
        var one = hired("one", Role.ADMIN);
        var grace = hired("grace", Role.SUPPORT);
        enters("grace", door.code(TOTP));
        var path = "/identity/staff/" + grace.subject() + "/sessions";
        assertThat(door.souk.call(one, "GET", path, null).body(StaffSessions.Open.class).items())
                .singleElement()
                .satisfies(session -> assertThat(session.methods()).containsExactly("mfa", "otp", "pwd"));
        door.souk.call(one, "DELETE", "/identity/identities/" + grace.subject() + "/sessions", null);
        assertThat(door.souk.call(one, "GET", path, null).body(StaffSessions.Open.class).items()).isEmpty();
        assertThat(door.souk.call(grace, "GET", path, null).code()).isEqualTo("FORBIDDEN");
        assertThat(door.souk.call(one, "GET", "/identity/staff/" + grace.subject(), null).body(StaffRoutes.Member.class))
                .satisfies(member -> assertThat(member.email()).isEqualTo("g***@shop.example"))
                .satisfies(member -> assertThat(member.roles()).extracting(StaffRoutes.RoleView::role).containsExactly("SUPPORT"));
        assertThat(door.souk.call(one, "GET", "/identity/staff/" + door.ada() + "/sessions", null).code())
                .isEqualTo("IDENTITY_NOT_FOUND");
    }

    @Test
    void a_seller_is_one_only_for_a_seller() {
        var one = hired("one", Role.ADMIN);
        var ada = new Caller(door.ada(), Set.of(Role.CUSTOMER));
        assertThat(assign(one, ada, Role.SELLER).code()).isEqualTo("SCOPE_REQUIRED");
        var seller = UUID.randomUUID();
        var path = "/identity/identities/" + ada.subject() + "/roles";
        assertThat(door.souk.call(one, "POST", path, new StaffRoutes.RoleRequest("SELLER", seller, null)).status()).isEqualTo(200);
        assertThat(Door.claims(door.signIn()).getClaim("sellers")).isEqualTo(List.of(seller.toString()));
    }

    @Test
    void two_administrators_found_a_platform_and_no_third() {
        assertThat(appoint("one")).isInstanceOf(Outcome.Done.class);
        assertThat(appoint("two")).isInstanceOf(Outcome.Done.class);
        assertThat(appoint("three")).isInstanceOfSatisfying(
                Outcome.Refused.class, refused -> assertThat(refused.reason().code()).isEqualTo("ADMINISTRATORS_EXIST"));
    }

    private Outcome<AppointAdministrator.Appointed> appoint(String name) {
        return door.souk.handle(new AppointAdministrator(new Secret(name + "@shop.example")));
    }

    @Test
    void a_new_colleague_sets_a_password_by_link_and_has_to_enrol() {
        var one = hired("one", Role.ADMIN);
        var invited = door.souk.call(one, "POST", "/identity/staff", new StaffRoutes.InviteRequest(new Secret("new@shop.example")))
                .body(StaffRoutes.Invited.class);
        var token = invited.inviteUrl().replaceAll(".*token=", "");
        door.guest("POST", "/identity/password-reset/complete", new AccountRoutes.ResetRequest(new Secret(token), new Secret(Door.PASSWORD)));
        assertThat(enters("new", "000000").code()).isEqualTo("MFA_ENROLMENT_REQUIRED");
    }

    @Test
    void keys_turn_after_ninety_days_and_the_old_one_is_known_a_day_longer() {
        door.ada();
        door.signIn();
        var first = kids();
        door.souk.clock().advance(Duration.ofDays(89));
        door.souk.sweep("keys");
        assertThat(kids()).hasSize(2).containsAll(first);
        assertThat(signer()).isEqualTo(first.getFirst());
        door.souk.clock().advance(Duration.ofDays(1).plusMinutes(2));
        assertThat(signer()).isNotEqualTo(first.getFirst());
        assertThat(kids()).containsAll(first);
        door.souk.clock().advance(Duration.ofDays(1).plusMinutes(2));
        assertThat(kids()).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    private List<String> kids() {
        return door.souk.ask(new GetJwks()).keys().stream().map(GetJwks.Key::kid).toList();
    }

    private String signer() {
        try {
            var token = door.signIn().body(dev.souk.identity.http.TokenRoutes.TokenAnswer.class).accessToken();
            return com.nimbusds.jwt.SignedJWT.parse(token).getHeader().getKeyID();
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void who_is_suspended_stays_outside_until_it_is_lifted_and_who_is_erased_is_gone() {
        var ada = door.ada();
        var session = Door.refreshToken(door.signIn());
        door.souk.deliver(new CustomerStatusChanged(ada, "ACTIVE", "SUSPENDED", "fraud"));
        assertThat(door.refresh(session).code()).isEqualTo("INVALID_REFRESH_TOKEN");
        assertThat(door.signIn().code()).isEqualTo("INVALID_CREDENTIALS");
        door.souk.deliver(new CustomerStatusChanged(ada, "SUSPENDED", "ACTIVE", "sorry"));
        var open = door.caller(door.signIn()).session().id();

        door.souk.deliver(new CustomerErased(UUID.randomUUID(), ada, "key", door.souk.clock().instant()));
        assertThat(door.signIn().code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(door.souk.call(TestPlatform.customer(ada), "GET", "/identity/me", null).code()).isEqualTo("IDENTITY_NOT_FOUND");
        assertThat(door.souk.ask(new ListEndedSessions())).contains(open);
    }

    @Test
    void a_login_whose_customer_never_came_to_be_is_gone_after_an_hour() {
        door.ada();
        door.souk.clock().advance(Duration.ofMinutes(61));
        assertThat(door.souk.sweep("cleaning")).isEqualTo(1);
        assertThat(door.register(UUID.randomUUID(), "ada@shop.example", Door.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }
}
