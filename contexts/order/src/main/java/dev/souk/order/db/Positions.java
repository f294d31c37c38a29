package dev.souk.order.db;

import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an instant lies among the numbers. Numbers grow with time, so a time needs no index: some twenty steps along
/// the key find it. Transactions overlap and clocks are set, so both ends leave a margin; the caller compares the times
/// themselves.
final class Positions {
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private Positions() {}

    /// No order from `from` on has a smaller number.
    static long first(Tx tx, @Nullable Instant from) {
        return from == null ? 0 : search(tx, from.minus(MARGIN));
    }

    /// No order before `to` has this number or a greater one.
    static long end(Tx tx, @Nullable Instant to) {
        return to == null ? highest(tx) : search(tx, to.plus(MARGIN));
    }

    private static long highest(Tx tx) {
        return tx.sql("select number from orders order by number desc limit 1")
                .optional(row -> row.bigint("number") + 1)
                .orElse(0L);
    }

    private record Place(long number, Instant at) {}

    private static long search(Tx tx, Instant at) {
        long low = 0;
        long high = highest(tx);
        while (low < high) {
            long middle = (low + high) >>> 1;
            var next = tx.sql("select number, created_at from orders where number >= ? order by number limit 1")
                    .params(middle)
                    .optional(row -> new Place(row.bigint("number"), row.instant("created_at")));
            if (next.isPresent() && next.get().at().isBefore(at)) {
                low = next.get().number() + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
