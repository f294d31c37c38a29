package dev.souk.platform.messaging;

import java.util.List;

/// What would lead back to somebody: one text, or several that do so only together, in one row or in one line of a file.
public record Trace(List<String> together) {
    public Trace {
        together = List.copyOf(together);
        if (together.isEmpty() || together.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a trace is made of texts");
        }
    }

    public static Trace of(String... together) {
        return new Trace(List.of(together));
    }

    /// Never the texts.
    @Override
    public String toString() {
        return "Trace[" + together.size() + "]";
    }
}
