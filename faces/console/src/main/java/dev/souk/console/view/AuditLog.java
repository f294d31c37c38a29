package dev.souk.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What staff did, the newest first.
public record AuditLog(List<Entry> items, @Nullable String nextCursor) {
    public record Entry(
            String context, Instant at, String actorKind, String actorId, List<String> roles, String action, String target,
            @Nullable String person, @Nullable String purpose, String correlationId, @Nullable Long place) {}

    public record Chains(List<Chain> items) {}

    public record Chain(String context, boolean whole, long rows, String head, long unlinked, long broken) {}
}
