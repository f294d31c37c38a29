package dev.souk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.ConsentChanged;
import dev.souk.contracts.customer.CustomerRegistered;
import dev.souk.contracts.customer.RegistrationRepeated;
import dev.souk.contracts.identity.CreateIdentity;
import dev.souk.customer.http.Registration.Registered;
import dev.souk.customer.http.Requests.Register;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final String PASSWORD = "correct horse battery";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    private static Register form(String email, String password) {
        return new Register(email, "Ada Lovelace", new Secret(password), "+44 20 7946 0001", "en-GB", true, "2026-01");
    }

    private TestAnswer register(Caller caller, Register form) {
        return shop.souk.call(caller, "POST", "/customers", form);
    }

    @Test
    void a_visitor_opens_an_account_and_identity_alone_gets_the_password() {
        register(Caller.GUEST, form("Ada@Example.com ", PASSWORD));

        var registered = shop.souk.published(CustomerRegistered.class).getFirst();
        assertThat(shop.identities).extracting(CreateIdentity::customerId).containsExactly(registered.customerId());
        assertThat(shop.souk.vault().open(registered.email(), String.class)).contains("ada@example.com");
        assertThat(registered.level()).isEqualTo("STANDARD");
        assertThat(shop.souk.published(ConsentChanged.class))
                .extracting(ConsentChanged::purpose, ConsentChanged::granted, ConsentChanged::textVersion)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("MARKETING", true, "2026-01"));
        var everything = shop.souk.read(tx -> tx.sql("select t::text as row from customer t union all select payload::text from journal")
                .list(r -> r.text("row")));
        assertThat(everything).isNotEmpty().allSatisfy(row -> assertThat(row)
                .doesNotContainIgnoringCase("lovelace").doesNotContainIgnoringCase("ada@").doesNotContain(PASSWORD, "7946"));
    }

    @Test
    void a_known_address_gets_the_same_answer_and_its_owner_is_told() {
        var first = register(Caller.GUEST, form("ada@example.com", PASSWORD));
        var second = register(Caller.GUEST, form("ADA@example.com", PASSWORD + " of another"));

        assertThat(second).isEqualTo(first);
        assertThat(first.body(Registered.class).customerId()).isNull();
        assertThat(first.status()).isEqualTo(201);
        var owner = shop.souk.published(CustomerRegistered.class).getFirst().customerId();
        assertThat(shop.souk.published(CustomerRegistered.class)).hasSize(1);
        assertThat(shop.souk.published(RegistrationRepeated.class))
                .extracting(RegistrationRepeated::customerId).containsExactly(owner);
    }

    @Test
    void a_password_that_identity_refuses_leaves_no_account() {
        assertThat(register(Caller.GUEST, form("ada@example.com", "short")).code()).isEqualTo("PASSWORD_TOO_SHORT");
        assertThat(shop.souk.published(CustomerRegistered.class)).isEmpty();
    }

    @Test
    void staff_is_told_that_an_address_is_taken_and_gets_the_id() {
        var support = TestPlatform.staff(Role.SUPPORT);
        var form = new Register("bob@example.com", null, null, null, null, null, null);
        var id = register(support, form).body(Registered.class).customerId();
        assertThat(id).isEqualTo(shop.souk.published(CustomerRegistered.class).getFirst().customerId());
        assertThat(register(support, form).code()).isEqualTo("EMAIL_TAKEN");
    }

    @Test
    void what_is_no_address_name_or_number_is_refused() {
        for (var bad : List.of(
                new Register("no-address", null, new Secret(PASSWORD), null, null, null, null),
                new Register(null, null, new Secret(PASSWORD), null, null, null, null),
                new Register("a@b.c", "a\u0000b", new Secret(PASSWORD), null, null, null, null),
                new Register("a@b.c", null, new Secret(PASSWORD), "call me", null, null, null),
                new Register("a@b.c", null, new Secret(PASSWORD), null, "not a language", null, null),
                new Register("a@b.c", null, null, null, null, null, null),
                new Register("a@b.c", null, new Secret(PASSWORD), null, null, true, null))) {
            assertThat(register(Caller.GUEST, bad).code()).isNotEmpty();
        }
        assertThat(shop.identities).isEmpty();
    }

    @Test
    void a_form_says_nothing_when_it_is_logged() {
        assertThat(form("ada@example.com", PASSWORD)).hasToString("Register");
    }
}
