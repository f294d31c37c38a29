package dev.souk.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Contexts and what flows between them.
public record Flow(List<Node> contexts, List<Arrow> arrows) {
    public record Node(String name, long written, long dead, long retrying, long behind, @Nullable Pause paused) {
        /// How it is, for its colour.
        public String kind() {
            return dead > 0 ? "bad" : paused != null || retrying > 0 ? "warn" : "good";
        }
    }

    public record Pause(Instant at, String actor, String reason) {}

    public record Arrow(
            String from, String to, List<String> types, long lastMinute, long behind, @Nullable Long waitingMillis) {
        /// Slower than a healthy platform ever is.
        public boolean late() {
            return waitingMillis != null && waitingMillis > 2_000;
        }
    }

    public long dead() {
        return contexts.stream().mapToLong(Node::dead).sum();
    }

    public long retrying() {
        return contexts.stream().mapToLong(node -> node.retrying() + node.behind()).sum();
    }

    public long paused() {
        return contexts.stream().filter(node -> node.paused() != null).count();
    }

    public long handled() {
        return arrows.stream().mapToLong(Arrow::lastMinute).sum();
    }

    public long slowest() {
        return arrows.stream().mapToLong(arrow -> arrow.waitingMillis() == null ? 0 : arrow.waitingMillis()).max().orElse(0);
    }
}
