package dev.souk.payment.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the provider said, or that it is not known what it did.
public sealed interface ProviderAnswer {
    /// The money is set aside.
    record Authorized(String reference, String kind, @Nullable String brand, @Nullable String last4, Instant expiresAt)
            implements ProviderAnswer {}

    /// The shopper must act on the provider's page; `kind` is THREE_DS or REDIRECT.
    record ActionRequired(String reference, String kind, String clientRef) implements ProviderAnswer {}

    /// A definite no: nothing was set aside, taken or given back.
    record Declined(@Nullable String reference, Reason reason, @Nullable String detail) implements ProviderAnswer {}

    /// The money has been taken.
    record Captured() implements ProviderAnswer {}

    /// The provider holds nothing any more. The totals say what had happened to the payment by then.
    record Released(@Nullable String reference, long authorized, long captured, long refunded)
            implements ProviderAnswer {}

    /// The money has gone back.
    record Refunded() implements ProviderAnswer {}

    /// No answer, or none that says anything: it must be asked again.
    record Unknown(String why) implements ProviderAnswer {}

    enum Reason {
        CARD_DECLINED,
        INSUFFICIENT_FUNDS,
        EXPIRED_CARD,
        PROCESSING_ERROR
    }
}
