package dev.souk.payment;

import dev.souk.contracts.customer.SubjectRequests;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.payment.AuthorizePayment;
import dev.souk.contracts.payment.CapturePayment;
import dev.souk.contracts.payment.ConfirmPaymentAction;
import dev.souk.contracts.payment.DecideFraudReview;
import dev.souk.contracts.payment.DecideRefund;
import dev.souk.contracts.payment.FraudCheckFailed;
import dev.souk.contracts.payment.FraudCheckPassed;
import dev.souk.contracts.payment.FraudCheckReviewRequired;
import dev.souk.contracts.payment.FraudReviewDecided;
import dev.souk.contracts.payment.GetLedger;
import dev.souk.contracts.payment.GetPayment;
import dev.souk.contracts.payment.GetReconciliation;
import dev.souk.contracts.payment.ListFraudReviews;
import dev.souk.contracts.payment.ListPaymentAlarms;
import dev.souk.contracts.payment.ListPayments;
import dev.souk.contracts.payment.PaymentActionRequired;
import dev.souk.contracts.payment.PaymentAuthorized;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentReconciled;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.contracts.payment.PaymentRequested;
import dev.souk.contracts.payment.PaymentSucceeded;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.contracts.payment.ReceiveProviderWebhook;
import dev.souk.contracts.payment.ReconcilePayments;
import dev.souk.contracts.payment.RefundPayment;
import dev.souk.contracts.payment.RefundProcessed;
import dev.souk.contracts.payment.RefundRequested;
import dev.souk.contracts.payment.VoidPayment;
import dev.souk.payment.db.Call;
import dev.souk.payment.db.Calls;
import dev.souk.payment.db.Changes;
import dev.souk.payment.db.Payments;
import dev.souk.payment.db.PeoplesPayments;
import dev.souk.payment.db.Reconciliations;
import dev.souk.payment.db.Sums;
import dev.souk.payment.db.Watching;
import dev.souk.payment.domain.Authorization;
import dev.souk.payment.domain.RefundLimits;
import dev.souk.payment.fraud.FraudGate;
import dev.souk.payment.fraud.FraudRules;
import dev.souk.payment.http.FinanceRoutes;
import dev.souk.payment.http.ListRoutes;
import dev.souk.payment.http.PaymentRoutes;
import dev.souk.payment.http.RefundRoutes;
import dev.souk.payment.http.WebhookRoutes;
import dev.souk.payment.provider.PaymentProvider;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Settings;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The door plate of payment.
public final class PaymentContext implements Context {
    private static final int AT_ONCE = 500;

    private final PaymentProvider provider;
    private final @Nullable FraudGate chosenGate;
    private @Nullable ProviderWorker worker;

    public PaymentContext(PaymentProvider provider) {
        this(provider, null);
    }

    /// With a fraud service of one's own.
    ///
    /// @param gate null means the built-in rules
    public PaymentContext(PaymentProvider provider, @Nullable FraudGate gate) {
        this.provider = provider;
        this.chosenGate = gate;
    }

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public void wire(Wiring on) {
        var authorization = authorization(on.settings());
        var limits = new RefundLimits(
                on.settings().number("refund.support-limit", 200), on.settings().number("refund.four-eyes-above", 500));
        Consumer<List<Call>> handOver = calls -> worker().submit(calls);
        worker = worker(on, new ApplyAnswers(authorization, handOver, provider.name()));
        var reconciler = new Reconciler(provider, on.transactions(), worker);
        var webhooks = new ReceivedWebhooks(authorization, handOver);
        commands(on, authorization, limits, handOver);
        on.handle(ReconcilePayments.class, reconciler::handle)
                .handle(ReceiveProviderWebhook.class, webhooks::store)
                .run(worker)
                .checks(Sums.ALL)
                .sweep("provider-calls", Duration.ofSeconds(1), this::claim)
                .sweep("payment-actions", Duration.ofSeconds(1), tx -> actionsOver(authorization, handOver, tx))
                .sweep("provider-events", Duration.ofSeconds(1), webhooks::look)
                .sweep("reconciliation", Duration.ofMinutes(1), reconciler::due)
                .serve(new PaymentRoutes(new GetPaymentQuery(on.vault())).routes())
                .serve(new ListRoutes().routes())
                .serve(new RefundRoutes(limits).routes())
                .serve(new FinanceRoutes().routes())
                .serve(new WebhookRoutes(provider, on.clock()).routes());
        orders(on, handOver);
        queries(on);
        SubjectRequests.answer(on, name(), new PeoplesPayments(new GetPaymentQuery(on.vault())));
        publishes(on);
    }

