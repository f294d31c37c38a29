package dev.souk.bench.torture;

import dev.souk.bench.measure.Target;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// How long it took after a kill.
///
/// @param serving seconds until a cart could be opened again
/// @param drained seconds until every checkout that had begun before the kill had ended or waited for its shopper;
///     negative when the next kill came first
record Recovery(Plan.Victim victim, double serving, double drained) {
    static final double SERVING_LIMIT = 15;
    static final double SERVING_LIMIT_POSTGRES = 30;
    static final double DRAINED_LIMIT = 60;

    boolean withinLimits() {
        return serving <= (victim == Plan.Victim.POSTGRES ? SERVING_LIMIT_POSTGRES : SERVING_LIMIT) && drained <= DRAINED_LIMIT;
    }

    static double since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos) / 1000.0;
    }

    /// Whether everything of before `kill` is through, by the databases alone.
    static boolean drained(Target target, Instant kill) {
        try (var cart = target.database("souk_cart");
                var checkout = target.database("souk_checkout");
                var begun = cart.prepareStatement(
                        "select coalesce(max(position), 0) from journal where type = 'CartCheckedOut' and recorded_at < ?::timestamptz");
                var open = checkout.prepareStatement("""
                        select (select count(*) from checkout_saga
                                where state in ('PENDING', 'COMPENSATING') and started_at < ?::timestamptz),
                               (select coalesce(max(position), 0) from cursor where source = 'cart')""")) {
            begun.setString(1, kill.toString());
            open.setString(1, kill.toString());
            try (var last = begun.executeQuery(); var still = open.executeQuery()) {
                last.next();
                still.next();
                return still.getLong(1) == 0 && still.getLong(2) >= last.getLong(1);
            }
        } catch (SQLException e) {
            return false;
        }
    }
}
