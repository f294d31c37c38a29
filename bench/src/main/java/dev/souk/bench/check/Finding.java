package dev.souk.bench.check;

import java.util.List;

/// The result of one check.
///
/// @param invariant number in the list of invariants, for example `I5`
/// @param figures what was compared, with the numbers
/// @param violations at most a few, each a sentence; empty when it holds
public record Finding(String invariant, String figures, List<String> violations) {
    private static final int SHOWN = 5;

    public Finding {
        violations = List.copyOf(violations);
    }

    public boolean holds() {
        return violations.isEmpty();
    }

    @Override
    public String toString() {
        var line = "%-4s %s  %s".formatted(invariant, holds() ? "holds" : "BROKEN", figures);
        if (holds()) {
            return line;
        }
        var shown = violations.stream().limit(SHOWN).map(violation -> "\n       " + violation).toList();
        return line + String.join("", shown)
                + (violations.size() > SHOWN ? "\n       and " + (violations.size() - SHOWN) + " more" : "");
    }
}
