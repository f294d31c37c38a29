package dev.souk.customer.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.function.Function;

/// The shop's rules of reward points.
///
/// @param rules by currency
/// @param lifeMonths how long a point can be spent
/// @param notice how long before its end the owner is told
public record PointsBook(Function<String, PointsRule> rules, int lifeMonths, Duration notice) {
    public PointsRule in(String currency) {
        return rules.apply(currency);
    }

    public Instant endOf(Instant earnedAt) {
        return earnedAt.atZone(ZoneOffset.UTC).plus(Period.ofMonths(lifeMonths)).toInstant();
    }

    /// When somebody has to look at points that end then.
    public Instant lookAt(Instant end) {
        return end.minus(notice);
    }
}
