package dev.souk.backoffice.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people asked about their data.
public record Requests(List<Request> requests) {
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
        public boolean certified() {
            return kind.equals("ERASURE") && state.equals("COMPLETED");
        }

        public boolean stoppable() {
            return kind.equals("ERASURE") && (state.equals("COOLING_OFF") || state.equals("WAITING"));
        }
    }

    public record Part(
            String context,
            boolean answered,
            int records,
            int deleted,
            int pseudonymised,
            int retained,
            @Nullable String retentionBasis) {}
}
