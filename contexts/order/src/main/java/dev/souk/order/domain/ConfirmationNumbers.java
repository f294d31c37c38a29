package dev.souk.order.domain;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;

/// Turns the n-th order into `ORD-` and eight digits and back: a keyed permutation of 0 to 99,999,999 (a Feistel
/// network over two halves of 10,000 each), so that a number tells nothing about how many orders there are, two orders
/// never share one, and none needs an index to be found.
public final class ConfirmationNumbers {
    /// How many numbers there are.
    public static final long COUNT = 100_000_000;

    private static final int HALF = 10_000;
    private static final int ROUNDS = 8;
    private static final String PREFIX = "ORD-";

    private final long[] keys = new long[ROUNDS];

    /// @param secret of this installation; without it the permutation cannot be undone
    public ConfirmationNumbers(UUID secret) {
        long state = secret.getMostSignificantBits();
        for (int i = 0; i < ROUNDS; i++) {
            state = mixed(state + secret.getLeastSignificantBits() + i);
            keys[i] = state;
        }
    }

    public String of(long number) {
        return String.format(Locale.ROOT, "%s%08d", PREFIX, scrambled(number));
    }

    /// The order's place, or empty when this is no confirmation number.
    public OptionalLong number(String confirmation) {
        if (confirmation.length() != PREFIX.length() + 8 || !confirmation.startsWith(PREFIX)) {
            return OptionalLong.empty();
        }
        long digits = 0;
        for (int i = PREFIX.length(); i < confirmation.length(); i++) {
            char c = confirmation.charAt(i);
            if (c < '0' || c > '9') {
                return OptionalLong.empty();
            }
            digits = digits * 10 + (c - '0');
        }
        return OptionalLong.of(ordered(digits));
    }

    long scrambled(long number) {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("no confirmation number for " + number);
        }
        int left = (int) (number / HALF);
        int right = (int) (number % HALF);
        for (long key : keys) {
            int next = (left + round(key, right)) % HALF;
            left = right;
            right = next;
        }
        return (long) left * HALF + right;
    }

    private long ordered(long scrambled) {
        int left = (int) (scrambled / HALF);
        int right = (int) (scrambled % HALF);
        for (int i = ROUNDS - 1; i >= 0; i--) {
            int previous = Math.floorMod(right - round(keys[i], left), HALF);
            right = left;
            left = previous;
        }
        return (long) left * HALF + right;
    }

    private static int round(long key, int half) {
        return (int) Long.remainderUnsigned(mixed(key ^ half), HALF);
    }

    /// The finalizer of SplitMix64.
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
