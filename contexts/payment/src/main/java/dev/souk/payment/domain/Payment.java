package dev.souk.payment.domain;

import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.payment.provider.ProviderAnswer.Reason;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One payment while it is being decided about. What may happen to it: [Authorization], [Capture], [Release], [Refunding].
public final class Payment {
    private final Terms terms;
    Status status;
    long version;
    @Nullable String reference;
    @Nullable String brand;
    @Nullable Sealed<String> last4;
    long authorized;
    long captured;
    long refunded;
    long refundPending;
    boolean captureRequested;
    boolean blocked;
    int captureFailures;
    @Nullable String failureReason;
    @Nullable String failureDetail;
    @Nullable String clientRef;
    @Nullable Instant actionDue;
    @Nullable Instant authorizedAt;
    @Nullable Instant expiresAt;
    @Nullable Instant capturedAt;
    @Nullable String fraudResult;
    @Nullable Integer fraudScore;

    public Payment(Terms terms, Progress progress) {
        this.terms = terms;
        status = progress.status();
        version = progress.version();
        reference = progress.reference();
        brand = progress.brand();
        last4 = progress.last4();
        authorized = progress.authorized();
        captured = progress.captured();
        refunded = progress.refunded();
        refundPending = progress.refundPending();
        captureRequested = progress.captureRequested();
        blocked = progress.blocked();
        captureFailures = progress.captureFailures();
        failureReason = progress.failureReason();
        failureDetail = progress.failureDetail();
        clientRef = progress.clientRef();
        actionDue = progress.actionDue();
        authorizedAt = progress.authorizedAt();
        expiresAt = progress.expiresAt();
        capturedAt = progress.capturedAt();
        fraudResult = progress.fraudResult();
        fraudScore = progress.fraudScore();
    }

    public static Payment of(Terms terms) {
        return new Payment(terms, Progress.NONE);
    }

    public Progress progress() {
        return new Progress(
                status, version, reference, brand, last4, authorized, captured, refunded, refundPending,
                captureRequested, blocked, captureFailures, failureReason, failureDetail, clientRef, actionDue,
                authorizedAt, expiresAt, capturedAt, fraudResult, fraudScore);
    }

    public Terms terms() {
        return terms;
    }

    public UUID id() {
        return terms.id();
    }

    public Status status() {
        return status;
    }

    public long version() {
        return version;
    }

    public @Nullable String reference() {
        return reference;
    }

    public int captureFailures() {
        return captureFailures;
    }

    UUID orderId() {
        return Objects.requireNonNull(terms.orderId(), "a tombstone has no order");
    }

    String currency() {
        return Objects.requireNonNull(terms.currency(), "a tombstone has no currency");
    }

    /// Captured and neither given back nor promised back.
    public long refundable() {
        return captured - refunded - refundPending;
    }

    /// Publishes what others decided about this payment.
    public void tell(Event event, Effects effects) {
        publish(effects, event);
    }

    void publish(Effects effects, Event event) {
        version++;
        effects.publish(event, version);
    }

    void post(Effects effects, Posting.Kind kind, UUID subject, long amount) {
        if (amount > 0) {
            effects.post(new Posting(id(), kind, subject, orderId(), amount, currency()));
        }
    }

    void fail(Effects effects, Reason reason, @Nullable String detail) {
        status = Status.FAILED;
        actionDue = null;
        failureReason = reason.name();
        failureDetail = detail;
        sayFailed(effects);
    }

    void sayFailed(Effects effects) {
        publish(effects, failure("AUTHORIZE", Objects.requireNonNull(failureReason), failureDetail, false, effects.now()));
    }

    PaymentFailed failure(String stage, String reason, @Nullable String detail, boolean retryable, Instant at) {
        return new PaymentFailed(id(), orderId(), reason, at, stage, retryable, terms.checkoutId(), detail);
    }

    void sayVoided(Effects effects) {
        publish(
                effects,
                new PaymentVoided(
                        id(), terms.orderId(), terms.checkoutId(), terms.amount(), terms.currency(), effects.now()));
    }

    @Override
    public String toString() {
        return "payment " + id() + " " + status + " version " + version;
    }
}
