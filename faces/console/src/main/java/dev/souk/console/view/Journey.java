package dev.souk.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened around one id.
public record Journey(
        String wanted, List<Id> related, List<Id> orders, List<Step> steps, List<Deed> deeds, Checkouts.@Nullable Course course,
        boolean complete) {
    public record Id(String kind, String id) {}

    public record Step(
            String id, String type, String version, String context, @Nullable String target, String key, long position,
            long aggregateVersion, Instant at, String correlationId, String causationId, String actorKind, String actorId, int depth,
            List<Arrival> arrivals) {}

    public record Arrival(String context, String state, int attempts, @Nullable String note) {
        public String kind() {
            return switch (state) {
                case "HANDLED" -> "good";
                case "DEAD" -> "bad";
                case "DISCARDED" -> "";
                default -> "warn";
            };
        }
    }

    public record Deed(
            String context, Instant at, String actorId, String roles, String action, String target, String correlationId) {}

    /// One message with its JSON.
    public record Text(Step message, @Nullable String payload) {}
}
