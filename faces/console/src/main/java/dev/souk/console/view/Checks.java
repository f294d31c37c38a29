package dev.souk.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the last run of the conservation checks said.
public record Checks(Instant at, long tookMs, List<Finding> findings) {
    /// @param verdict HOLDS, MOVING or BROKEN
    public record Finding(
            String name, String context, String verdict, List<Figure> figures, long differing, @Nullable String example, long tookMs) {
        public String kind() {
            return switch (verdict) {
                case "HOLDS" -> "good";
                case "MOVING" -> "warn";
                default -> "bad";
            };
        }
    }

    /// @param unit a currency, or empty
    public record Figure(String name, String unit, long value) {}

    public long broken() {
        return findings.stream().filter(one -> one.verdict().equals("BROKEN")).count();
    }
}
