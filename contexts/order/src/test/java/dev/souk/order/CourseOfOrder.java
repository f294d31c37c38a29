package dev.souk.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.cart.CartConvertedToOrder;
import dev.souk.contracts.inventory.InventoryReservationExpired;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.order.GetOrder;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderFulfilmentStarted;
import dev.souk.contracts.order.OrderHoldReleased;
import dev.souk.contracts.order.OrderPlacedOnHold;
import dev.souk.contracts.order.OrderStatusChanged;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionApplied;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What neighbours' events make of an order; run through both forms.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CourseOfOrder {
    private final TestPlatform souk = TestPlatform.of(new OrderContext());
    private final Form form;

    @FunctionalInterface
    interface Form {
        void deliver(Message... messages);
    }

    CourseOfOrder(boolean batches) {
        form = batches ? souk::deliver : souk::deliverOneByOne;
    }

    @AfterAll
    void close() {
        souk.close();
    }

    @Test
    void a_captured_order_goes_to_the_warehouse_after_the_grace_period() {
        var order = confirmed();
        form.deliver(order.captured());
        souk.sweep("start-fulfilment");
        assertThat(read(order).lifecycleStatus()).isEqualTo("AWAITING_FULFILMENT");
        assertThat(read(order).payment().status()).isEqualTo("CAPTURED");

        souk.clock().advance(Duration.ofMinutes(15));
        souk.sweep("start-fulfilment");

        assertThat(read(order).lifecycleStatus()).isEqualTo("FULFILLING");
        assertThat(Journal.journeys(souk, order.id(), "OrderFulfilmentStarted"))
                .as("the journey in which it was paid")
                .hasSize(1)
                .isEqualTo(Journal.journeys(souk, order.id(), "OrderStatusChanged"));
        var started = only(OrderFulfilmentStarted.class, order);
        assertThat(started.itemCount()).isEqualTo(3);
        assertThat(started.lines()).hasSize(2);
        assertThat(Journal.of(souk, order.id()))
                .endsWith("OrderConfirmed 3", "OrderStatusChanged 4", "OrderFulfilmentStarted 5", "OrderStatusChanged 6");
        assertThat(read(order).version()).isEqualTo(6);
    }

    @Test
    void captures_that_fail_hold_the_order_and_the_third_ends_it() {
        var order = confirmed();
        form.deliver(order.captureFailed(true));
        form.deliver(order.captureFailed(true));
        assertThat(read(order).lifecycleStatus()).isEqualTo("ON_HOLD");
        assertThat(read(order).holds()).hasSize(1);

        form.deliver(order.captureFailed(false));

        assertThat(read(order).status()).isEqualTo("CANCELLED");
        assertThat(read(order).holds()).allSatisfy(hold -> assertThat(hold.releasedAt()).isNotNull());
        var cancelled = only(OrderCancelled.class, order);
        assertThat(cancelled.reason()).isEqualTo("PAYMENT_FAILED");
        assertThat(cancelled.stage()).isEqualTo("ON_HOLD");
        assertThat(cancelled.refundDue()).isEqualTo(order.total());
    }

    @Test
    void three_failures_in_one_batch_end_it_as_well() {
        var order = confirmed();
        form.deliver(order.captureFailed(true), order.captureFailed(true), order.captureFailed(false));

        assertThat(Journal.of(souk, order.id()))
                .endsWith(
                        "OrderPlacedOnHold 4", "OrderStatusChanged 5", "OrderCancelled 6", "OrderStatusChanged 7");
    }

    @Test
    void a_capture_after_a_failure_lifts_the_hold() {
        var order = confirmed();
        form.deliver(order.captureFailed(true), order.captured());

        assertThat(read(order).lifecycleStatus()).isEqualTo("AWAITING_FULFILMENT");
        assertThat(only(OrderHoldReleased.class, order).nextStatus()).isEqualTo("AWAITING_FULFILMENT");
        souk.clock().advance(Duration.ofMinutes(15));
        souk.sweep("start-fulfilment");
        assertThat(read(order).lifecycleStatus()).isEqualTo("FULFILLING");
    }

    @Test
    void a_failed_authorization_is_not_the_orders_matter() {
        var order = confirmed();
        form.deliver(new PaymentFailed(
                order.part("payment"), order.id(), "CARD_DECLINED", AnOrder.NOW, "AUTHORIZE", false, null, null));

        assertThat(read(order).lifecycleStatus()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_fraud_review_that_comes_first_waits_for_its_order() {
        var order = AnOrder.any();
        form.deliver(order.suspicious());
        form.deliver(order.create());

        assertThat(read(order).lifecycleStatus()).isEqualTo("ON_HOLD");
        assertThat(only(OrderPlacedOnHold.class, order).reason()).isEqualTo("FRAUD_REVIEW");
        assertThat(Journal.of(souk, order.id()))
                .containsExactly(
                        "OrderCreated 1", "OrderSubmitted 2", "OrderConfirmed 3", "OrderPlacedOnHold 4",
                        "OrderStatusChanged 5");

        form.deliver(order.captured());
        assertThat(read(order).lifecycleStatus()).isEqualTo("ON_HOLD");
        form.deliver(order.decided("ACCEPT"));
        assertThat(read(order).lifecycleStatus()).isEqualTo("AWAITING_FULFILMENT");
        souk.sweep("start-fulfilment");
        assertThat(read(order).lifecycleStatus()).isEqualTo("FULFILLING");
    }

    @Test
    void a_fraud_review_that_comes_later_holds_the_order_and_can_end_it() {
        var order = confirmed();
        form.deliver(order.captured());
        form.deliver(order.suspicious());
        assertThat(read(order).lifecycleStatus()).isEqualTo("ON_HOLD");
        souk.clock().advance(Duration.ofMinutes(20));
        souk.sweep("start-fulfilment");
        assertThat(read(order).lifecycleStatus()).isEqualTo("ON_HOLD");

        form.deliver(order.decided("REJECT"));

        var cancelled = only(OrderCancelled.class, order);
        assertThat(cancelled.reason()).isEqualTo("FRAUD");
        assertThat(cancelled.paymentId()).isEqualTo(order.part("payment"));
        assertThat(cancelled.reservationId()).isEqualTo(order.part("reservation"));
    }

    @Test
    void a_fraud_decision_can_overtake_the_order() {
        var good = AnOrder.any();
        var bad = AnOrder.any();
        form.deliver(good.suspicious(), bad.suspicious(), good.decided("ACCEPT"), bad.decided("REJECT"));
        form.deliver(good.create(), bad.create());

        assertThat(read(good).lifecycleStatus()).isEqualTo("CONFIRMED");
        assertThat(read(bad).lifecycleStatus()).isEqualTo("CANCELLED");
        assertThat(only(OrderCancelled.class, bad).reason()).isEqualTo("FRAUD");
    }

    @Test
    void the_fraud_hold_of_a_checkout_that_failed_is_forgotten() {
        var order = AnOrder.any();
        form.deliver(order.suspicious());
        form.deliver(order.voided());

        assertThat(count("pending_hold where order_id = '" + order.id() + "'")).isZero();
    }

    @Test
    void what_payment_and_inventory_give_back_is_shown() {
        var order = confirmed();
        form.deliver(order.captured());
        souk.handle(new dev.souk.contracts.order.CancelOrder(order.id(), "CUSTOMER_REQUESTED", null, null, null));
        form.deliver(order.released(), order.refunded(order.total()));

        assertThat(read(order).reservation().status()).isEqualTo("RELEASED");
        assertThat(read(order).payment().status()).isEqualTo("REFUNDED");
        assertThat(read(order).payment().refunded()).isEqualTo(order.total());
        assertThat(read(order).timeline())
                .extracting("kind")
                .containsExactly("STATUS", "STATUS", "STATUS", "STATUS", "STATUS", "RESERVATION", "PAYMENT");
    }

    @Test
    void a_void_shows_and_a_late_capture_of_a_cancelled_order_does_not_revive_it() {
        var order = confirmed();
        souk.handle(new dev.souk.contracts.order.CancelOrder(order.id(), "CUSTOMER_REQUESTED", null, null, null));
        form.deliver(order.voided());
        assertThat(read(order).payment().status()).isEqualTo("VOIDED");

        form.deliver(order.captured());

        assertThat(read(order).lifecycleStatus()).isEqualTo("CANCELLED");
        assertThat(read(order).payment().captured()).isEqualTo(order.total());
    }

    @Test
    void an_expired_reservation_is_ignored_without_an_order_and_ends_the_order_that_needs_it() {
        var nobody = AnOrder.any();
        var order = confirmed();
        form.deliver(expired(nobody), expired(order));

        assertThat(only(OrderPlacedOnHold.class, order).reason()).isEqualTo("INVENTORY_RECHECK");
        assertThat(only(OrderCancelled.class, order).reason()).isEqualTo("OUT_OF_STOCK");
        assertThat(alarms(order)).containsExactly("RESERVATION_EXPIRED");
    }

    @Test
    void a_cart_that_disagrees_raises_an_alarm() {
        var order = confirmed();
        form.deliver(converted(order, order.total(), 2));
        assertThat(alarms(order)).isEmpty();

        form.deliver(converted(order, order.total() + 1, 2), converted(order, order.total(), 3));

        assertThat(alarms(order)).containsExactly("CART_MISMATCH", "CART_MISMATCH");
    }

    @Test
    void a_promotion_is_named_and_confirmed_and_a_difference_raises_an_alarm() {
        var id = UUID.randomUUID();
        var order = AnOrder.any().with(new CreateOrder.Promotion(id, null, "SAVE", 30));
        form.deliver(
                new PromotionActivated(
                        id, "January sale", "PERCENT", 10, null, "SAVE", false, 1, AnOrder.NOW, null, 1),
                order.create());
        form.deliver(applied(order, id, 30));
        assertThat(read(order).promotions())
                .containsExactly(new GetOrder.Promotion(id, "January sale", "SAVE", 30, true));
        assertThat(alarms(order)).isEmpty();

        form.deliver(applied(order, id, 31));

        assertThat(alarms(order)).containsExactly("PROMOTION_MISMATCH");
    }

    @Test
    void the_timeline_is_told_once_a_change() {
        var order = confirmed();
        form.deliver(order.captured());

        var changed = only(OrderStatusChanged.class, order);
        assertThat(changed.previousStatus()).isEqualTo("CONFIRMED");
        assertThat(changed.newStatus()).isEqualTo("AWAITING_FULFILMENT");
        assertThat(changed.sequence()).isEqualTo(4);
    }

    @Test
    void money_taken_for_no_order_is_raised() {
        var nobody = AnOrder.any();
        form.deliver(nobody.captured());

        assertThat(alarms(nobody)).containsExactly("CAPTURED_WITHOUT_ORDER");
    }

    @Test
    void an_order_without_a_capture_is_raised_once() {
        var waiting = confirmed();
        var paid = confirmed();
        form.deliver(paid.captured());
        souk.sweep("find-stuck-orders");
        assertThat(alarms(waiting)).isEmpty();

        souk.clock().advance(Duration.ofMinutes(16));
        souk.sweep("find-stuck-orders");
        souk.sweep("find-stuck-orders");

        assertThat(alarms(waiting)).containsExactly("NOT_CAPTURED");
        assertThat(alarms(paid)).isEmpty();
    }

    private AnOrder confirmed() {
        var order = AnOrder.any();
        form.deliver(order.create());
        return order;
    }

    private static InventoryReservationExpired expired(AnOrder order) {
        return new InventoryReservationExpired(
                order.part("reservation"), order.part("checkout"), order.id(), List.of(), AnOrder.NOW);
    }

    private static CartConvertedToOrder converted(AnOrder order, long total, int lines) {
        return new CartConvertedToOrder(order.part("cart"), order.id(), order.customer(), total, lines, AnOrder.NOW);
    }

    private static PromotionApplied applied(AnOrder order, UUID promotion, long discount) {
        return new PromotionApplied(
                promotion, order.id(), order.customer(), "SAVE", discount, "EUR", 1, AnOrder.NOW);
    }

    private GetOrder.Order read(AnOrder order) {
        return Objects.requireNonNull(souk.ask(new GetOrder(order.id())).order());
    }

    private <E extends Event> E only(Class<E> type, AnOrder order) {
        var all = souk.published(type).stream()
                .filter(event -> event.key().equals(order.id().toString()))
                .toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<String> alarms(AnOrder order) {
        return souk.read(tx -> tx.sql("select kind from order_alarm where order_id = ? order by id")
                .params(order.id())
                .list(row -> row.text("kind")));
    }

    private long count(String from) {
        return souk.read(tx -> tx.sql("select count(*) as n from " + from).one(row -> row.bigint("n")));
    }
}
