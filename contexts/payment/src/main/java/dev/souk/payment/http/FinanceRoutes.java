package dev.souk.payment.http;

import dev.souk.contracts.payment.DecideFraudReview;
import dev.souk.contracts.payment.GetReconciliation;
import dev.souk.contracts.payment.ListFraudReviews;
import dev.souk.contracts.payment.ListPaymentAlarms;
import dev.souk.contracts.payment.ReconcilePayments;
import dev.souk.payment.db.Reconciliations;
import dev.souk.payment.db.Watching;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What Finance and the fraud analysts work through.
public final class FinanceRoutes {
    /// Which day to compare.
    ///
    /// @param day `2026-01-31`
    public record ReconcileRequest(@Nullable String day) {}

    public record RunStarted(UUID runId) {}

    /// What the analyst says.
    ///
    /// @param decision ACCEPT or REJECT
    public record DecisionRequest(@Nullable String decision, @Nullable String note) {}

    public record Decided(UUID fraudCheckId, String decision) {}

    public record Reviews(List<ListFraudReviews.Review> reviews) {}

    public record Alarms(List<ListPaymentAlarms.Alarm> alarms) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/payments/reconciliations")
                        .body(ReconcileRequest.class)
                        .answers(202, RunStarted.class)
                        .roles(Role.FINANCE)
                        .summary("Hold the provider's list of a day against ours")
                        .writes(FinanceRoutes::reconcile),
                Route.get("/payments/reconciliations/{runId}")
                        .answers(200, GetReconciliation.Run.class)
                        .roles(Role.FINANCE, Role.AUDITOR)
                        .summary("How a comparison ended")
                        .reads((call, tx) -> Reconciliations.get(tx, call.pathId("runId"))
                                .map(Answer::of)
                                .orElseGet(() -> Answer.refused(
                                        Refusal.notFound("RECONCILIATION_NOT_FOUND", "There is no such run.")))),
                Route.get("/payments/fraud-checks")
                        .answers(200, Reviews.class)
                        .roles(Role.FRAUD_ANALYST)
                        .query(Parameter.limit(50, 200))
                        .summary("Payments that wait for a fraud analyst")
                        .reads((call, tx) -> Answer.of(new Reviews(Watching.openReviews(tx, call.limit(50, 200))))),
                Route.post("/payments/fraud-checks/{fraudCheckId}/decision")
                        .body(DecisionRequest.class)
                        .answers(200, Decided.class)
                        .roles(Role.FRAUD_ANALYST)
                        .summary("Accept or reject a doubtful payment")
                        .writes(FinanceRoutes::decide),
                Route.get("/payments/alarms")
                        .answers(200, Alarms.class)
                        .roles(Role.FINANCE, Role.OPERATOR, Role.AUDITOR)
                        .query(Parameter.limit(50, 200))
                        .summary("What a person must look at")
                        .reads((call, tx) -> Answer.of(new Alarms(Watching.alarms(tx, call.limit(50, 200))))));
    }

    private static Answer<RunStarted> reconcile(Call<ReconcileRequest> call, Tx tx) {
        var day = call.body().day();
        try {
            if (day == null || day.length() != 10) {
                throw new DateTimeParseException("not a day", String.valueOf(day), 0);
            }
            return Answer.from(call.handle(new ReconcilePayments(LocalDate.parse(day))), RunStarted::new);
        } catch (DateTimeParseException e) {
            return Answer.refused(Refusal.invalid("DAY_INVALID", "day is a date like 2026-01-31."));
        }
    }

    private static Answer<Decided> decide(Call<DecisionRequest> call, Tx tx) {
        var decision = String.valueOf(call.body().decision());
        var note = call.body().note() == null ? "" : call.body().note().strip();
        if (!decision.equals("ACCEPT") && !decision.equals("REJECT")) {
            return Answer.refused(Refusal.invalid("DECISION_INVALID", "decision is ACCEPT or REJECT."));
        }
        if (note.isEmpty() || note.length() > 1_000) {
            return Answer.refused(Refusal.invalid("NOTE_REQUIRED", "A note of at most 1,000 characters says why."));
        }
        return Answer.from(
                call.handle(new DecideFraudReview(call.pathId("fraudCheckId"), decision, note)),
                id -> new Decided(id, decision));
    }
}
