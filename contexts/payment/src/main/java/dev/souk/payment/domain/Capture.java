package dev.souk.payment.domain;

import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.payment.provider.Operation;
import dev.souk.payment.provider.ProviderAnswer;
import dev.souk.payment.provider.ProviderAnswer.Reason;
import dev.souk.platform.messaging.NameBasedId;
import java.time.Duration;
import java.util.List;

/// Taking the money when the order is confirmed.
public final class Capture {
    private static final List<Duration> RETRIES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(25));

    private Capture() {}

    /// The order is binding: it must ask for exactly what was set aside.
    public static void bind(Payment payment, long total, String currency, Effects effects) {
        if (payment.terms().amount() != total || !currency.equals(payment.terms().currency())) {
            payment.blocked = true;
            effects.alarm(
                    "AMOUNT_MISMATCH",
                    "authorized " + payment.terms().amount() + " " + payment.terms().currency() + ", ordered " + total
                            + " " + currency);
        }
    }

    /// Once per order, however often it is confirmed.
    public static void confirm(Payment payment, Effects effects) {
        if (payment.captureRequested) {
            return;
        }
        if (payment.status != Status.AUTHORIZED) {
            effects.alarm("CONFIRMED_WITHOUT_AUTHORIZATION", "the payment is " + payment.status);
            if (!payment.terms().tombstone()) {
                sayFailed(payment, "NOT_AUTHORIZED", false, effects);
            }
        } else if (payment.blocked) {
            sayFailed(payment, "AMOUNT_MISMATCH", true, effects);
        } else {
            start(payment, payment.authorized, effects);
        }
    }

    /// Asks the provider for `amount`; the rest is let go of.
    public static void start(Payment payment, long amount, Effects effects) {
        payment.captureRequested = true;
        if (amount == 0) {
            take(payment, 0, effects);
        } else {
            effects.call(Operation.CAPTURE, payment.id(), amount, Duration.ZERO);
        }
    }

    public static boolean possible(Payment payment, long amount) {
        return payment.status == Status.AUTHORIZED && !payment.captureRequested && amount <= payment.authorized;
    }

    /// A no is tried again after 1, 5 and 25 minutes, then it is final.
    public static void answered(Payment payment, ProviderAnswer answer, long amount, Effects effects) {
        if (payment.status != Status.AUTHORIZED || !payment.captureRequested) {
            return;
        }
        switch (answer) {
            case ProviderAnswer.Captured _ -> take(payment, amount, effects);
            case ProviderAnswer.Declined no -> decline(payment, no, amount, effects);
            default -> throw new IllegalStateException("not an answer to a capture: " + answer);
        }
    }

    static void take(Payment payment, long amount, Effects effects) {
        payment.status = Status.CAPTURED;
        payment.captured = amount;
        payment.capturedAt = effects.now();
        payment.post(effects, Posting.Kind.CAPTURED, payment.id(), amount);
        payment.post(effects, Posting.Kind.RELEASED, payment.id(), payment.authorized - amount);
        payment.publish(
                effects,
                new PaymentCaptured(
                        payment.id(),
                        payment.orderId(),
                        payment.terms().customerId(),
                        NameBasedId.of(payment.id(), "capture"),
                        amount,
                        amount,
                        payment.currency(),
                        effects.now()));
    }

    private static void decline(Payment payment, ProviderAnswer.Declined no, long amount, Effects effects) {
        boolean again = payment.captureFailures < RETRIES.size();
        if (again) {
            effects.call(Operation.CAPTURE, payment.id(), amount, RETRIES.get(payment.captureFailures));
        } else {
            effects.alarm("CAPTURE_FAILED", no.reason() + " " + no.detail());
        }
        payment.captureFailures++;
        payment.publish(
                effects, payment.failure("CAPTURE", no.reason().name(), no.detail(), again, effects.now()));
    }

    private static void sayFailed(Payment payment, String detail, boolean retryable, Effects effects) {
        payment.publish(
                effects,
                payment.failure("CAPTURE", Reason.PROCESSING_ERROR.name(), detail, retryable, effects.now()));
    }
}
