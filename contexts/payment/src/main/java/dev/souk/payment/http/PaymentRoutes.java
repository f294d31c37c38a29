package dev.souk.payment.http;

import dev.souk.contracts.payment.AuthorizePayment;
import dev.souk.contracts.payment.CapturePayment;
import dev.souk.contracts.payment.GetLedger;
import dev.souk.contracts.payment.GetPayment;
import dev.souk.contracts.payment.ListPayments;
import dev.souk.payment.GetLedgerQuery;
import dev.souk.payment.GetPaymentQuery;
import dev.souk.payment.domain.TermsCheck;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Payments: asked for by services, looked at by their owners and by staff, captured by Finance.
public final class PaymentRoutes {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Role[] VIEWERS = {
        Role.SUPPORT, Role.FINANCE, Role.FRAUD_ANALYST, Role.AUDITOR, Role.ADMIN, Role.OPERATOR, Role.SERVICE
    };

    /// See [AuthorizePayment].
    public record AuthorizeRequest(
            @Nullable UUID paymentId,
            @Nullable UUID orderId,
            @Nullable UUID checkoutId,
            @Nullable UUID cartId,
            @Nullable UUID customerId,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable String paymentMethodRef,
            @Nullable String idempotencyKey,
            @Nullable String returnUrl,
            @Nullable String country) {}

    public record Accepted(UUID paymentId, String status) {}

    /// How much to take.
    ///
    /// @param amount minor units; absent means all of it
    public record CaptureRequest(@Nullable Long amount) {}

    public record PaymentList(List<GetPayment.Payment> payments) {}

    private final GetPaymentQuery payments;

