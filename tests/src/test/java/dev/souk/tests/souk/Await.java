package dev.souk.tests.souk;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Looks again and again until something is so, or a deadline has passed.
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS = 15;

    private Await() {}

    public static void until(String what, BooleanSupplier is) {
        until(what, is::getAsBoolean, yes -> yes);
    }

    /// What was seen when it was as wanted.
    public static <T> T until(String what, Supplier<T> look, Predicate<T> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited in vain until " + what + "; last seen: " + seen);
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
