package dev.souk.storefront.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer has asked about her data, newest first.
public record Requests(List<Request> requests) {
    /// @param kind EXPORT or ERASURE
    public record Request(
            UUID requestId,
            String kind,
            String state,
            Instant requestedAt,
            @Nullable Instant executeAfter,
            @Nullable Instant completedAt,
            @Nullable Instant expiresAt,
            List<Part> parts) {
        public boolean ready() {
            return kind.equals("EXPORT") && state.equals("READY");
        }

        public boolean cancellable() {
            return kind.equals("ERASURE") && (state.equals("COOLING_OFF") || state.equals("WAITING"));
        }

        public boolean open() {
            return state.equals("COLLECTING") || cancellable();
        }

        public long answered() {
            return parts.stream().filter(Part::answered).count();
        }
    }

    public record Part(String context, boolean answered) {}
}
