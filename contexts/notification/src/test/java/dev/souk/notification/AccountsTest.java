package dev.souk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.CustomerRegistered;
import dev.souk.contracts.customer.EmailChangeRequested;
import dev.souk.contracts.identity.EmailVerificationRequested;
import dev.souk.contracts.identity.IdentityLocked;
import dev.souk.contracts.identity.IssueOneTimeLink;
import dev.souk.contracts.identity.PasswordChanged;
import dev.souk.contracts.identity.PasswordResetRequested;
import dev.souk.notification.http.InboxRoutes;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Instant SOON = Instant.parse("2026-01-05T10:30:00Z");
    private final Given given = Given.aShop();
    private final UUID ada = given.souk.vault().newcomer();
    private final UUID ref = UUID.randomUUID();

    @AfterEach
    void close() {
        given.close();
    }

    private void identityGives(Outcome<IssueOneTimeLink.Link> link) {
        given.souk.handling(IssueOneTimeLink.class, _ -> link);
    }

    private static Outcome<IssueOneTimeLink.Link> link() {
        return Outcome.done(new IssueOneTimeLink.Link(new Secret("https://shop.example/once/s3cr3t"), SOON));
    }

    private CustomerRegistered registered() {
        return new CustomerRegistered(
                UUID.randomUUID(), Instant.EPOCH, ada, given.souk.vault().seal(ada, "ada@example.com"), null, "ACTIVE", null,
                null, "STANDARD", false);
    }

    private List<InboxRoutes.Message> inbox(String template) {
        return given.souk
                .call(TestPlatform.staff(Role.ADMIN), "GET", "/notifications/outbox?recipient=" + ada, null)
                .body(InboxRoutes.Messages.class)
                .messages()
                .stream()
                .filter(message -> message.templateKey().equals(template))
                .toList();
    }

    @Test
    void a_one_time_link_stands_in_the_mail_and_nowhere_else() {
        identityGives(link());
        given.deliver(registered(), new PasswordResetRequested(ada, ref, SOON, null));
        assertThat(inbox("password-reset")).singleElement().satisfies(
                mail -> assertThat(mail.text()).contains("https://shop.example/once/s3cr3t", "5 January 2026"));
        var rows = given.souk.read(tx -> tx.sql("select n::text as line from notification n").list(row -> row.text("line")));
        assertThat(rows).isNotEmpty().noneMatch(line -> line.contains("s3cr3t"));
    }

    @Test
    void a_member_of_staff_is_written_to_at_the_address_that_came_along() {
        identityGives(link());
        var address = given.souk.vault().seal(ada, "ada@staff.example");
        given.deliver(
                new PasswordResetRequested(ada, ref, SOON, address), new PasswordChanged(ada, SOON, address),
                new IdentityLocked(ada, SOON, address));
        assertThat(inbox("password-reset")).singleElement().satisfies(mail -> {
            assertThat(mail.address()).isEqualTo("ada@staff.example");
            assertThat(mail.text()).contains("https://shop.example/once/s3cr3t");
        });
        assertThat(inbox("password-changed")).hasSize(1);
        assertThat(inbox("account-locked")).hasSize(1);
    }

    @Test
    void a_link_that_is_used_or_too_old_is_not_sent() {
        identityGives(Outcome.refused(Refusal.conflict("LINK_GONE", "gone")));
        given.deliver(registered(), new PasswordResetRequested(ada, ref, SOON, null));
        assertThat(inbox("password-reset")).isEmpty();
        assertThat(given.logged(ada).stream().map(row -> String.valueOf(row.reason()))).contains("LINK_GONE");
    }

    @Test
    void a_question_that_is_faster_than_the_news_of_who_it_is_waits_for_it() {
        identityGives(link());
        given.deliver(new EmailVerificationRequested(ada, ada, ref, SOON));
        assertThat(given.only(ada).status()).isEqualTo("QUEUED");
        given.deliver(registered());
        given.later(Duration.ofSeconds(3));
        assertThat(inbox("verify-email")).hasSize(1);
    }

    @Test
    void whoever_never_becomes_known_is_not_waited_for() {
        identityGives(link());
        given.deliver(new EmailVerificationRequested(ada, ada, ref, SOON));
        given.later(Duration.ofSeconds(70));
        assertThat(given.only(ada).reason()).isEqualTo("NO_ADDRESS");
    }

    @Test
    void a_new_address_is_asked_at_that_address() {
        identityGives(link());
        given.deliver(
                registered(), new EmailChangeRequested(ada, given.souk.vault().seal(ada, "new@example.com"), Instant.EPOCH),
                new EmailVerificationRequested(ada, ada, ref, SOON), new PasswordChanged(ada, SOON, null),
                new IdentityLocked(ada, SOON, null));
        assertThat(inbox("verify-email")).singleElement()
                .satisfies(mail -> assertThat(mail.address()).isEqualTo("new@example.com"));
        assertThat(inbox("password-changed")).singleElement()
                .satisfies(mail -> assertThat(mail.address()).isEqualTo("ada@example.com"));
        assertThat(inbox("account-locked")).hasSize(1);
        assertThat(inbox("email-change")).singleElement().satisfies(mail -> {
            assertThat(mail.address()).isEqualTo("ada@example.com");
            assertThat(mail.text()).contains("https://shop.example/forgot-password").doesNotContain("new@example.com");
        });
    }
}
