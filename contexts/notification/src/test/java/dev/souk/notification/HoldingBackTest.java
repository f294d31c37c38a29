package dev.souk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.cart.CartAbandoned;
import dev.souk.contracts.checkout.CheckoutStuck;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.contracts.notification.GetNotifications;
import dev.souk.contracts.notification.SendNotification;
import dev.souk.contracts.notification.SuppressRecipient;
import dev.souk.contracts.order.OrderFulfilmentStarted;
import dev.souk.contracts.payment.PaymentReconciled;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.notification.db.Notices;
import dev.souk.notification.http.SettingRoutes;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Preferences, suppression, quiet hours and limits, down to the rows. The test clock begins at 10 o'clock.
class HoldingBackTest {
    private final Given given = Given.aShop(Map.of("notification.team.operations", "ops@souk.example"));
    private final UUID ada = given.aCustomer("ada@example.com");

    @AfterEach
    void close() {
        given.close();
    }

    private void say(String dedup, String category) {
        assertThat(given.souk.handle(new SendNotification(
                        UUID.randomUUID(), "message", ada, null, null, category, Map.of("subject", dedup, "text", "x"),
                        dedup, null)))
                .isInstanceOf(Outcome.Done.class);
        given.quiet();
    }

    private long with(String status) {
        return given.logged(ada).stream()
                .filter(row -> !row.channel().equals("IN_APP") && row.status().equals(status))
                .count();
    }

    @Test
    void the_same_dedup_key_is_sent_once() {
        say("one", "TRANSACTIONAL");
        say("one", "TRANSACTIONAL");
        say("two", "TRANSACTIONAL");
        assertThat(with("SENT")).isEqualTo(2);
    }

    @Test
    void more_than_ten_an_hour_wait_and_none_is_lost() {
        for (int i = 0; i < 14; i++) {
            say("m" + i, "TRANSACTIONAL");
        }
        assertThat(with("SENT")).isEqualTo(10);
        assertThat(with("QUEUED")).isEqualTo(4);
        given.later(Duration.ofMinutes(59));
        assertThat(with("SENT")).isEqualTo(10);
        given.later(Duration.ofMinutes(1));
        assertThat(with("SENT")).isEqualTo(14);
    }

    @Test
    void ten_in_one_batch_are_the_limit_too() {
        var order = UUID.randomUUID();
        given.deliver(Given.created(order, ada), Given.confirmed(order, ada));
        var refunds = new PaymentRefunded[14];
        for (int i = 0; i < refunds.length; i++) {
            refunds[i] = new PaymentRefunded(
                    UUID.randomUUID(), order, ada, UUID.randomUUID(), 1, 1, "GBP", "GOODWILL", Instant.EPOCH);
        }
        given.deliver(refunds);
        assertThat(with("SENT")).isEqualTo(10);
        assertThat(with("QUEUED")).isEqualTo(5);
    }

    @Test
    void more_than_five_advertisements_a_day_wait() {
        for (int i = 0; i < 7; i++) {
            say("a" + i, "MARKETING");
        }
        assertThat(with("SENT")).isEqualTo(5);
        given.later(Duration.ofHours(24));
        assertThat(with("SENT")).isEqualTo(7);
    }

    @Test
    void advertising_waits_for_the_morning_of_the_reader() {
        assertThat(given.souk.call(
                        TestPlatform.customer(ada), "PUT", "/notifications/quiet-hours",
                        new SettingRoutes.Quiet("18:00", "09:00", "Asia/Tokyo"))
                .status())
                .isEqualTo(200);
        given.deliver(abandoned());
        assertThat(given.only(ada).status()).as("it is 19:00 in Tokyo").isEqualTo("QUEUED");
        assertThat(given.only(ada).dueAt()).isEqualTo(Instant.parse("2026-01-06T00:00:00Z"));
        given.later(Duration.ofHours(14));
        assertThat(given.only(ada).status()).isEqualTo("SENT");
    }

    private CartAbandoned abandoned() {
        return new CartAbandoned(
                UUID.randomUUID(), ada, List.of(new CartAbandoned.Item(UUID.randomUUID(), "LAMP", 3, 1_275)), 3_825, "GBP",
                Instant.EPOCH, 1);
    }

