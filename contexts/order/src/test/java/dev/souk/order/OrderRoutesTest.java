package dev.souk.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.GetOrder;
import dev.souk.contracts.order.GetOrderHistory;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderDeliveryAddressChanged;
import dev.souk.order.http.Requests;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRoutesTest {
    private static final TestPlatform souk = TestPlatform.of(new OrderContext());
    private static final Requests.Cancel CANCEL = new Requests.Cancel(null, null, "changed my mind");

    @AfterAll
    static void close() {
        souk.close();
    }

    @Test
    void an_order_is_its_owners_and_nobody_elses() {
        var order = confirmed();

        var own = get(order, TestPlatform.customer(order.customer()));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.headers()).containsEntry("ETag", "\"3\"");
        assertThat(body(own).deliveryAddress()).isEqualTo(AnOrder.address());
        assertThat(code(get(order, TestPlatform.customer(UUID.randomUUID())))).isEqualTo("ORDER_NOT_FOUND");
        assertThat(code(get(AnOrder.any(), TestPlatform.customer(order.customer())))).isEqualTo("ORDER_NOT_FOUND");
        assertThat(code(get(order, TestPlatform.staff(Role.SELLER)))).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_guest_shows_both_secrets() {
        var order = confirmed();
        var number = body(get(order, TestPlatform.customer(order.customer()))).confirmationNumber();

        assertThat(code(get(order, Caller.GUEST))).isEqualTo("ORDER_NOT_FOUND");
        assertThat(code(call(Caller.GUEST, "GET", "/orders/" + order.id() + "?confirmation=ORD-00000000", null)))
                .isEqualTo("ORDER_NOT_FOUND");
        assertThat(call(Caller.GUEST, "GET", "/orders/" + order.id() + "?confirmation=" + number, null).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"SUPPORT", "FRAUD_ANALYST", "SERVICE", "FINANCE", "OPERATOR", "AUDITOR"})
    void staff_reads_orders_and_only_who_needs_them_sees_addresses(Role role) {
        var order = confirmed();
        var seen = body(get(order, TestPlatform.staff(role)));
        boolean needs = role == Role.SUPPORT || role == Role.FRAUD_ANALYST || role == Role.SERVICE;

        assertThat(seen.deliveryAddress() != null).isEqualTo(needs);
        assertThat(seen.billingAddress() != null).isEqualTo(needs);
    }

    @Test
    void a_customer_cancels_until_fulfilment_starts_and_support_after_it() {
        var early = confirmed();
        var late = confirmed();
        souk.deliver(early.captured(), late.captured());
        assertThat(body(cancel(early, TestPlatform.customer(early.customer()))).status()).isEqualTo("CANCELLED");
        souk.clock().advance(Duration.ofMinutes(15));
        souk.sweep("start-fulfilment");

        assertThat(code(cancel(late, TestPlatform.customer(late.customer())))).isEqualTo("ORDER_NOT_CANCELLABLE");
        assertThat(body(cancel(late, TestPlatform.staff(Role.SUPPORT))).status()).isEqualTo("CANCELLED");
    }

    @Test
    void cancelling_twice_cancels_once() {
        var order = confirmed();
        var first = cancel(order, TestPlatform.customer(order.customer()));
        var second = cancel(order, TestPlatform.customer(order.customer()));

        assertThat(body(second).version()).isEqualTo(body(first).version()).isEqualTo(5);
        var events = souk.published(OrderCancelled.class).stream()
                .filter(event -> event.orderId().equals(order.id()))
                .toList();
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().reason()).isEqualTo("CUSTOMER_REQUESTED");
        assertThat(events.getFirst().stage()).isEqualTo("CONFIRMED");
        assertThat(events.getFirst().refundDue()).isEqualTo(order.total());
    }

    @Test
    void many_cancel_at_once_while_the_money_is_taken_and_the_order_ends_once() throws Exception {
        var order = confirmed();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 10; i++) {
                all.add(threads.submit(() -> cancel(order, TestPlatform.customer(order.customer()))));
            }
            all.add(threads.submit(() -> souk.deliver(order.captured())));
            for (var each : all) {
                each.get();
            }
        }
        var seen = body(get(order, TestPlatform.customer(order.customer())));
        assertThat(seen.status()).isEqualTo("CANCELLED");
        assertThat(seen.payment().captured()).isEqualTo(order.total());
        assertThat(Journal.of(souk, order.id())).filteredOn(line -> line.startsWith("OrderCancelled")).hasSize(1);
        assertThat(Journal.versions(souk, order.id())).isSorted().doesNotHaveDuplicates().endsWith(seen.version());
    }

    @Test
    void a_cancellation_is_refused_for_strangers_wrong_reasons_and_old_versions() {
        var order = confirmed();
        var owner = TestPlatform.customer(order.customer());
        var path = "/orders/" + order.id() + "/cancel";

        assertThat(code(cancel(order, TestPlatform.customer(UUID.randomUUID())))).isEqualTo("ORDER_NOT_FOUND");
        assertThat(code(cancel(order, Caller.GUEST))).isEqualTo("FORBIDDEN");
        assertThat(code(call(owner, "POST", path, new Requests.Cancel("FRAUD", null, null))))
                .isEqualTo("CANCEL_REASON_NOT_ALLOWED");
        assertThat(code(call(owner, "POST", path, new Requests.Cancel("BORED", null, null))))
                .isEqualTo("CANCEL_REASON_INVALID");
        assertThat(code(call(owner, "POST", path, new Requests.Cancel(null, null, "x".repeat(281)))))
                .isEqualTo("TEXT_TOO_LONG");
        assertThat(code(souk.call(owner, "POST", path, CANCEL, Map.of("If-Match", "\"2\"")))).isEqualTo("STALE_VERSION");
        assertThat(body(get(order, owner)).version()).isEqualTo(3);
        assertThat(souk.call(owner, "POST", path, CANCEL, Map.of("If-Match", "\"3\"")).status()).isEqualTo(200);
    }

    @Test
    void support_holds_and_the_fraud_desk_releases() {
        var order = confirmed();
        var support = TestPlatform.staff(Role.SUPPORT);
        var held = body(call(support, "POST", "/orders/" + order.id() + "/hold",
                new Requests.Hold("FRAUD_REVIEW", null, "We are checking your order.")));
        assertThat(held.lifecycleStatus()).isEqualTo("ON_HOLD");
        var hold = held.holds().getFirst();
        assertThat(hold.reviewBy()).isEqualTo(souk.clock().instant().plus(Duration.ofHours(24)));

        var shopper = body(get(order, TestPlatform.customer(order.customer())));
        assertThat(shopper.holds().getFirst().reason()).isEqualTo("PAYMENT_REVIEW");
        assertThat(shopper.holds().getFirst().customerMessage()).isEqualTo("We are checking your order.");
        assertThat(shopper.timeline()).noneMatch(entry -> "FRAUD_REVIEW".equals(entry.detail()));
        assertThat(shopper.timeline()).allSatisfy(entry -> assertThat(entry.byId()).isNull());

        var path = "/orders/" + order.id() + "/holds/" + hold.holdId() + "/release";
        assertThat(code(call(TestPlatform.staff(Role.FRAUD_ANALYST), "POST", path, new Requests.Release(" "))))
                .isEqualTo("RESOLUTION_INVALID");
        var released = call(TestPlatform.staff(Role.FRAUD_ANALYST), "POST", path, new Requests.Release("Looks fine."));
        assertThat(body(released).lifecycleStatus()).isEqualTo("CONFIRMED");
        assertThat(body(released).holds().getFirst().resolution()).isEqualTo("Looks fine.");
        assertThat(everything()).isNotEmpty().allSatisfy(row -> assertThat(row)
                .doesNotContain("We are checking your order.").doesNotContain("Looks fine."));
        var again = call(support, "POST", path, new Requests.Release("Looks fine."));
        assertThat(body(again).version()).isEqualTo(body(released).version());
        assertThat(code(call(support, "POST", "/orders/" + order.id() + "/holds/" + UUID.randomUUID() + "/release",
                        new Requests.Release("x"))))
                .isEqualTo("HOLD_NOT_FOUND");
    }

    @Test
    void a_hold_nobody_looks_at_is_raised_once() {
        var order = confirmed();
        var support = TestPlatform.staff(Role.SUPPORT);
        call(support, "POST", "/orders/" + order.id() + "/hold", new Requests.Hold("ADDRESS_VERIFICATION", null, null));
        souk.clock().advance(Duration.ofHours(25));
        souk.sweep("escalate-holds");
        souk.sweep("escalate-holds");

        var seen = body(get(order, support));
        assertThat(seen.holds().getFirst().overdue()).isTrue();
        assertThat(seen.timeline()).filteredOn(entry -> entry.kind().equals("HOLD_OVERDUE")).hasSize(1);
    }

    @Test
    void bad_holds_are_refused() {
        var order = confirmed();
        var support = TestPlatform.staff(Role.SUPPORT);
        var path = "/orders/" + order.id() + "/hold";
        var past = souk.clock().instant().minusSeconds(1);

        assertThat(code(call(support, "POST", path, new Requests.Hold(null, null, null)))).isEqualTo("HOLD_REASON_INVALID");
        assertThat(code(call(support, "POST", path, new Requests.Hold("FRAUD_REVIEW", past, null))))
                .isEqualTo("REVIEW_BY_INVALID");
        cancel(order, support);
        assertThat(code(call(support, "POST", path, new Requests.Hold("FRAUD_REVIEW", null, null))))
                .isEqualTo("ORDER_NOT_HOLDABLE");
    }

    @Test
    void a_delivery_address_changes_within_its_zone() {
        var order = confirmed();
        var owner = TestPlatform.customer(order.customer());
        var to = new Address("Bob Example", "Side Street 9", null, "Potsdam", null, "14467", "DE", "+49 1");

        var changed = body(redirect(order, owner, to, 3L));

        assertThat(changed.deliveryAddress()).isEqualTo(to);
        assertThat(changed.billingAddress()).isEqualTo(AnOrder.address());
        assertThat(changed.version()).isEqualTo(4);
        assertThat(souk.published(OrderDeliveryAddressChanged.class))
                .filteredOn(event -> event.orderId().equals(order.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.addressRevision()).isEqualTo(2);
                    assertThat(TestPlatform.opened(event.previousPostalCode(), String.class)).isEqualTo("10115");
                    assertThat(TestPlatform.opened(event.deliveryAddress(), Address.class)).isEqualTo(to);
                });
    }

    @Test
    void addresses_in_other_zones_incomplete_or_too_late_are_refused() {
        var order = confirmed();
        var owner = TestPlatform.customer(order.customer());
        var abroad = new Address("Bob", "Rue 1", null, "Paris", null, "75001", "FR", null);
        var blank = new Address(" ", "Street 1", null, "Berlin", null, "10115", "DE", null);

        assertThat(code(redirect(order, owner, abroad, 3L))).isEqualTo("ADDRESS_OTHER_ZONE");
        assertThat(code(redirect(order, owner, blank, 3L))).isEqualTo("ADDRESS_INVALID");
        assertThat(code(redirect(order, owner, null, 3L))).isEqualTo("ADDRESS_INVALID");
        assertThat(code(redirect(order, owner, AnOrder.address(), null))).isEqualTo("VERSION_REQUIRED");
        assertThat(code(redirect(order, owner, AnOrder.address(), 9L))).isEqualTo("STALE_VERSION");
        cancel(order, owner);
        assertThat(code(redirect(order, owner, AnOrder.address(), 5L))).isEqualTo("ADDRESS_NOT_CHANGEABLE");
    }

    @Test
    void a_service_creates_an_order_and_is_told_what_is_wrong() {
        var order = AnOrder.any();
        var service = TestPlatform.staff(Role.SERVICE);

        assertThat(code(call(service, "POST", "/orders", order.requestAt(1L, "4242")))).isEqualTo("TOTAL_MISMATCH");
        assertThat(code(call(service, "POST", "/orders", order.requestAt(null, "4242")))).isEqualTo("INCOMPLETE");
        assertThat(code(call(service, "POST", "/orders", order.requestAt(1L, "4242424242424242"))))
                .isEqualTo("PAYMENT_INVALID");
        var made = call(service, "POST", "/orders", order.requestAt(order.total(), "4242"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(body(made).confirmationNumber()).startsWith("ORD-");
        assertThat(code(call(TestPlatform.customer(order.customer()), "POST", "/orders", order.requestAt(order.total(), "4242"))))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void staff_sees_what_somebody_has_to_look_at() {
        var nobody = AnOrder.any();
        souk.deliver(nobody.captured());

        var answer = call(TestPlatform.staff(Role.OPERATOR), "GET", "/orders/alarms", null);

        assertThat(String.valueOf(answer.body())).contains("CAPTURED_WITHOUT_ORDER", nobody.id().toString());
        assertThat(code(call(TestPlatform.customer(nobody.customer()), "GET", "/orders/alarms", null)))
                .isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "?from=yesterday", "?to=+1000000000-12-31T00:00:00Z", "?status=LOST", "?customerId=me", "?cursor=abc",
        "?cursor=123", "?confirmation=1", "?limit=0", "?limit=101", "?from=1900-01-01T00:00:00Z"
    })
    void impossible_filters_are_refused(String query) {
        assertThat(souk.call(TestPlatform.staff(Role.SUPPORT), "GET", "/orders" + query, null).refusal()).isNotNull();
    }

    @Test
    void the_history_is_told_to_the_owner() {
        var order = confirmed();
        var answer = call(TestPlatform.customer(order.customer()), "GET", "/orders/" + order.id() + "/history", null);

        var timeline = (GetOrderHistory.Timeline) Objects.requireNonNull(answer.body());
        assertThat(timeline.entries()).hasSize(3);
        assertThat(code(call(TestPlatform.customer(UUID.randomUUID()), "GET", "/orders/" + order.id() + "/history", null)))
                .isEqualTo("ORDER_NOT_FOUND");
    }

    private static AnOrder confirmed() {
        var order = AnOrder.any();
        souk.deliver(order.create());
        return order;
    }

    private static TestAnswer get(AnOrder order, Caller caller) {
        return call(caller, "GET", "/orders/" + order.id(), null);
    }

    private static TestAnswer cancel(AnOrder order, Caller caller) {
        return call(caller, "POST", "/orders/" + order.id() + "/cancel", CANCEL);
    }

    private static TestAnswer redirect(AnOrder order, Caller caller, @Nullable Address to, @Nullable Long version) {
        return call(
                caller, "PUT", "/orders/" + order.id() + "/delivery-address", new Requests.ChangeAddress(to, version));
    }

    private static TestAnswer call(Caller caller, String method, String path, @Nullable Object body) {
        return souk.call(caller, method, path, body);
    }

    private static GetOrder.Order body(TestAnswer answer) {
        assertThat(answer.refusal()).isNull();
        return (GetOrder.Order) Objects.requireNonNull(answer.body());
    }

    private static String code(TestAnswer answer) {
        return Objects.requireNonNull(answer.refusal(), "it was not refused").code();
    }

    private List<String> everything() {
        return souk.read(tx -> tx.sql("""
                select t::text as row from journal t union all select t::text from order_hold t
                union all select t::text from order_timeline t""")
                .list(row -> row.text("row")));
    }
}
