package dev.souk.platform.postgres;

import java.util.concurrent.TimeUnit;

/// How many there were in the last minute, second by second.
final class Throughput {
    private static final int SECONDS = 60;
    private static final long START = System.nanoTime();

    private final long[] counts = new long[SECONDS];
    private final long[] seconds = new long[SECONDS];

    synchronized void add(long number) {
        long now = second();
        int at = (int) (now % SECONDS);
        if (seconds[at] != now) {
            seconds[at] = now;
            counts[at] = 0;
        }
        counts[at] += number;
    }

    synchronized long lastMinute() {
        long now = second();
        long sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            sum += now - seconds[i] < SECONDS ? counts[i] : 0;
        }
        return sum;
    }

    private static long second() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - START);
    }
}
