package dev.souk.standin.payment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One payment: the fold of its ledger entries.
final class Held {
    private static final Duration LIFE = Duration.ofDays(7);

    final Entry authorization;
    Answer.Status status;
    long authorized;
    long captured;
    long refunded;
    @Nullable String reason;

    Held(Entry authorization) {
        this.authorization = authorization;
        this.reason = authorization.reason();
        this.status = switch (authorization.result()) {
            case AUTHORIZED -> Answer.Status.AUTHORIZED;
            case ACTION_REQUIRED -> Answer.Status.ACTION_REQUIRED;
            default -> Answer.Status.DECLINED;
        };
        this.authorized = status == Answer.Status.AUTHORIZED ? authorization.amount() : 0;
    }

    String id() {
        return java.util.Objects.requireNonNull(authorization.payment());
    }

    String currency() {
        return java.util.Objects.requireNonNull(authorization.currency());
    }

    String token() {
        return java.util.Objects.requireNonNull(authorization.token());
    }

    void apply(Entry entry) {
        switch (entry.result()) {
            case CAPTURED -> {
                captured += entry.amount();
                status = Answer.Status.CAPTURED;
            }
            case REFUNDED -> refunded += entry.amount();
            case VOIDED -> status = Answer.Status.VOIDED;
            case AUTHORIZED -> {
                status = Answer.Status.AUTHORIZED;
                authorized = authorization.amount();
            }
            case DECLINED -> {
                if (entry.operation() == Entry.Operation.ACTION) {
                    status = Answer.Status.DECLINED;
                    reason = entry.reason();
                }
            }
            case ACTION_REQUIRED, KEY_CANCELLED -> throw new IllegalStateException("not about a payment: " + entry);
        }
    }

    Answer.View view() {
        return new Answer.View(
                id(),
                status,
                authorization.amount(),
                captured,
                refunded,
                currency(),
                authorization.orderId(),
                authorization.shopPaymentId(),
                Card.of(token()).brand(),
                Card.of(token()).last4(),
                reason,
                status == Answer.Status.ACTION_REQUIRED ? authorization.reference() : null,
                authorization.at(),
                authorization.at().plus(LIFE));
    }
}
