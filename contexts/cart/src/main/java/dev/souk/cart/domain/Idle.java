package dev.souk.cart.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an idle cart is remembered, and when it is given up.
///
/// @param reminders how long after the last activity the first, second, third reminder goes out
/// @param expiry how long after it the cart expires
public record Idle(List<Duration> reminders, Duration expiry) {
    public Idle {
        reminders = List.copyOf(reminders);
    }

    /// What to do with a cart that is looked at.
    public sealed interface Step {
        /// Look again at `due`.
        record Wait(Instant due) implements Step {}

        record Remind(int number, Instant due) implements Step {}

        record Expire() implements Step {}
    }

    /// What to do with a cart that was last touched at `lastActivity`.
    ///
    /// @param sent reminders that have gone out for the activity at `sentSince`
    /// @param worthIt whether there is something in the cart and someone to write to
    public Step next(Instant lastActivity, int sent, @Nullable Instant sentSince, boolean worthIt, Instant now) {
        if (!now.isBefore(lastActivity.plus(expiry))) {
            return new Step.Expire();
        }
        var already = lastActivity.equals(sentSince) ? sent : 0;
        var passed = (int) reminders.stream()
                .filter(after -> !now.isBefore(lastActivity.plus(after)))
                .count();
        var due = lastActivity.plus(passed < reminders.size() ? reminders.get(passed) : expiry);
        return worthIt && passed > already ? new Step.Remind(passed, due) : new Step.Wait(due);
    }
}
