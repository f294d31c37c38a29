package dev.souk.checkout.http;

import dev.souk.checkout.Following;
import dev.souk.checkout.db.Sagas;
import dev.souk.checkout.domain.CheckoutRefusal.CheckoutNotFound;
import dev.souk.checkout.domain.Saga;
import dev.souk.contracts.checkout.CancelCheckout;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.contracts.checkout.ResumePaymentAction;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What checkout offers over HTTP.
public final class CheckoutRoutes {
    private static final String ID = "checkoutId";

    private final Sagas sagas;
    private final Following following;
    private final Progress progress;

    public CheckoutRoutes(Sagas sagas, Following following) {
        this.sagas = sagas;
        this.following = following;
        this.progress = new Progress(following);
    }

    public List<Route<?, ?>> routes() {
        return List.of(status(), events(), cancel(), paymentAction());
    }

    private Route<?, ?> status() {
        return Route.get("/checkouts/{checkoutId}")
                .answers(200, CheckoutStatus.class)
                .roles(Role.GUEST, Role.CUSTOMER, Role.SUPPORT, Role.OPERATOR, Role.AUDITOR, Role.ADMIN, Role.SERVICE)
                .query(Parameter.number("wait", "seconds to wait for news", 0, 20).otherwise("0"))
                .summary("Where a checkout stands; with wait=20 the answer waits up to 20 s for it to end or to need"
                        + " the shopper, or to change if If-None-Match names the version already seen")
                .free(progress::status);
    }

    private Route<?, ?> events() {
        return Route.get("/checkouts/{checkoutId}/events")
                .answers(200, CheckoutStatus.class)
                .roles(Role.GUEST, Role.CUSTOMER, Role.SUPPORT, Role.OPERATOR, Role.AUDITOR, Role.ADMIN, Role.SERVICE)
                .summary("The changes of a checkout until its end, as server-sent events named status")
                .streams(progress::events);
    }

    private Route<?, ?> cancel() {
        return Route.post("/checkouts/{checkoutId}/cancel")
                .body(CancelRequest.class)
                .answers(200, CheckoutStatus.class)
                .roles(Role.GUEST, Role.CUSTOMER, Role.SUPPORT)
                .summary("Gives the checkout up; possible until its order is asked for")
                .writes(this::cancel);
    }

    private Route<?, ?> paymentAction() {
        return Route.post("/checkouts/{checkoutId}/payment-action")
                .body(PaymentActionRequest.class)
                .answers(200, CheckoutStatus.class)
                .roles(Role.GUEST, Role.CUSTOMER)
                .summary("The shopper is back from the provider's page")
                .writes(this::resume);
    }

    private Answer<CheckoutStatus> cancel(Call<CancelRequest> call, Tx tx) {
        var reason = call.body().reason();
        if (reason != null && !reason.equals("CANCELLED")) {
            return Answer.refused(Refusal.invalid("INVALID_REASON", "The reason is CANCELLED."));
        }
        var id = call.pathId(ID);
        Predicate<Saga> may = saga -> call.caller().has(Role.SUPPORT) || Own.owns(call.caller(), saga);
        return where(may, id, tx, () -> call.handle(new CancelCheckout(id, "CANCELLED")));
    }

    private Answer<CheckoutStatus> resume(Call<PaymentActionRequest> call, Tx tx) {
        var ref = call.body().actionResultRef();
        if (ref == null || !ref.matches("[\\x21-\\x7e]{1,200}")) {
            return Answer.refused(Refusal.invalid(
                    "INVALID_ACTION_RESULT", "actionResultRef is 1 to 200 printable characters without spaces."));
        }
        var id = call.pathId(ID);
        return where(
                saga -> Own.owns(call.caller(), saga), id, tx, () -> call.handle(new ResumePaymentAction(id, ref)));
    }

    private Answer<CheckoutStatus> where(
            Predicate<Saga> may, UUID id, Tx tx, Supplier<Outcome<GetCheckoutStatus.Status>> command) {
        return sagas.find(tx, id).or(() -> arriving(id, tx)).filter(may).isEmpty()
                ? Answer.refused(new CheckoutNotFound(id))
                : Answer.from(command.get(), CheckoutStatus::of);
    }

    /// Who was told the id a moment ago may be faster than the cart's message.
    private Optional<Saga> arriving(UUID id, Tx tx) {
        try {
            return following.arrives(id) ? sagas.find(tx, id) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
