package dev.souk.payment.db;

import dev.souk.payment.provider.ProviderCall;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A queued call with what the fraud gate wants to know.
///
/// @param attempts made so far
public record Call(ProviderCall request, @Nullable UUID customerId, @Nullable String country, int attempts) {
    public String key() {
        return request.operation() + ":" + request.paymentId() + ":" + request.subject();
    }
}
