package dev.souk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.souk.contracts.notification.CreateWebhookSubscription;
import dev.souk.contracts.notification.ListWebhookDeliveries;
import dev.souk.contracts.notification.ReplayWebhooks;
import dev.souk.contracts.notification.WebhookDisabled;
import dev.souk.notification.http.WebhookRoutes;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Webhooks against a real HTTP server.
class WebhooksTest {
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Given given = Given.aShop(Map.of("notification.webhooks.allow-local", "true"));
    private final UUID ada = UUID.randomUUID();
    private volatile Function<Got, Integer> mood = _ -> 204;

    private record Got(String id, String timestamp, String signature, long position, String body) {}

    WebhooksTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            var one = new Got(
                    headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"), Long.parseLong(headers.getFirst("souk-position")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            got.add(one);
            int status = mood.apply(one);
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/hook");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        given.close();
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private CreateWebhookSubscription.Created subscribed(String... types) {
        var outcome = given.souk.handle(new CreateWebhookSubscription(UUID.randomUUID(), url(), List.of(types)));
        if (outcome instanceof Outcome.Done<CreateWebhookSubscription.Created>(var created)) {
            return created;
        }
        throw new AssertionError(outcome);
    }

    private void due() {
        given.souk.sweep("webhooks");
        given.quiet();
    }

    private void later(Duration time) {
        given.souk.clock().advance(time);
        due();
    }

    private UUID placed() {
        var order = UUID.randomUUID();
        given.deliver(Given.created(order, ada), Given.confirmed(order, ada));
        return order;
    }

    private int kept() {
        return given.souk.read(tx -> tx.sql("select count(*) as n from webhook_event").one(row -> row.integer("n")));
    }

    private TestAnswer admin(String method, String path, @Nullable Object body) {
        return given.souk.call(TestPlatform.staff(Role.ADMIN), method, path, body);
    }

    private static String signature(String secret, Got got) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            var signed = got.id() + "." + got.timestamp() + "." + got.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_event_arrives_signed_with_its_envelope() {
        var secret = subscribed("OrderConfirmed").secret();
        var order = placed();
        due();
        assertThat(got).singleElement().satisfies(one -> {
            assertThat(one.signature()).isEqualTo(signature(secret, one));
            assertThat(one.timestamp()).isEqualTo(String.valueOf(given.souk.clock().instant().getEpochSecond()));
            assertThat(one.body())
                    .contains("\"id\":\"" + one.id(), "\"type\":\"OrderConfirmed\"", "\"version\":\"1.1\"",
                            "\"aggregate\":\"" + order, "\"total\":5094");
        });
    }

    @Test
    void nothing_is_kept_while_nobody_has_subscribed() {
        placed();
        assertThat(kept()).isZero();
    }

    @Test
    void of_one_aggregate_each_waits_for_the_one_before_and_others_go_on() {
        var id = subscribed("OrderCreated", "OrderConfirmed").subscriptionId();
        var first = placed();
        var second = placed();
        mood = one -> one.body().contains(first.toString()) ? 500 : 204;
        due();
        assertThat(bodies(first)).hasSize(1);
        assertThat(bodies(second)).hasSize(2);
        assertThat(bodies(second).getFirst()).contains("OrderCreated");
        assertThat(bodies(second).getLast()).contains("OrderConfirmed");
        mood = _ -> 204;
        later(Duration.ofSeconds(61));
        assertThat(bodies(first)).hasSize(3);
        assertThat(bodies(first).get(1)).contains("OrderCreated");
        assertThat(bodies(first).get(2)).contains("OrderConfirmed");
        assertThat(deliveries(id)).allSatisfy(delivery -> assertThat(delivery.status()).isEqualTo("DELIVERED"));
    }

    private List<String> bodies(UUID order) {
        return got.stream().map(Got::body).filter(body -> body.contains(order.toString())).toList();
    }

    private List<ListWebhookDeliveries.Delivery> deliveries(UUID subscription) {
        return admin("GET", "/webhooks/" + subscription + "/deliveries", null)
                .body(ListWebhookDeliveries.Page.class)
                .deliveries();
    }

    @Test
    void failures_are_tried_again_ever_later_and_after_five_days_it_is_off() {
        mood = _ -> 503;
        var id = subscribed("OrderConfirmed").subscriptionId();
        placed();
        due();
        var gaps = List.of(
                Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6),
                Duration.ofHours(12), Duration.ofHours(24), Duration.ofHours(24), Duration.ofHours(24), Duration.ofHours(24));
        for (int i = 0; i < gaps.size(); i++) {
            later(gaps.get(i).minusSeconds(1));
            assertThat(got).hasSize(i + 1);
            later(Duration.ofSeconds(1));
            assertThat(got).hasSize(i + 2);
        }
        assertThat(given.published(WebhookDisabled.class)).isEmpty();
        later(Duration.ofHours(24));
        assertThat(given.published(WebhookDisabled.class)).singleElement().satisfies(off -> {
            assertThat(off.subscriptionId()).isEqualTo(id);
            assertThat(off.lastError()).isEqualTo("HTTP_503");
        });
        later(Duration.ofDays(3));
        assertThat(got).hasSize(12);
        mood = _ -> 200;
        assertThat(admin("PATCH", "/webhooks/" + id, new WebhookRoutes.Change(null, null, "ACTIVE")).status()).isEqualTo(200);
        due();
        assertThat(got).hasSize(13);
        assertThat(deliveries(id)).singleElement().satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo("DELIVERED");
            assertThat(delivery.attempts()).isEqualTo(13);
            assertThat(delivery.answer()).isEqualTo(200);
            assertThat(delivery.latencyMs()).isNotNull();
        });
    }

    @Test
    void a_range_can_be_delivered_again_in_its_order() {
        var id = subscribed("OrderCreated", "OrderConfirmed").subscriptionId();
        var order = placed();
        placed();
        due();
        assertThat(got).hasSize(4);
        var from = got.stream().filter(one -> one.body().contains(order.toString())).mapToLong(Got::position).min().orElseThrow();
        got.clear();
        assertThat(given.souk.handle(new ReplayWebhooks(id, from, from + 1))).isEqualTo(Outcome.done(2));
        due();
        assertThat(got).extracting(Got::position).isSorted().hasSize(2);
        assertThat(given.souk.handle(new ReplayWebhooks(id, 1, null))).isEqualTo(Outcome.done(4));
        due();
        assertThat(got).hasSize(6);
    }

    @Test
    void during_a_rotation_both_secrets_sign_and_then_only_the_new_one() {
        var created = subscribed("OrderConfirmed");
        var path = "/webhooks/" + created.subscriptionId() + "/secret";
        var fresh = admin("POST", path, null).body(WebhookRoutes.Secret.class).secret();
        assertThat(fresh).isNotEqualTo(created.secret());
        placed();
        due();
        assertThat(got.getFirst().signature().split(" ", -1))
                .containsExactly(signature(fresh, got.getFirst()), signature(created.secret(), got.getFirst()));
        given.souk.clock().advance(Duration.ofHours(25));
        placed();
        due();
        assertThat(got.getLast().signature()).isEqualTo(signature(fresh, got.getLast()));
    }

    @Test
    void redirects_are_not_followed() {
        mood = _ -> 302;
        var id = subscribed("OrderConfirmed").subscriptionId();
        placed();
        due();
        assertThat(got).hasSize(1);
        assertThat(deliveries(id).getFirst().error()).isEqualTo("HTTP_302");
    }

    @Test
    void an_address_of_the_house_is_refused_at_every_delivery() {
        var id = subscribed("OrderConfirmed").subscriptionId();
        given.souk.write(tx -> tx.sql("update webhook_subscription set url = ? where id = ?")
                .params("http://10.0.0.1/hook", id)
                .update());
        placed();
        due();
        assertThat(deliveries(id).getFirst().error()).isEqualTo("ADDRESS_NOT_PUBLIC");
    }

    @Test
    void a_secret_is_shown_once_and_stored_sealed() {
        var created = subscribed("OrderConfirmed");
        assertThat(String.valueOf(created)).doesNotContain("whsec");
        var stored = given.souk.read(
                tx -> tx.sql("select secret from webhook_subscription").one(row -> row.text("secret")));
        assertThat(stored).doesNotContain("whsec", created.secret().substring(6));
        assertThat(String.valueOf(admin("GET", "/webhooks/" + created.subscriptionId(), null).body())).doesNotContain("whsec");
    }

    @Test
    void what_is_wrong_with_a_subscription_is_said() {
        assertThat(admin("POST", "/webhooks", new WebhookRoutes.Create(null, "http://10.0.0.1/", List.of("OrderCreated"))).code())
                .isEqualTo("ADDRESS_NOT_PUBLIC");
        assertThat(admin("POST", "/webhooks", new WebhookRoutes.Create(null, "nonsense", List.of("OrderCreated"))).code())
                .isEqualTo("INVALID_URL");
        assertThat(admin("POST", "/webhooks", new WebhookRoutes.Create(null, url(), List.of("Nothing"))).code())
                .isEqualTo("INVALID_EVENT_TYPES");
        assertThat(admin("POST", "/webhooks/" + UUID.randomUUID() + "/replay", new WebhookRoutes.Replay(1L, null)).code())
                .isEqualTo("UNKNOWN_SUBSCRIPTION");
    }

    @Test
    void old_events_go_unless_somebody_waits_for_them() {
        subscribed("OrderConfirmed");
        placed();
        due();
        given.souk.clock().set(Instant.parse("2099-01-01T00:00:00Z"));
        given.souk.sweep("webhook-events");
        assertThat(kept()).isZero();
    }
}
