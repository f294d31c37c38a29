package dev.souk.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages that stand aside.
public record Letters(List<Item> items) {
    public record Item(
            String context, String id, String source, long position, String type, String key, int attempts,
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
            Item letter, String version, Instant occurredAt, String correlationId, String causationId, String actorKind,
            String actorId, long behind, @Nullable String payload) {}
}
