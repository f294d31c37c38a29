package dev.souk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.notification.GetNotifications;
import dev.souk.contracts.notification.GetTemplate;
import dev.souk.contracts.notification.NotificationRead;
import dev.souk.contracts.notification.TemplateChanged;
import dev.souk.notification.http.InboxRoutes;
import dev.souk.notification.http.TemplateRoutes;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final String PATH = "/notifications/templates/order-confirmed/en";
    private final Given given = Given.aShop();
    private final UUID ada = given.aCustomer("ada@example.com");

    @AfterEach
    void close() {
        given.close();
    }

    private TestAnswer writer(String method, String path, @Nullable Object body) {
        return given.souk.call(TestPlatform.staff(Role.MARKETING), method, path, body);
    }

    private static TemplateRoutes.Text text(String body, @Nullable Long version) {
        return new TemplateRoutes.Text("Order {{order.number}}", "Short", body, version);
    }

    private UUID placed() {
        var order = UUID.randomUUID();
        given.deliver(Given.created(order, ada), Given.confirmed(order, ada));
        return order;
    }

    @Test
    void a_changed_text_is_used_from_then_on() {
        var shipped = writer("GET", PATH, null).body(GetTemplate.Template.class);
        assertThat(shipped.shipped()).isTrue();
        assertThat(writer("PUT", PATH, text("Hello, **{{order.total}}**", shipped.version())).status()).isEqualTo(200);
        placed();
        var mail = given.souk.call(TestPlatform.staff(Role.ADMIN), "GET", "/notifications/outbox", null)
                .body(InboxRoutes.Messages.class).messages().getFirst();
        assertThat(mail.text()).startsWith("Hello, £50.94");
        assertThat(given.published(TemplateChanged.class)).containsExactly(new TemplateChanged("order-confirmed", "en", 2));
    }

    @Test
    void of_two_writers_the_second_is_told() {
        assertThat(writer("PUT", PATH, text("one", 1L)).status()).isEqualTo(200);
        assertThat(writer("PUT", PATH, text("two", 1L)).code()).isEqualTo("STALE_VERSION");
        assertThat(writer("PUT", PATH, text("two", null)).code()).isEqualTo("EXPECTED_VERSION_REQUIRED");
        assertThat(writer("PUT", PATH, text("two", 2L)).body(GetTemplate.Template.class).version()).isEqualTo(3);
    }

    @Test
    void a_text_that_would_fail_is_refused() {
        assertThat(writer("PUT", PATH, text("{{nobody}}", 1L)).code()).isEqualTo("INVALID_TEMPLATE");
        assertThat(writer("PUT", PATH, text("", 1L)).code()).isEqualTo("INVALID_TEXT");
        assertThat(writer("PUT", "/notifications/templates/nothing/en", text("x", 1L)).code()).isEqualTo("UNKNOWN_TEMPLATE");
        assertThat(writer("PUT", "/notifications/templates/welcome/english", text("x", 1L)).code()).isEqualTo("INVALID_LOCALE");
        assertThat(writer("GET", "/notifications/templates/welcome/fr", null).code()).isEqualTo("UNKNOWN_TEMPLATE");
    }

    @Test
    void a_preview_shows_sample_values_and_changes_nothing() {
        var preview = writer("POST", PATH + "/preview", text("# Hi\n\n{{order.number}}", null)).body(TemplateRoutes.Preview.class);
        assertThat(preview.html()).contains("<h1", "ORD-7F3K2M9Q");
        assertThat(writer("GET", PATH, null).body(GetTemplate.Template.class).version()).isEqualTo(1);
    }

    @Test
    void a_customer_sees_and_reads_only_her_own_notices() {
        placed();
        var own = notices(TestPlatform.customer(ada));
        assertThat(own.unread()).isEqualTo(1);
        var notice = own.notices().getFirst();
        assertThat(notice.title()).startsWith("Your order ORD-");
        assertThat(notice.link()).contains("/orders/");
        var stranger = TestPlatform.customer(UUID.randomUUID());
        assertThat(notices(stranger).notices()).isEmpty();
        var path = "/notifications/" + notice.notificationId() + "/read";
        assertThat(given.souk.call(stranger, "POST", path, null).code()).isEqualTo("UNKNOWN_NOTIFICATION");
        assertThat(given.souk.call(TestPlatform.customer(ada), "POST", path, null).status()).isEqualTo(204);
        assertThat(given.souk.call(TestPlatform.customer(ada), "POST", path, null).status()).isEqualTo(204);
        assertThat(notices(TestPlatform.customer(ada)).unread()).isZero();
        assertThat(given.published(NotificationRead.class)).hasSize(1);
    }

    private GetNotifications.Page notices(Caller caller) {
        return given.souk.call(caller, "GET", "/notifications", null).body(GetNotifications.Page.class);
    }

    @Test
    void the_inbox_page_shows_what_was_sent_and_production_has_none() {
        placed();
        var page = given.souk.call(Caller.GUEST, "GET", "//inbox", null).body(String.class);
        assertThat(page).contains("ada@example.com", "order-confirmed");
        var id = given.only(ada).notificationId();
        assertThat(given.souk.call(Caller.GUEST, "GET", "//inbox/" + id, null).body(String.class)).contains("Bedside lamp");
        assertThat(given.souk.call(Caller.GUEST, "GET", "//inbox/" + id + "/html", null).body(String.class)).contains("<table");
        try (var live = Given.aShopInProduction()) {
            for (var path : List.of("//inbox", "//inbox/" + id, "//inbox/" + id + "/html")) {
                assertThat(live.souk.call(Caller.GUEST, "GET", path, null).code()).isEqualTo("UNKNOWN_NOTIFICATION");
            }
        }
    }
}
