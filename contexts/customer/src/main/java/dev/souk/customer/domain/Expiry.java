package dev.souk.customer.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a balance is too old. Points are spent oldest first, so the sum of all that was ever taken off is enough to
/// know which credits are left: no lot has to be tracked.
///
/// @param expired points that are gone now
/// @param soon points that will be gone within the notice, held ones included
/// @param soonAt when the first of those go; null when none do
/// @param dueAt when to look again; null when nothing can expire
public record Expiry(long expired, long soon, @Nullable Instant soonAt, @Nullable Instant dueAt) {
    /// Points that came in, and until when they can be spent.
    public record Credit(long points, Instant expiresAt) {}

    /// @param credits all that ever came in
    /// @param taken all that was ever taken off, as a positive sum
    /// @param held what waits for orders; it does not expire while it waits
    /// @param notice how long before the end its owner is told
    /// @param toldUntil the owner has been told about what expires until then; null when never
    public static Expiry of(
            List<Credit> credits, long taken, long held, Duration notice, @Nullable Instant toldUntil, Instant now) {
        var inOrder = credits.stream().sorted(Comparator.comparing(Credit::expiresAt)).toList();
        long spent = taken;
        long balance = 0;
        long over = 0;
        long soon = 0;
        Instant soonAt = null;
        Instant due = null;
        for (var credit : inOrder) {
            long left = Math.max(0, credit.points() - spent);
            spent = Math.max(0, spent - credit.points());
            if (left == 0) {
                continue;
            }
            balance += left;
            if (!credit.expiresAt().isAfter(now)) {
                over += left;
                continue;
            }
            boolean told = toldUntil != null && !credit.expiresAt().isAfter(toldUntil);
            boolean near = !credit.expiresAt().minus(notice).isAfter(now);
            if (near && !told) {
                soon += left;
                soonAt = soonAt == null ? credit.expiresAt() : soonAt;
            }
            due = earlier(due, near ? credit.expiresAt() : credit.expiresAt().minus(notice));
        }
        long expired = Math.min(over, Math.max(0, balance - held));
        return new Expiry(expired, soon, soonAt, expired < over ? earlier(due, now.plus(Duration.ofHours(1))) : due);
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a == null || b.isBefore(a) ? b : a;
    }
}
