package dev.souk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.souk.contracts.notification.NotificationSent;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderHoldReleased;
import dev.souk.contracts.order.OrderPlacedOnHold;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.notification.db.Notices;
import dev.souk.notification.http.InboxRoutes;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private final Given given = Given.aShop();
    private final UUID order = UUID.randomUUID();
    private final UUID ada = given.aCustomer("ada@example.com");

    @AfterEach
    void close() {
        given.close();
    }

    private void placed() {
        given.deliver(Given.created(order, ada), Given.confirmed(order, ada));
    }

    @Test
    void a_confirmed_order_is_one_mail_and_one_notice_in_the_shop() {
        placed();
        assertThat(given.logged(ada)).extracting(Notices.Logged::channel, Notices.Logged::status)
                .containsExactlyInAnyOrder(
                        tuple("EMAIL", "SENT"),
                        tuple("IN_APP", "SENT"));
        assertThat(given.published(NotificationSent.class)).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.templateKey()).isEqualTo("order-confirmed");
            assertThat(sent.cause().eventType()).isEqualTo("OrderConfirmed");
            assertThat(sent.customerId()).isEqualTo(ada);
        });
    }

    @Test
    void the_mail_names_number_articles_and_total() {
        placed();
        var mail = given.souk.call(TestPlatform.staff(Role.SUPPORT), "GET", "/notifications/outbox?recipient=" + ada, null);
        var messages = mail.body(InboxRoutes.Messages.class).messages();
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().address()).isEqualTo("ada@example.com");
        assertThat(messages.getFirst().text()).contains("ORD-", "Bedside lamp", "£25.50", "£50.94");
    }

    @Test
    void a_batch_and_single_messages_have_the_same_effect() {
        var other = UUID.randomUUID();
        var bob = given.aCustomer("bob@example.com");
        placed();
        given.souk.deliverOneByOne(Given.created(other, bob), Given.confirmed(other, bob));
        given.quiet();
        assertThat(given.logged(bob)).extracting(Notices.Logged::channel, Notices.Logged::status, Notices.Logged::templateKey)
                .containsExactlyInAnyOrderElementsOf(given.logged(ada).stream()
                        .map(row -> tuple(row.channel(), row.status(), row.templateKey()))
                        .toList());
    }

    @Test
    void many_orders_in_one_batch_are_one_mail_each() {
        var messages = new ArrayList<Message>();
        var customers = new ArrayList<UUID>();
        for (int i = 0; i < 60; i++) {
            var customer = given.aCustomer("customer" + i + "@example.com");
            var id = UUID.randomUUID();
            customers.add(customer);
            messages.add(Given.created(id, customer));
            messages.add(Given.confirmed(id, customer));
        }
        given.deliver(messages.toArray(Message[]::new));
        assertThat(customers).allSatisfy(customer -> assertThat(given.only(customer).status()).isEqualTo("SENT"));
    }

    @Test
    void a_guest_is_reached_at_the_address_of_the_order() {
        var guest = given.souk.vault().newcomer();
        given.deliver(
                Given.created(order, guest), given.submitted(order, guest, "guest@example.com"), Given.confirmed(order, guest));
        assertThat(given.only(guest).status()).isEqualTo("SENT");
        assertThat(text("order-confirmed")).contains("Bedside lamp");
    }

    @Test
    void an_order_that_is_not_confirmed_along_is_said_to_be_received() {
        var guest = given.souk.vault().newcomer();
        given.deliver(Given.created(order, guest), given.submitted(order, guest, "guest@example.com"));
        assertThat(given.only(guest).status()).isEqualTo("QUEUED");
        given.later(Duration.ofSeconds(61));
        assertThat(given.only(guest).templateKey()).isEqualTo("order-received");
        assertThat(given.only(guest).status()).isEqualTo("SENT");
    }

    @Test
    void one_mail_is_enough_when_the_confirmation_comes_a_little_later() {
        var guest = given.souk.vault().newcomer();
        given.deliver(Given.created(order, guest), given.submitted(order, guest, "guest@example.com"));
        given.deliver(Given.confirmed(order, guest));
        given.later(Duration.ofSeconds(61));
        assertThat(given.logged(guest)).extracting(Notices.Logged::templateKey, Notices.Logged::status)
                .containsExactlyInAnyOrder(tuple("order-confirmed", "SENT"), tuple("order-received", "SUPPRESSED"));
    }

    @Test
    void somebody_without_an_address_is_on_record_and_gets_nothing() {
        var guest = UUID.randomUUID();
        given.deliver(Given.created(order, guest), Given.confirmed(order, guest));
        assertThat(given.only(guest).status()).isEqualTo("SUPPRESSED");
        assertThat(given.only(guest).reason()).isEqualTo("NO_ADDRESS");
    }

    @Test
    void a_cancellation_says_what_is_given_back() {
        placed();
        given.deliver(new OrderCancelled(
                order, ada, "CUSTOMER_REQUESTED", given.souk.clock().instant(), null, null, 5_094, "GBP", "CONFIRMED", null, null));
        assertThat(text("order-cancelled")).contains("£50.94", "will not be delivered");
    }

    private String text(String template) {
        var mails = given.souk
                .call(TestPlatform.staff(Role.SUPPORT), "GET", "/notifications/outbox", null)
                .body(InboxRoutes.Messages.class);
        return mails.messages().stream().filter(m -> m.templateKey().equals(template)).findFirst().orElseThrow().text();
    }

    private List<String> templates() {
        return given.logged(ada).stream()
                .filter(row -> !row.channel().equals("IN_APP"))
                .map(Notices.Logged::templateKey)
                .toList();
    }

    private PaymentCaptured captured(Instant at) {
        return new PaymentCaptured(UUID.randomUUID(), order, ada, UUID.randomUUID(), 5_094, 5_094, "GBP", at);
    }

    @Test
    void a_confirmation_is_its_own_receipt_and_a_late_capture_gets_one() {
        placed();
        given.deliver(captured(Instant.parse("2026-03-14T10:15:02Z")));
        assertThat(templates()).containsExactly("order-confirmed");
        given.deliver(captured(Instant.parse("2026-03-15T09:00:00Z")));
        assertThat(templates()).containsExactlyInAnyOrder("payment-receipt", "order-confirmed");
    }

    @Test
    void a_capture_that_failed_for_good_and_a_refund_are_told() {
        placed();
        var payment = UUID.randomUUID();
        given.deliver(
                failed(payment, "AUTHORIZE", false), failed(payment, "CAPTURE", true), failed(payment, "CAPTURE", false),
                new PaymentRefunded(payment, order, ada, UUID.randomUUID(), 100, 100, "GBP", "GOODWILL", Instant.EPOCH));
        assertThat(templates()).containsExactlyInAnyOrder("payment-refunded", "payment-problem", "order-confirmed");
    }

    private PaymentFailed failed(UUID payment, String stage, boolean retryable) {
        return new PaymentFailed(payment, order, "CARD_DECLINED", Instant.EPOCH, stage, retryable, null, null);
    }

    @Test
    void only_a_hold_that_was_announced_is_announced_to_be_over() {
        placed();
        var silent = UUID.randomUUID();
        var told = UUID.randomUUID();
        given.souk.clock().advance(Duration.ofHours(1));
        given.deliver(hold(silent, null), hold(told, "Please confirm your postcode."), released(silent), released(told));
        assertThat(templates())
                .containsExactlyInAnyOrder("order-hold-released", "order-on-hold", "order-confirmed");
    }

    private OrderPlacedOnHold hold(UUID id, @Nullable String message) {
        return new OrderPlacedOnHold(order, id, "ADDRESS_VERIFICATION", "SUPPORT",
                message == null ? null : TestPlatform.sealed(ada, message), Instant.EPOCH, Instant.EPOCH);
    }

    private OrderHoldReleased released(UUID id) {
        return new OrderHoldReleased(
                order, id, "ADDRESS_VERIFICATION", "cleared", "support", "CONFIRMED", Instant.EPOCH);
    }
}
