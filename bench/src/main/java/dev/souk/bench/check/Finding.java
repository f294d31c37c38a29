package dev.souk.bench.check;

import java.util.List;
import java.util.stream.Collectors;

/// The result of one check.
///
/// @param invariant number in the list of invariants, for example `I5`
/// @param figures what was compared, with the numbers
/// @param violations at most a few, each a sentence; empty when it holds
/// @param open what is not finished and need not be yet, each with its reason
public record Finding(String invariant, String figures, List<String> violations, List<String> open) {
    private static final int SHOWN = 5;

    public Finding {
        violations = List.copyOf(violations);
        open = List.copyOf(open);
    }

    public Finding(String invariant, String figures, List<String> violations) {
        this(invariant, figures, violations, List.of());
    }

    public boolean holds() {
        return violations.isEmpty();
    }

    @Override
    public String toString() {
        var waits = open.isEmpty() ? "" : "; %,d open".formatted(open.size());
        return "%-4s %s  %s%s%s%s".formatted(
                invariant, holds() ? "holds" : "BROKEN", figures, waits, shown("", violations), shown("open: ", open));
    }

    private static String shown(String word, List<String> sentences) {
        var some = sentences.stream().limit(SHOWN).map(one -> "\n       " + word + one).collect(Collectors.joining());
        return sentences.size() > SHOWN ? some + "\n       and " + (sentences.size() - SHOWN) + " more" : some;
    }
}
