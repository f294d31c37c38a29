package dev.souk.checkout.domain;

import java.util.ArrayList;
import java.util.List;

/// What is being given back: the latest step first.
///
/// @param open asked for, not yet answered
/// @param done answered
public record Undo(List<Step> open, List<Step> done) {
    /// Of a checkout that goes forward.
    public static final Undo NOTHING = new Undo(List.of(), List.of());

    public Undo {
        open = List.copyOf(open);
        done = List.copyOf(done);
    }

    Undo answered(Step step) {
        return new Undo(without(open, step), done.contains(step) ? done : with(done, step));
    }

    Undo reopened(Step step) {
        return new Undo(with(open, step), without(done, step));
    }

    private static List<Step> with(List<Step> steps, Step step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    private static List<Step> without(List<Step> steps, Step step) {
        return steps.stream().filter(s -> s != step).toList();
    }
}
