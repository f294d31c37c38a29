package dev.souk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.souk.contracts.cart.CartAbandoned;
import dev.souk.contracts.notification.NotificationFailed;
import dev.souk.contracts.notification.NotificationSent;
import dev.souk.contracts.notification.RecipientSuppressed;
import dev.souk.contracts.notification.RetryNotification;
import dev.souk.notification.db.Notices;
import dev.souk.notification.db.Notifications;
import dev.souk.notification.db.Queued;
import dev.souk.notification.db.Recipients;
import dev.souk.notification.domain.Channel;
import dev.souk.notification.domain.Kinds;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Caller;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Mail, against real SMTP servers.
class SendingTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MoodySmtp moody = new MoodySmtp();
    private final UUID order = UUID.randomUUID();

    SendingTest() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
        moody.close();
    }

    private static Map<String, String> at(int port) {
        return Map.of(
                "notification.mail.host", "127.0.0.1", "notification.mail.port", String.valueOf(port),
                "notification.mail.tls", "none", "notification.mail.from", "shop@souk.example");
    }

    private Given aShopWithMail() {
        return Given.aShop(at(server.getSmtp().getPort()));
    }

    private void placed(Given given, UUID customer, String country) {
        given.deliver(Given.created(order, customer), Given.confirmed(order, customer, country));
    }

    @Test
    void a_mail_arrives_with_text_html_and_a_message_id_of_its_own() throws Exception {
        try (var given = aShopWithMail()) {
            var ada = given.aCustomer("ada@example.com");
            placed(given, ada, "GB");
            var row = given.only(ada);
            assertThat(row.status()).isEqualTo("SENT");
            assertThat(server.getReceivedMessages()).hasSize(1);
            var mail = server.getReceivedMessages()[0];
            assertThat(mail.getMessageID()).isEqualTo("<" + row.notificationId() + "@souk.example>");
            assertThat(mail.getAllRecipients()[0]).hasToString("ada@example.com");
            assertThat(mail.getFrom()[0]).hasToString("Souk <shop@souk.example>");
            assertThat(mail.getSubject()).startsWith("Your order ORD-");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getHeader("List-Unsubscribe")).isNull();
            var parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContent().toString()).contains("Bedside lamp", "£50.94");
            assertThat(parts.getBodyPart(1).getContent().toString()).contains("<table", "Bedside lamp", "£50.94");
            assertThat(row.providerRef()).isEqualTo(mail.getMessageID());
        }
    }

    @Test
    void advertising_carries_the_way_out_of_it() throws Exception {
        try (var given = aShopWithMail()) {
            var ada = given.aCustomer("ada@example.com");
            given.deliver(abandoned(ada));
            var mail = server.getReceivedMessages()[0];
            assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            var link = mail.getHeader("List-Unsubscribe")[0];
            assertThat(link).startsWith("<https://shop.example/unsubscribe/" + ada);
            var token = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
            var caller = Caller.GUEST;
            assertThat(given.souk.call(caller, "GET", "//unsubscribe/" + token, null).status()).isEqualTo(200);
            assertThat(given.souk.read(tx -> Recipients.find(tx, ada)).orElseThrow().consent())
                    .as("looking at the page changes nothing").isTrue();
            assertThat(given.souk.call(caller, "POST", "//unsubscribe/" + token + "x", new byte[0]).status()).isEqualTo(200);
            assertThat(given.souk.read(tx -> Recipients.find(tx, ada)).orElseThrow().consent())
                    .as("a made-up link changes nothing").isTrue();
            assertThat(given.souk.call(caller, "POST", "//unsubscribe/" + token, new byte[0]).status()).isEqualTo(200);
            given.deliver(abandoned(ada));
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(given.logged(ada).stream().map(Notices.Logged::reason)).contains("NO_CONSENT");
        }
    }

    private static CartAbandoned abandoned(UUID customer) {
        return new CartAbandoned(
                UUID.randomUUID(), customer, List.of(new CartAbandoned.Item(UUID.randomUUID(), "LAMP", 3, 1_275)), 3_825,
                "GBP", Instant.EPOCH, 1);
    }

    @Test
    void a_reader_in_germany_reads_german() throws Exception {
        try (var given = aShopWithMail()) {
            var guest = given.souk.vault().newcomer();
            given.souk.write(tx -> {
                Recipients.registered(
                        tx, guest, given.souk.vault().seal(guest, "gast@example.de"), null, null, false);
                return true;
            });
            placed(given, guest, "DE");
            assertThat(server.getReceivedMessages()[0].getSubject()).contains("ist bestätigt");
        }
    }

    @Test
    void a_redelivered_event_never_mails_twice() {
        try (var given = aShopWithMail()) {
            var ada = given.aCustomer("ada@example.com");
            var cause = new Queued.Cause(UUID.randomUUID(), "OrderConfirmed", UUID.randomUUID());
            var kind = Kinds.of("order-confirmed");
            var notice = new Notice(
                    kind, cause, ada, Queued.Sort.CUSTOMER, null, null, null, null, null);
            var row = notice.on(Channel.EMAIL, given.souk.clock().instant());
            for (int i = 0; i < 5; i++) {
                given.souk.write(tx -> Notifications.insert(
                        tx, List.of(row), Arrays.asList(tx.now())));
                given.due();
            }
            assertThat(server.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void several_workers_at_once_send_each_mail_once() throws Exception {
        try (var given = aShopWithMail()) {
            var rows = new ArrayList<Queued>();
            for (int i = 0; i < 150; i++) {
                var customer = given.aCustomer("customer" + i + "@example.com");
                var cause = new Queued.Cause(UUID.randomUUID(), "Test", UUID.randomUUID());
                rows.add(new Notice(
                                Kinds.of("welcome"), cause, customer,
                                Queued.Sort.CUSTOMER, null, null, null, null, null)
                        .on(Channel.EMAIL, given.souk.clock().instant()));
            }
            given.souk.write(tx -> Notifications.insert(
                    tx, rows, Collections.nCopies(rows.size(), tx.now())));
            var sweeps = new ArrayList<Thread>();
            for (int i = 0; i < 4; i++) {
                sweeps.add(Thread.ofVirtual().start(() -> given.souk.sweep("sending")));
            }
            for (var sweep : sweeps) {
                sweep.join();
            }
            given.quiet();
            assertThat(Arrays.stream(server.getReceivedMessages()).map(SendingTest::id)).hasSize(150).doesNotHaveDuplicates();
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_temporary_refusal_is_tried_again_after_one_five_and_twenty_five_minutes_then_given_up() {
        try (var given = Given.aShop(at(moody.port()))) {
            moody.answers("451 4.3.0 busy with ada@example.com");
            var ada = given.aCustomer("ada@example.com");
            placed(given, ada, "GB");
            assertThat(moody.asked()).isEqualTo(1);
            assertThat(given.only(ada).status()).isEqualTo("QUEUED");
            given.later(Duration.ofSeconds(40));
            assertThat(moody.asked()).isEqualTo(1);
            given.later(Duration.ofSeconds(32 + 1));
            assertThat(moody.asked()).isEqualTo(2);
            given.later(Duration.ofMinutes(6));
            assertThat(moody.asked()).isEqualTo(3);
            given.later(Duration.ofMinutes(30));
            assertThat(moody.asked()).isEqualTo(4);
            assertThat(given.only(ada).status()).isEqualTo("FAILED");
            assertThat(given.published(NotificationFailed.class)).extracting(NotificationFailed::isFinal)
                    .containsExactly(false, false, false, true);
            assertThat(given.published(NotificationFailed.class)).extracting(NotificationFailed::reason)
                    .containsOnly("SMTP 451 4.3.0");
            var attempts = given.souk.read(tx -> Notices.attempts(tx, given.only(ada).notificationId()));
            assertThat(attempts).extracting(Notices.Attempt::number).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void support_may_have_it_sent_again() {
        try (var given = Given.aShop(at(moody.port()))) {
            moody.answers("554 5.7.1 no");
            var ada = given.aCustomer("ada@example.com");
            placed(given, ada, "GB");
            var id = given.only(ada).notificationId();
            assertThat(given.only(ada).status()).isEqualTo("FAILED");
            moody.answers("250 ok");
            assertThat(given.souk.handle(new RetryNotification(id))).isEqualTo(Outcome.done(id));
            given.due();
            assertThat(given.only(ada).status()).isEqualTo("SENT");
            assertThat(given.souk.handle(new RetryNotification(id))).isEqualTo(Outcome.refused(Refusals.NOT_FAILED));
            assertThat(moody.ids()).hasSize(2).containsOnly("<" + id + "@souk.example>");
        }
    }

    @Test
    void an_address_that_does_not_exist_is_not_written_to_again() {
        try (var given = Given.aShop(at(moody.port()))) {
            moody.recipients("550 5.1.1 ada@example.com does not live here");
            var ada = given.aCustomer("ada@example.com");
            placed(given, ada, "GB");
            assertThat(given.only(ada).status()).isEqualTo("FAILED");
            assertThat(given.published(RecipientSuppressed.class)).singleElement().satisfies(gone -> {
                assertThat(gone.reason()).isEqualTo("HARD_BOUNCE");
                assertThat(gone.addressHash()).doesNotContain("ada");
            });
            moody.recipients("250 ok");
            var second = UUID.randomUUID();
            given.deliver(Given.created(second, ada), Given.confirmed(second, ada));
            assertThat(given.logged(ada).stream().map(Notices.Logged::reason)).contains("HARD_BOUNCE");
            assertThat(given.published(NotificationSent.class)).extracting(NotificationSent::channel).containsOnly("IN_APP");
        }
    }

    @Test
    void what_cannot_be_mailed_goes_to_the_next_channel() {
        try (var given = Given.aShop(at(moody.port()))) {
            moody.recipients("550 5.1.1 gone");
            var ada = given.withPhone(given.aCustomer("ada@example.com"), "+441234567890");
            placed(given, ada, "GB");
            assertThat(given.logged(ada)).extracting(Notices.Logged::channel, Notices.Logged::status)
                    .contains(
                            Tuple.tuple("EMAIL", "FAILED"),
                            Tuple.tuple("SMS", "SENT"));
            assertThat(given.published(NotificationFailed.class)).extracting(NotificationFailed::isFinal).containsExactly(false);
        }
    }

    @Test
    void while_the_mail_server_is_away_mail_waits_for_it() {
        int port = moody.port();
        moody.close();
        try (var given = Given.aShop(at(port))) {
            var ada = given.aCustomer("ada@example.com");
            placed(given, ada, "GB");
            for (int i = 0; i < 8; i++) {
                given.later(Duration.ofMinutes(31));
            }
            assertThat(given.only(ada).status()).isEqualTo("QUEUED");
            given.later(Duration.ofDays(30));
            assertThat(given.only(ada).status()).isEqualTo("EXPIRED");
        }
    }

    @Test
    void a_mail_that_was_taken_and_not_written_down_goes_out_again_with_the_same_id() throws Exception {
        try (var given = aShopWithMail()) {
            var ada = given.aCustomer("ada@example.com");
            placed(given, ada, "GB");
            given.souk.write(tx -> tx.sql("update notification set status = 'QUEUED', due_at = ?, sent_at = null where channel = 'EMAIL'")
                    .params(tx.now())
                    .update());
            given.due();
            assertThat(server.getReceivedMessages()).hasSize(2);
            assertThat(Arrays.stream(server.getReceivedMessages()).map(SendingTest::id).distinct()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getRecipients(Message.RecipientType.TO)).hasSize(1);
        }
    }
}
