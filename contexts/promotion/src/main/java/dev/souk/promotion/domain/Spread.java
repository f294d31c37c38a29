package dev.souk.promotion.domain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;

/// Largest remainder: splits an amount in proportion to weights so that the parts add up to the unit.
final class Spread {
    private Spread() {}

    /// Parts of `amount`, one for each weight. No part exceeds its weight when `amount` does not exceed their sum.
    /// Equal remainders are served in the given order.
    static long[] over(long amount, long[] weights) {
        var sum = Arrays.stream(weights).reduce(0, Math::addExact);
        var parts = new long[weights.length];
        if (amount == 0 || sum == 0) {
            return parts;
        }
        var whole = BigInteger.valueOf(sum);
        var remainders = new long[weights.length];
        var left = amount;
        for (int i = 0; i < weights.length; i++) {
            var share = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(whole);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1].longValueExact();
            left -= parts[i];
        }
        var order = new Integer[weights.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong((Integer i) -> remainders[i]).reversed());
        for (int i = 0; i < left; i++) {
            parts[order[i]]++;
        }
        return parts;
    }
}
