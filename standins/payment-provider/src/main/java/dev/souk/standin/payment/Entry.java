package dev.souk.standin.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One line of the provider's ledger: what was asked, under which idempotency key, and how it ended. Answers and
/// balances are computed from these lines and from nothing else.
///
/// @param key idempotency key; of an action the client reference
/// @param payment the provider's id of the payment; null where a key was cancelled before any payment existed
/// @param shopPaymentId the shop's own id, as it was sent with the authorization
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        long seq,
        Instant at,
        Operation operation,
        String key,
        Result result,
        @Nullable String payment,
        long amount,
        @Nullable String currency,
        @Nullable String token,
        @Nullable String orderId,
        @Nullable String shopPaymentId,
        @Nullable String reference,
        @Nullable String reason) {

    public enum Operation {
        AUTHORIZE,
        ACTION,
        CAPTURE,
        VOID,
        REFUND,
        CANCEL_KEY
    }

    public enum Result {
        AUTHORIZED,
        ACTION_REQUIRED,
        DECLINED,
        CAPTURED,
        VOIDED,
        REFUNDED,
        KEY_CANCELLED
    }

    /// Whether an idempotency key that stands for `other` may be used for this.
    boolean asksTheSame(Entry other) {
        return operation == other.operation
                && switch (operation) {
                    case AUTHORIZE -> amount == other.amount
                            && Objects.equals(currency, other.currency)
                            && Objects.equals(token, other.token)
                            && Objects.equals(orderId, other.orderId)
                            && Objects.equals(shopPaymentId, other.shopPaymentId);
                    case CAPTURE, REFUND -> amount == other.amount && Objects.equals(payment, other.payment);
                    case VOID -> Objects.equals(payment, other.payment);
                    case ACTION, CANCEL_KEY -> true;
                };
    }

    Entry ended(Result how, @Nullable String why) {
        return new Entry(
                seq, at, operation, key, how, payment, amount, currency, token, orderId, shopPaymentId, reference, why);
    }

    /// About this payment of the provider, in its currency.
    Entry about(Held held) {
        var first = held.authorization;
        return new Entry(
                seq, at, operation, key, result, held.id(), amount, first.currency(), token, first.orderId(),
                first.shopPaymentId(), reference, reason);
    }

    Entry withReference(String name) {
        return new Entry(
                seq, at, operation, key, result, payment, amount, currency, token, orderId, shopPaymentId, name, reason);
    }

    Entry withAmount(long minor) {
        return new Entry(
                seq, at, operation, key, result, payment, minor, currency, token, orderId, shopPaymentId, reference,
                reason);
    }

    /// The answer is known without anything happening.
    Entry unrecorded() {
        return new Entry(
                0, at, operation, key, result, payment, amount, currency, token, orderId, shopPaymentId, reference,
                reason);
    }
}