    public PaymentRoutes(GetPaymentQuery payments) {
        this.payments = payments;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/payments/authorize")
                        .body(AuthorizeRequest.class)
                        .answers(201, Accepted.class)
                        .roles(Role.SERVICE)
                        .key(Route.Key.REQUIRED)
                        .summary("Set money aside; the result comes as an event")
                        .writes(this::authorize),
                Route.get("/payments/{paymentId}")
                        .answers(200, GetPayment.Payment.class)
                        .roles(Role.CUSTOMER, VIEWERS)
                        .personal()
                        .summary("One payment; staff sees no card digits without a Purpose")
                        .reads(this::get),
                Route.get("/payments")
                        .answers(200, PaymentList.class)
                        .roles(Role.CUSTOMER, VIEWERS)
                        .query(Parameter.id("orderId", "whose payments").needed())
                        .personal()
                        .summary("The payments of an order")
                        .reads(this::list),
                Route.get("/payments/ledger")
                        .answers(200, GetLedger.Ledger.class)
                        .roles(Role.FINANCE, Role.AUDITOR)
                        .query(Parameter.id("orderId", "postings of this order, whenever"),
                                Parameter.instant("from", "posted then or later"),
                                Parameter.instant("to", "posted before"),
                                Parameter.number("after", "number of the last posting of the page before", 0, Long.MAX_VALUE),
                                Parameter.limit(200, 1_000))
                        .summary("Double-entry postings of an order or of a period")
                        .reads(PaymentRoutes::ledger),
                Route.post("/payments/{paymentId}/captures")
                        .body(CaptureRequest.class)
                        .answers(202, Accepted.class)
                        .roles(Role.FINANCE)
                        .key(Route.Key.REQUIRED)
                        .summary("Take authorized money by hand")
                        .writes(this::capture));
    }

    private Answer<Accepted> authorize(Call<AuthorizeRequest> call, Tx tx) {
        var body = call.body();
        if (body.paymentId() == null || body.orderId() == null || body.checkoutId() == null || body.cartId() == null
                || body.customerId() == null || body.amount() == null || body.currency() == null
                || body.paymentMethodRef() == null) {
            return Answer.refused(Refusal.invalid(
                    "MEMBER_MISSING",
                    "paymentId, orderId, checkoutId, cartId, customerId, amount, currency and paymentMethodRef are required."));
        }
        var problem = TermsCheck.problem(body.amount(), body.currency(), body.paymentMethodRef());
        if (problem != null || tooLong(body.returnUrl(), 2_000) || tooLong(body.country(), 2)) {
            return Answer.refused(Refusal.invalid(
                    problem == null ? "MEMBER_TOO_LONG" : problem, "These terms cannot be paid."));
        }
        var key = body.idempotencyKey() == null ? body.paymentId().toString() : body.idempotencyKey();
        var outcome = call.handle(new AuthorizePayment(
                body.paymentId(), body.orderId(), body.checkoutId(), body.cartId(), body.customerId(), body.amount(),
                body.currency(), body.paymentMethodRef(), key, body.returnUrl(), body.country()));
        return outcome instanceof Outcome.Refused<UUID>(var why) ? Answer.refused(why) : accepted(body.paymentId(), tx);
    }

    private static boolean tooLong(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private Answer<Accepted> accepted(UUID paymentId, Tx tx) {
        var payment = payments.answer(new GetPayment(paymentId), tx).orElseThrow();
        if (payment.status().equals("FAILED")) {
            return Answer.refused(new Refusal.Plain(
                    Refusal.Kind.PAYMENT, String.valueOf(payment.failureReason()), "This payment has failed."));
        }
        return Answer.of(new Accepted(paymentId, payment.status())).version(payment.version());
    }

    private Answer<GetPayment.Payment> get(Call<Void> call, Tx tx) {
        return payments.answer(new GetPayment(call.pathId("paymentId")), tx)
                .filter(payment -> maySee(call.caller(), payment))
                .map(payment -> Answer.of(shown(payment, call)).version(payment.version()))
                .orElseGet(() -> Answer.refused(notFound()));
    }

    private static boolean maySee(Caller caller, GetPayment.Payment payment) {
        return caller.has(VIEWERS) || caller.is(payment.customerId());
    }

    private static GetPayment.Payment shown(GetPayment.Payment payment, Call<?> call) {
        return call.unmasked(payment.customerId()) ? payment : payment.masked();
    }

    static Refusal notFound() {
        return Refusal.notFound("PAYMENT_NOT_FOUND", "There is no such payment.");
    }

    private Answer<PaymentList> list(Call<Void> call, Tx tx) {
        var orderId = call.query("orderId").map(PaymentRoutes::uuid).orElse(null);
        if (orderId == null) {
            return Answer.refused(Refusal.invalid("ORDER_ID_REQUIRED", "Name the order: ?orderId=<uuid>."));
        }
        return Answer.of(new PaymentList(payments.answer(new ListPayments(orderId), tx).stream()
                .filter(payment -> maySee(call.caller(), payment))
                .map(payment -> shown(payment, call))
                .toList()));
    }

    static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Answer<GetLedger.Ledger> ledger(Call<Void> call, Tx tx) {
        int limit = call.limit(200, 1_000);
        try {
            var orderId = call.query("orderId");
            var order = orderId.map(PaymentRoutes::uuid).orElse(null);
            if (orderId.isPresent() && order == null) {
                return Answer.refused(Refusal.invalid("ORDER_ID_INVALID", "orderId is not a UUID."));
            }
            var query = new GetLedger(
                    order,
                    call.query("from").map(PaymentRoutes::instant).orElse(null),
                    call.query("to").map(PaymentRoutes::instant).orElse(null),
                    call.query("after").map(Long::parseLong).orElse(0L),
                    limit);
            return Answer.of(GetLedgerQuery.answer(query, tx));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Answer.refused(Refusal.invalid("PERIOD_INVALID", "from and to are instants, after is a number."));
        }
    }

    /// Beyond these years lie instants that no database keeps.
    static Instant instant(String text) {
        var instant = Instant.parse(text);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeParseException("too far away", text, 0);
        }
        return instant;
    }

    private Answer<Accepted> capture(Call<CaptureRequest> call, Tx tx) {
        var paymentId = call.pathId("paymentId");
        var outcome = call.handle(new CapturePayment(paymentId, call.body().amount()));
        return outcome instanceof Outcome.Refused<UUID>(var why) ? Answer.refused(why) : accepted(paymentId, tx);
    }
}
