package dev.souk.console.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Messages that stand aside.
public record Letters(List<Item> items) {
    public record Item(
            String context, UUID id, String source, long position, String type, String key, int attempts,
            @Nullable Instant dueAt, boolean dead, @Nullable String error, Instant parkedAt) {
        /// What it waits for; part of a text's key.
        public String state() {
            return dead ? "DEAD" : attempts > 0 ? "RETRYING" : "BEHIND";
        }

        public String kind() {
            return dead ? "bad" : "warn";
        }
    }

    public record Letter(
            Item letter, String version, Instant occurredAt, UUID correlationId, UUID causationId, String actorKind,
            String actorId, long behind, @Nullable String payload) {}
}
