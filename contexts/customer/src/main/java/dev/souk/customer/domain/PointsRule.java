package dev.souk.customer.domain;

import java.math.BigInteger;

/// How points are earned and what they are worth, in one currency.
///
/// @param earnFor net spend, in minor units, that gives one point
/// @param hundredWorth what 100 points take off, in minor units
public record PointsRule(long earnFor, long hundredWorth) {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    public PointsRule {
        if (earnFor <= 0 || hundredWorth <= 0) {
            throw new IllegalArgumentException("points are earned for something and worth something");
        }
    }

    /// Points for a net spend; what is left over below one point is not kept.
    public long earned(long netSpend) {
        return Math.max(0, netSpend) / earnFor;
    }

    /// What these points take off, rounded down.
    public long worth(long points) {
        return product(points, hundredWorth).divide(BigInteger.valueOf(100)).min(MOST).longValue();
    }

    /// How many points are worth at most `amount`.
    public long coveredBy(long amount) {
        return product(Math.max(0, amount), 100).divide(BigInteger.valueOf(hundredWorth)).min(MOST).longValue();
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
