package dev.souk.customer.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/// Which level a rolling spend earns. A rise counts at once; a fall only when the level has been held for a year.
public final class Levels {
    private static final Duration HELD_FOR = Duration.ofDays(365);

    private final Function<String, Thresholds> thresholds;

    /// From which spend, in minor units, each level begins. VIP begins above its amount, the others at theirs.
    public record Thresholds(long silver, long gold, long platinum, long vip) {
        public Thresholds {
            if (silver <= 0 || gold < silver || platinum < gold || vip < platinum) {
                throw new IllegalArgumentException("levels begin at rising amounts");
            }
        }

        Level of(long spend) {
            if (spend > vip) {
                return Level.VIP;
            }
            return spend >= platinum
                    ? Level.PLATINUM
                    : spend >= gold ? Level.GOLD : spend >= silver ? Level.SILVER : Level.STANDARD;
        }
    }

    /// A level and the spend that it rests on.
    public record Earned(Level level, long spend, String currency) {}

    public Levels(Function<String, Thresholds> thresholds) {
        this.thresholds = thresholds;
    }

    /// What is earned by spend in several currencies: the best of them counts, they are not added up.
    public Earned earned(Map<String, Long> spend, String shopCurrency) {
        var best = new Earned(Level.STANDARD, spend.getOrDefault(shopCurrency, 0L), shopCurrency);
        for (var one : spend.entrySet()) {
            var level = thresholds.apply(one.getKey()).of(one.getValue());
            if (level.compareTo(best.level()) > 0) {
                best = new Earned(level, one.getValue(), one.getKey());
            }
        }
        return best;
    }

    /// The level after a review at `now`.
    public static Level reviewed(Level current, Instant since, Level earned, Instant now) {
        boolean falls = earned.compareTo(current) < 0;
        return falls && since.plus(HELD_FOR).isAfter(now) ? current : earned;
    }
}