    @Test
    void a_preference_chooses_the_channel_or_none() {
        given.withPhone(ada, "+441234567890");
        given.prefers(ada, "{\"ORDER_CONFIRMED\":[\"SMS\"],\"ORDER_CANCELLED\":[]}");
        var order = UUID.randomUUID();
        given.deliver(Given.created(order, ada), Given.confirmed(order, ada));
        assertThat(given.logged(ada)).singleElement().satisfies(row -> {
            assertThat(row.channel()).isEqualTo("SMS");
            assertThat(row.status()).isEqualTo("SENT");
        });
    }

    @Test
    void what_is_sent_on_request_only_is_not_sent_unasked() {
        var order = UUID.randomUUID();
        given.deliver(Given.created(order, ada), Given.confirmed(order, ada), started(order));
        assertThat(given.logged(ada)).extracting(Notices.Logged::templateKey).doesNotContain("order-being-prepared");
        given.prefers(ada, "{\"ORDER_BEING_PREPARED\":[\"EMAIL\"]}");
        given.deliver(started(order));
        assertThat(given.logged(ada)).extracting(Notices.Logged::templateKey).contains("order-being-prepared");
    }

    private static OrderFulfilmentStarted started(UUID order) {
        return new OrderFulfilmentStarted(
                order, UUID.randomUUID(), "MAIN", 1, "STANDARD", "HOME_DELIVERY", null, Instant.EPOCH, UUID.randomUUID(),
                List.of());
    }

    @Test
    void nothing_goes_to_a_suppressed_address_until_it_is_lifted() {
        var address = given.souk.vault().seal(ada, " ADA@example.com ");
        var done = given.souk.handle(new SuppressRecipient("EMAIL", address, "COMPLAINT"));
        say("one", "TRANSACTIONAL");
        assertThat(given.only(ada).reason()).isEqualTo("COMPLAINT");
        var hash = done instanceof Outcome.Done<String>(var value) ? value : "";
        assertThat(given.souk.call(TestPlatform.staff(Role.SUPPORT), "DELETE", "/notifications/suppressions/EMAIL/" + hash, null)
                .status()).isEqualTo(204);
        say("two", "TRANSACTIONAL");
        assertThat(with("SENT")).isEqualTo(1);
    }

    @Test
    void after_erasure_nothing_can_be_sent() {
        given.souk.vault().destroy(ada);
        say("one", "TRANSACTIONAL");
        assertThat(given.only(ada).reason()).isEqualTo("NO_ADDRESS");
    }

    @Test
    void teams_get_mail_where_they_have_an_address_and_always_a_task() {
        given.deliver(
                new CheckoutStuck(UUID.randomUUID(), "PAYMENT", 10, Instant.EPOCH, "time-out"),
                new PaymentReconciled(LocalDate.of(2026, 1, 4), 10, 2, 1_275),
                new PaymentReconciled(LocalDate.of(2026, 1, 5), 10, 0, 0));
        var operator = given.souk.call(TestPlatform.staff(Role.OPERATOR), "GET", "/notifications", null);
        assertThat(operator.body(GetNotifications.Page.class).notices()).singleElement()
                .satisfies(task -> assertThat(task.text()).contains("is stuck at PAYMENT"));
        var finance = given.souk.call(TestPlatform.staff(Role.FINANCE), "GET", "/notifications", null);
        assertThat(finance.body(GetNotifications.Page.class).notices()).singleElement()
                .satisfies(task -> assertThat(task.title()).contains("2 payments of 2026-01-04"));
        assertThat(everything().stream()
                        .filter(row -> row.channel().equals("EMAIL"))
                        .map(Notices.Logged::templateKey))
                .containsExactly("checkout-stuck");
    }

    @Test
    void articles_that_run_low_are_told_together() {
        given.deliver(low("A", 4), low("B", 2), low("A", 3));
        assertThat(everything()).isEmpty();
        given.souk.sweep("low-stock-digest");
        var page = given.souk.call(TestPlatform.staff(Role.MERCHANDISER), "GET", "/notifications", null)
                .body(GetNotifications.Page.class);
        assertThat(page.notices()).singleElement()
                .satisfies(task -> assertThat(task.title()).isEqualTo("2 articles are running low"));
        given.souk.sweep("low-stock-digest");
        assertThat(everything()).hasSize(1);
    }

    private List<Notices.Logged> everything() {
        return given.souk.read(tx -> Notices.all(tx, null, 10));
    }

    private static LowStockAlert low(String sku, long available) {
        return new LowStockAlert(sku, UUID.randomUUID(), null, "MAIN", available, 10, Instant.EPOCH);
    }
}
