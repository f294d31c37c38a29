package dev.souk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.ConsentChanged;
import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.customer.CustomerPreferencesUpdated;
import dev.souk.contracts.customer.CustomerProfileUpdated;
import dev.souk.contracts.customer.CustomerRegistered;
import dev.souk.contracts.customer.DataExportPartReady;
import dev.souk.contracts.customer.DataExportRequested;
import dev.souk.contracts.customer.ErasurePartCompleted;
import dev.souk.contracts.customer.ErasureRequested;
import dev.souk.contracts.customer.RegistrationRepeated;
import dev.souk.contracts.customer.RewardPointsEarned;
import dev.souk.notification.db.Notices;
import dev.souk.notification.db.Recipients;
import dev.souk.notification.http.InboxRoutes;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersTest {
    private final Given given = Given.aShop();
    private final UUID ada = given.souk.vault().newcomer();

    @AfterEach
    void close() {
        given.close();
    }

    private CustomerRegistered registered(@Nullable String locale) {
        return new CustomerRegistered(
                UUID.randomUUID(), Instant.EPOCH, ada, given.souk.vault().seal(ada, "ada@example.com"), null, "ACTIVE", null,
                locale, "STANDARD", false);
    }

    private List<InboxRoutes.Message> inbox() {
        return given.souk
                .call(TestPlatform.staff(Role.ADMIN), "GET", "/notifications/outbox?recipient=" + ada, null)
                .body(InboxRoutes.Messages.class)
                .messages();
    }

    @Test
    void a_new_customer_is_welcomed_in_her_language() {
        given.deliver(registered("de"));
        assertThat(inbox()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Willkommen bei Souk");
            assertThat(mail.address()).isEqualTo("ada@example.com");
        });
    }

    @Test
    void a_new_address_is_used_and_an_old_word_does_not_overrule_a_newer_one() {
        given.deliver(registered(null));
        given.deliver(profile("new@example.com", 3), profile("old@example.com", 2));
        given.deliver(new RegistrationRepeated(ada, Instant.EPOCH));
        assertThat(inbox().getFirst().address()).isEqualTo("new@example.com");
        assertThat(inbox().getFirst().templateKey()).isEqualTo("account-exists");
    }

    private CustomerProfileUpdated profile(String email, long version) {
        return new CustomerProfileUpdated(
                ada, List.of("email"), given.souk.vault().seal(ada, email), null, null, null, version, Instant.EPOCH);
    }

    @Test
    void preferences_and_consent_count_from_when_they_come() {
        given.deliver(registered(null));
        given.deliver(new RewardPointsEarned(ada, UUID.randomUUID(), 5, 5));
        assertThat(inbox()).hasSize(1);
        given.deliver(
                new CustomerPreferencesUpdated(ada, "de", "EUR", Map.of("POINTS_EARNED", List.of("EMAIL")), 1),
                new ConsentChanged(ada, "MARKETING", true, "1", Instant.EPOCH));
        given.deliver(new RewardPointsEarned(ada, UUID.randomUUID(), 5, 10));
        assertThat(inbox().getFirst().subject()).isEqualTo("5 Punkte gesammelt");
        assertThat(given.souk.read(tx -> Recipients.find(tx, ada)).orElseThrow().consent()).isTrue();
    }

    @Test
    void an_erasure_is_confirmed_with_the_way_back() {
        given.deliver(registered(null), new ErasureRequested(UUID.randomUUID(), ada, Instant.parse("2026-03-17T10:15:00Z")));
        assertThat(inbox().stream().map(InboxRoutes.Message::templateKey)).contains("erasure-requested");
        assertThat(inbox().stream().map(InboxRoutes.Message::text)).anyMatch(text -> text.contains("17 March 2026"));
    }

    @Test
    void a_customer_and_her_registration_may_come_in_one_batch_with_an_order() {
        var order = UUID.randomUUID();
        given.deliver(registered(null), Given.created(order, ada), Given.confirmed(order, ada));
        assertThat(given.logged(ada)).extracting(Notices.Logged::templateKey).contains("welcome", "order-confirmed");
    }

    @Test
    void a_person_gets_everything_that_is_held_and_then_it_is_gone() {
        var order = UUID.randomUUID();
        given.deliver(
                registered(null), Given.created(order, ada), given.submitted(order, ada, "other@example.com"),
                Given.confirmed(order, ada), new DataExportRequested(UUID.randomUUID(), ada, LocalDate.EPOCH));
        var part = given.published(DataExportPartReady.class).getFirst();
        assertThat(given.souk.vault().open(part.part(), String.class).orElseThrow())
                .contains("ada@example.com", "other@example.com", "order-confirmed", "welcome");
        assertThat(part.records()).isEqualTo(1 + 1 + 4);
        given.souk.vault().destroy(ada);
        given.deliver(new CustomerErased(UUID.randomUUID(), ada, "key", Instant.EPOCH));
        assertThat(inbox()).isEmpty();
        assertThat(given.published(ErasurePartCompleted.class)).singleElement().satisfies(done -> {
            assertThat(done.context()).isEqualTo("notification");
            assertThat(done.deleted()).isEqualTo(1);
            assertThat(done.pseudonymised()).isEqualTo(4);
        });
        var sealed = given.souk.read(tx -> tx.sql(
                        """
                select (select count(*) from recipient) + (select count(*) from order_view where email is not null)
                     + (select count(*) from notification where data is not null or address is not null) as n
                """)
                .one(row -> row.integer("n")));
        assertThat(sealed).isZero();
    }
}
