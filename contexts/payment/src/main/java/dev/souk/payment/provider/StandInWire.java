package dev.souk.payment.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the stand-in provider is reached: over HTTP, or as an object in this process. Every method throws
/// [WireException] when there is no answer or when the provider refuses the request.
public interface StandInWire {
    /// What an operation came to.
    ///
    /// @param result AUTHORIZED, ACTION_REQUIRED, DECLINED, CAPTURED, VOIDED, REFUNDED or KEY_CANCELLED
    record Reply(String result, @Nullable String reason, @Nullable View view) {}

    /// A payment as the provider sees it.
    ///
    /// @param status ACTION_REQUIRED, AUTHORIZED, DECLINED, CAPTURED or VOIDED
    record View(
            String id,
            String status,
            long amount,
            long captured,
            long refunded,
            String currency,
            @Nullable String paymentId,
            @Nullable String brand,
            @Nullable String last4,
            @Nullable String reason,
            @Nullable String clientRef,
            Instant createdAt,
            Instant expiresAt) {}

    Reply authorize(
            String key, long amount, String currency, String token, @Nullable String orderId, String paymentId);

    Reply capture(String key, String reference, long amount);

    Reply refund(String key, String reference, long amount);

    /// Whatever became of the authorization with this key: afterwards it holds no money.
    Reply cancelKey(String authorizationKey);

    View get(String reference);

    Optional<View> findByKey(String authorizationKey);

    List<View> list(Instant from, Instant to, @Nullable String after, int limit);

    /// No answer, or the request was refused.
    final class WireException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean refused;
        private final String code;

        private WireException(boolean refused, String code, @Nullable Throwable cause) {
            super(code, cause);
            this.refused = refused;
            this.code = code;
        }

        /// The provider looked at the request and did nothing.
        public static WireException refused(String code) {
            return new WireException(true, code, null);
        }

        /// Nobody knows what happened.
        public static WireException noAnswer(String code, @Nullable Throwable cause) {
            return new WireException(false, code, cause);
        }

        public boolean refused() {
            return refused;
        }

        public String code() {
            return code;
        }
    }
}
