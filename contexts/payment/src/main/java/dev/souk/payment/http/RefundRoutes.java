package dev.souk.payment.http;

import dev.souk.contracts.payment.DecideRefund;
import dev.souk.contracts.payment.RefundPayment;
import dev.souk.payment.db.Refunds;
import dev.souk.payment.domain.RefundLimits;
import dev.souk.payment.domain.TermsCheck;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Refunds: support up to its limit, Finance beyond, and two persons for the large ones.
public final class RefundRoutes {
    private final RefundLimits limits;

    public RefundRoutes(RefundLimits limits) {
        this.limits = limits;
    }

    /// What is to go back, and why.
    ///
    /// @param refundId chosen by the caller, or by us when absent
    /// @param amount minor units
    /// @param reason 10 to 500 characters
    public record RefundRequest(
            @Nullable UUID refundId,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable String reason,
            @Nullable UUID returnId) {}

    public record RefundAnswer(UUID refundId, UUID paymentId, String status, long amount, String currency) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/payments/{paymentId}/refunds")
                        .body(RefundRequest.class)
                        .answers(201, RefundAnswer.class)
                        .roles(Role.SUPPORT, Role.FINANCE, Role.ADMIN)
                        .key(Route.Key.REQUIRED)
                        .summary("Give money back, in part or in full")
                        .writes(this::refund),
                Route.post("/refunds/{refundId}/approve")
                        .answers(200, RefundAnswer.class)
                        .roles(Role.FINANCE, Role.ADMIN)
                        .summary("Let a large refund go; not by the one who asked for it")
                        .writes((call, tx) -> decide(call, tx, true)),
                Route.post("/refunds/{refundId}/reject")
                        .answers(200, RefundAnswer.class)
                        .roles(Role.FINANCE, Role.ADMIN)
                        .summary("Refuse a large refund")
                        .writes((call, tx) -> decide(call, tx, false)));
    }

    private Answer<RefundAnswer> refund(Call<RefundRequest> call, Tx tx) {
        var body = call.body();
        if (body.amount() == null || body.currency() == null || body.reason() == null) {
            return Answer.refused(Refusal.invalid("MEMBER_MISSING", "amount, currency and reason are required."));
        }
        var reason = body.reason().strip();
        if (reason.length() < 10 || reason.length() > 500) {
            return Answer.refused(Refusal.invalid("REASON_LENGTH", "A reason has 10 to 500 characters."));
        }
        if (body.amount() <= 0 || !TermsCheck.currency(body.currency())) {
            return Answer.refused(Refusal.invalid("AMOUNT_INVALID", "An amount is positive and in a known currency."));
        }
        if (!call.caller().has(Role.FINANCE, Role.ADMIN) && !limits.withinSupport(body.amount(), body.currency())) {
            return Answer.refused(new Refusal.Plain(
                    Refusal.Kind.FORBIDDEN, "REFUND_ABOVE_LIMIT", "Support gives back at most " + limits.support() + "."));
        }
        var refundId = body.refundId() == null ? tx.newId() : body.refundId();
        var outcome = call.handle(new RefundPayment(
                refundId, call.pathId("paymentId"), body.amount(), body.currency(), reason, body.returnId()));
        return shown(outcome, tx);
    }

    private static Answer<RefundAnswer> decide(Call<Void> call, Tx tx, boolean approved) {
        return shown(call.handle(new DecideRefund(call.pathId("refundId"), approved)), tx);
    }

    private static Answer<RefundAnswer> shown(Outcome<UUID> outcome, Tx tx) {
        return Answer.from(outcome, id -> {
            var refund = Refunds.get(tx, id).orElseThrow();
            return new RefundAnswer(
                    refund.id(), refund.paymentId(), refund.state().name(), refund.amount(), refund.currency());
        });
    }
}
