package dev.souk.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checkouts and where they stand.
public record Checkouts(List<Item> items, @Nullable String next) {
    public record Item(
            String checkoutId, String cartId, String orderId, String state, String step, int attempts, Instant startedAt, long ageMs,
            Instant deadline, @Nullable Instant nextAttemptAt, @Nullable String reason, List<String> undoing, String history,
            long version) {
        public String kind() {
            return switch (state) {
                case "COMPLETED" -> "good";
                case "FAILED" -> "";
                case "COMPENSATING" -> "bad";
                default -> "warn";
            };
        }

        public boolean open() {
            return !state.equals("COMPLETED") && !state.equals("FAILED");
        }
    }

    public record Course(Item checkout, List<Expected> expected, List<Note> notes) {}

    public record Expected(String step, String command, String context, List<String> events) {}

    public record Note(Instant at, String actor, String action, String note) {}
}
