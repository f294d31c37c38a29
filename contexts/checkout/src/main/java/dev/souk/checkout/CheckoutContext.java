package dev.souk.checkout;

import dev.souk.checkout.db.Carts;
import dev.souk.checkout.db.PeoplesCheckouts;
import dev.souk.checkout.db.Sagas;
import dev.souk.checkout.http.CheckoutRoutes;
import dev.souk.checkout.http.OperatorRoutes;
import dev.souk.contracts.cart.GetStartedCheckout.Start;
import dev.souk.contracts.cart.GetStartedCheckout;
import dev.souk.contracts.checkout.CancelCheckout;
import dev.souk.contracts.checkout.CheckoutActionRequired;
import dev.souk.contracts.checkout.CheckoutCompleted;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.checkout.CheckoutStarted;
import dev.souk.contracts.checkout.CheckoutStuck;
import dev.souk.contracts.checkout.ForceCompensation;
import dev.souk.contracts.checkout.GetCheckoutCourse;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.contracts.checkout.ListCheckouts;
import dev.souk.contracts.checkout.ResumePaymentAction;
import dev.souk.contracts.checkout.RetryCheckoutStep;
import dev.souk.contracts.customer.ReleaseRewardPoints;
import dev.souk.contracts.customer.ReserveRewardPoints;
import dev.souk.contracts.customer.SubjectRequests;
import dev.souk.contracts.inventory.CommitReservation;
import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.payment.AuthorizePayment;
import dev.souk.contracts.payment.ConfirmPaymentAction;
import dev.souk.contracts.payment.VoidPayment;
import dev.souk.contracts.promotion.HoldCoupon;
import dev.souk.contracts.promotion.ReleaseCoupon;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Wiring;
import java.util.List;
import java.util.UUID;

/// The door plate of checkout.
public final class CheckoutContext implements Context {
    @Override
    public String name() {
        return "checkout";
    }

    @Override
    public void wire(Wiring on) {
        var sagas = new Sagas();
        var watch = new Watch();
        var moves = new Moves(sagas, new Carts(), watch);
        var answers = new WhenAnsweredMoveCheckoutsOn(moves);
        WhenAnsweredMoveCheckoutsOn.EVENTS.forEach(type -> on.react(type, answers::react));
        on.batch(List.<Class<? extends Message>>copyOf(WhenAnsweredMoveCheckoutsOn.EVENTS), answers::batch);

        on.handle(CancelCheckout.class, new CancelCheckoutHandler(moves)::handle)
                .handle(ResumePaymentAction.class, new ResumePaymentActionHandler(moves)::handle)
                .handle(RetryCheckoutStep.class, new RetryCheckoutStepHandler(moves, sagas)::handle)
                .handle(ForceCompensation.class, new ForceCompensationHandler(moves, sagas)::handle);

        SubjectRequests.answer(on, name(), new PeoplesCheckouts());
        var list = new ListCheckoutsQuery(sagas);
        var courses = new GetCheckoutCourseQuery(sagas);
        on.answer(GetCheckoutStatus.class, new GetCheckoutStatusQuery(sagas)::answer)
                .answer(ListCheckouts.class, list::answer)
                .answer(GetCheckoutCourse.class, courses::answer);

        var timers = new Timers(moves, sagas);
        on.sweep("due", Timers.EVERY, timers::due).sweep("purge", Timers.PURGE_EVERY, timers::purge);

        var following = new Following(
                watch, sagas, on.transactions(), Following.READ_AGAIN, id -> mayBeOnItsWay(on.bus(), id));
        on.serve(new CheckoutRoutes(sagas, following).routes()).serve(new OperatorRoutes(list, courses).routes());

        on.publishes(List.of(
                        CheckoutStarted.class,
                        CheckoutActionRequired.class,
                        CheckoutCompleted.class,
                        CheckoutFailed.class,
                        CheckoutStuck.class))
                .sends(List.of(
                        ReserveInventory.class,
                        CommitReservation.class,
                        ReleaseInventory.class,
                        HoldCoupon.class,
                        ReleaseCoupon.class,
                        ReserveRewardPoints.class,
                        ReleaseRewardPoints.class,
                        AuthorizePayment.class,
                        ConfirmPaymentAction.class,
                        VoidPayment.class,
                        CreateOrder.class));
    }

    private static boolean mayBeOnItsWay(Bus bus, UUID checkoutId) {
        try {
            return bus.ask(new GetStartedCheckout(checkoutId)) != Start.UNKNOWN;
        } catch (Bus.ContextAbsent _) {
            return true;
        }
    }
}
