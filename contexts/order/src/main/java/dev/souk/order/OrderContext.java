package dev.souk.order;

import dev.souk.contracts.cart.CartConvertedToOrder;
import dev.souk.contracts.customer.GuestClaimed;
import dev.souk.contracts.customer.SubjectRequests;
import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.inventory.InventoryReservationExpired;
import dev.souk.contracts.order.CancelOrder;
import dev.souk.contracts.order.ChangeDeliveryAddress;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.order.GetOrder;
import dev.souk.contracts.order.GetOrderHistory;
import dev.souk.contracts.order.ListOrders;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderDeliveryAddressChanged;
import dev.souk.contracts.order.OrderFulfilmentStarted;
import dev.souk.contracts.order.OrderHoldReleased;
import dev.souk.contracts.order.OrderPlacedOnHold;
import dev.souk.contracts.order.OrderRejected;
import dev.souk.contracts.order.OrderStatusChanged;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.order.PlaceOrderOnHold;
import dev.souk.contracts.order.ReleaseOrderHold;
import dev.souk.contracts.order.SummarizeOrders;
import dev.souk.contracts.payment.FraudCheckReviewRequired;
import dev.souk.contracts.payment.FraudReviewDecided;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionApplied;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.order.db.ConfirmationKey;
import dev.souk.order.db.NewOrders;
import dev.souk.order.db.OrderLists;
import dev.souk.order.db.OrderReads;
import dev.souk.order.db.Orders;
import dev.souk.order.db.Words;
import dev.souk.order.db.PendingHolds;
import dev.souk.order.db.PeoplesOrders;
import dev.souk.order.db.Sums;
import dev.souk.order.domain.Acceptance;
import dev.souk.order.http.OrderRoutes;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Wiring;
import java.time.Duration;
import java.util.List;

/// Orders: created when checkout has stock and money, cancelled by policy, held, handed to the warehouse.
public final class OrderContext implements Context {
    private final Orders orders = new Orders();
    private final PendingHolds pending = new PendingHolds();
    private final ConfirmationKey key = new ConfirmationKey();

    @Override
    public String name() {
        return "order";
    }

    @Override
    public void wire(Wiring on) {
        var review = on.settings().duration("hold-review", Duration.ofHours(24));
        var reads = new OrderReads(on.vault());
        commands(on, review, reads);
        payments(on, review);
        neighbours(on, review);
        answers(on, reads);
        sweeps(on);
        SubjectRequests.answer(on, name(), new PeoplesOrders(reads));
        on.publishes(List.of(
                OrderCreated.class,
                OrderSubmitted.class,
                OrderConfirmed.class,
                OrderRejected.class,
                OrderCancelled.class,
                OrderPlacedOnHold.class,
                OrderHoldReleased.class,
                OrderFulfilmentStarted.class,
                OrderStatusChanged.class,
                OrderDeliveryAddressChanged.class));
    }

    private void commands(Wiring on, Duration review, OrderReads reads) {
        var acceptance = new Acceptance(on.settings().number("max-total", 100_000_000));
        var create = new CreateOrderHandler(acceptance, new NewOrders(key), pending, orders, reads);
        var words = new Words(on.vault());
        on.handle(CreateOrder.class, create::handle)
                .handleBatch(CreateOrder.class, create::batch)
                .handle(CancelOrder.class, new CancelOrderHandler(orders, words)::handle)
                .handle(PlaceOrderOnHold.class, new PlaceOrderOnHoldHandler(orders, review, words)::handle)
                .handle(ReleaseOrderHold.class, new ReleaseOrderHoldHandler(orders, words)::handle)
                .handle(ChangeDeliveryAddress.class, new ChangeDeliveryAddressHandler(orders, on.vault())::handle);
    }

    private void payments(Wiring on, Duration review) {
        var grace = on.settings().duration("fulfilment-grace", Duration.ofMinutes(15));
        var captured = WhenPaymentCapturedAwaitFulfilment.with(orders, grace);
        var failed = WhenPaymentFailedHoldOrCancel.with(orders, review);
        var refunded = WhenPaymentRefundedKeepTrack.with(orders);
        var voided = WhenPaymentVoidedKeepTrack.with(orders, pending);
        on.react(PaymentCaptured.class, captured::react)
                .reactBatch(PaymentCaptured.class, captured::batch)
                .unhurried(List.of(PaymentCaptured.class, CartConvertedToOrder.class, PromotionApplied.class))
                .react(PaymentFailed.class, failed::react)
                .reactBatch(PaymentFailed.class, failed::batch)
                .react(PaymentRefunded.class, refunded::react)
                .reactBatch(PaymentRefunded.class, refunded::batch)
                .react(PaymentVoided.class, voided::react)
                .reactBatch(PaymentVoided.class, voided::batch)
                .react(FraudCheckReviewRequired.class, WhenFraudReviewRequiredHoldOrder.with(orders, pending)::react)
                .react(FraudReviewDecided.class, WhenFraudReviewDecidedReleaseOrCancel.with(orders, pending)::react);
    }

    private void neighbours(Wiring on, Duration review) {
        var expired = WhenReservationExpiredCancel.with(orders, review);
        var released = WhenInventoryReleasedKeepTrack.with(orders);
        var converted = new WhenCartConvertedCompare();
        var applied = new WhenPromotionAppliedConfirm();
        var names = new WhenPromotionChangesKeepName();
        on.react(InventoryReservationExpired.class, expired::react)
                .reactBatch(InventoryReservationExpired.class, expired::batch)
                .react(InventoryReleased.class, released::react)
                .reactBatch(InventoryReleased.class, released::batch)
                .react(CartConvertedToOrder.class, converted::react)
                .reactBatch(CartConvertedToOrder.class, converted::batch)
                .react(PromotionApplied.class, applied::react)
                .reactBatch(PromotionApplied.class, applied::batch)
                .react(PromotionActivated.class, names::activated)
                .react(PromotionExpired.class, names::expired)
                .react(GuestClaimed.class, new WhenGuestClaimedMoveOrders()::react);
    }

    private void answers(Wiring on, OrderReads reads) {
        var one = new GetOrderQuery(reads);
        var lists = new OrderLists(key);
        on.checks(Sums.ALL);
        on.answer(GetOrder.class, one::answer)
                .answer(GetOrderHistory.class, one::history)
                .answer(ListOrders.class, (query, tx) -> lists.page(tx, query))
                .answer(SummarizeOrders.class, (query, tx) -> lists.summary(tx, query))
                .serve(new OrderRoutes(lists, reads, on.vault()).routes());
    }

    private void sweeps(Wiring on) {
        var settings = on.settings();
        var start = new StartFulfilment(orders, settings.text("warehouse", "MAIN"));
        var stuck = new FindStuckOrders(settings.duration("capture-patience", Duration.ofMinutes(15)));
        on.sweep("start-fulfilment", Duration.ofSeconds(5), start::run)
                .sweep("escalate-holds", Duration.ofMinutes(1), new EscalateHolds()::run)
                .sweep("find-stuck-orders", Duration.ofMinutes(5), stuck::run)
                .sweep("count-days", Duration.ofSeconds(30), new CountDays()::run);
    }
}