    private static Authorization authorization(Settings settings) {
        return new Authorization(
                settings.duration("action-window", Duration.ofMinutes(10)),
                settings.duration("poll-after", Duration.ofSeconds(60)),
                settings.flag("fraud.publish-passed", false));
    }

    private ProviderWorker worker(Wiring on, ApplyAnswers answers) {
        return new ProviderWorker(
                provider,
                chosenGate == null ? FraudRules.from(on.settings()) : chosenGate,
                on.transactions(),
                on.clock(),
                Math.toIntExact(on.settings().number("provider.concurrency", 32)),
                on.settings().duration("provider.gather", Duration.ofMillis(8)),
                answers,
                on.vault());
    }

    private static void commands(
            Wiring on, Authorization authorization, RefundLimits limits, Consumer<List<Call>> handOver) {
        var authorize = new AuthorizePaymentHandler(authorization, handOver);
        on.handle(AuthorizePayment.class, authorize::handle)
                .handleBatch(AuthorizePayment.class, authorize::handleBatch)
                .handle(VoidPayment.class, new VoidPaymentHandler(handOver)::handle)
                .handle(ConfirmPaymentAction.class, new ConfirmPaymentActionHandler(authorization, handOver)::handle)
                .handle(CapturePayment.class, new CapturePaymentHandler(handOver)::handle)
                .handle(RefundPayment.class, new RefundPaymentHandler(limits, handOver)::handle)
                .handle(DecideRefund.class, new DecideRefundHandler(handOver)::handle)
                .handle(DecideFraudReview.class, new DecideFraudReviewHandler()::handle);
    }

    private static void orders(Wiring on, Consumer<List<Call>> handOver) {
        var follow = new WhenOrderChangesFollow(handOver);
        on.react(OrderSubmitted.class, follow::react)
                .react(OrderConfirmed.class, follow::react)
                .react(OrderCancelled.class, follow::react)
                .unhurried(List.of(OrderSubmitted.class, OrderConfirmed.class))
                .batch(List.of(OrderSubmitted.class, OrderConfirmed.class, OrderCancelled.class), follow::reactBatch);
    }

    private static void queries(Wiring on) {
        var payments = new GetPaymentQuery(on.vault());
        on.answer(GetPayment.class, payments::answer)
                .answer(ListPayments.class, payments::answer)
                .answer(GetLedger.class, GetLedgerQuery::answer)
                .answer(GetReconciliation.class, (query, tx) -> Reconciliations.get(tx, query.runId()))
                .answer(ListFraudReviews.class, (query, tx) -> Watching.openReviews(tx, query.limit()))
                .answer(ListPaymentAlarms.class, (query, tx) -> Watching.alarms(tx, query.limit()));
    }

    private static void publishes(Wiring on) {
        on.publishes(List.of(
                PaymentRequested.class,
                PaymentSucceeded.class,
                PaymentAuthorized.class,
                PaymentActionRequired.class,
                PaymentFailed.class,
                PaymentCaptured.class,
                PaymentVoided.class,
                RefundRequested.class,
                RefundProcessed.class,
                PaymentRefunded.class,
                FraudCheckPassed.class,
                FraudCheckFailed.class,
                FraudCheckReviewRequired.class,
                FraudReviewDecided.class,
                PaymentReconciled.class));
    }

    /// What was handed over in memory and never answered, or is to be asked again.
    private int claim(Tx tx) {
        int room = Math.min(AT_ONCE, worker().room());
        if (room == 0) {
            return 0;
        }
        var calls = Calls.claim(tx, room);
        tx.afterCommit(() -> worker().submit(calls));
        return calls.size();
    }

    private static int actionsOver(Authorization authorization, Consumer<List<Call>> handOver, Tx tx) {
        var over = Payments.actionsOver(tx, AT_ONCE);
        var changes = new Changes(tx, handOver);
        over.forEach(payment -> authorization.actionTimedOut(payment, changes.on(payment, tx)));
        changes.write();
        return over.size();
    }

    /// Waits until no call to the provider is under way; for tests and for a clean stop.
    public boolean awaitQuiet(Duration most) throws InterruptedException {
        return worker().awaitQuiet(most);
    }

    private ProviderWorker worker() {
        return Objects.requireNonNull(worker, "not wired");
    }
}
