package dev.souk.contracts.customer;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a request of a person about her data has come.
@MessageType(name = "GetSubjectRequest", version = "1.0", context = "customer")
public record GetSubjectRequest(UUID requestId) implements Query<Optional<GetSubjectRequest.Request>> {
    /// `kind` is EXPORT or ERASURE. `state` of an export: COLLECTING, READY, EXPIRED; of an erasure: COOLING_OFF, WAITING (for
    /// open orders), ERASING, SCANNING, COMPLETED, CANCELLED.
    public record Request(
            UUID requestId,
            UUID customerId,
            String kind,
            String state,
            Instant requestedAt,
            LocalDate dueBy,
            @Nullable Instant executeAfter,
            @Nullable Instant completedAt,
            @Nullable String sha256,
            @Nullable Instant expiresAt,
            boolean overdue,
            List<Part> parts) {
        public Request {
            parts = List.copyOf(parts);
        }
    }

    /// What one context has answered; `answered` is false while it has not.
    public record Part(
            String context,
            boolean answered,
            int records,
            int deleted,
            int pseudonymised,
            int retained,
            @Nullable String retentionBasis) {}
}
