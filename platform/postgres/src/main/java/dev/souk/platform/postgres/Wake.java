package dev.souk.platform.postgres;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Something to wait for: a signal that came before the wait counts too. A soft signal may be kept waiting for a while,
/// so that others can join it.
final class Wake {
    private static final long SOFT_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean signalled;
    private boolean soft;
    private long softDue;

    void signal() {
        lock.lock();
        try {
            if (!signalled) {
                signalled = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends the wait some tens of milliseconds after the first soft signal.
    void signalSoon() {
        lock.lock();
        try {
            if (!soft) {
                soft = true;
                softDue = System.nanoTime() + SOFT_NANOS;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Returns at a signal or after `millis`.
    void await(long millis) throws InterruptedException {
        lock.lock();
        try {
            var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            for (long left = left(end); !signalled && left > 0; left = left(end)) {
                changed.awaitNanos(left);
            }
            signalled = false;
            soft = false;
        } finally {
            lock.unlock();
        }
    }

    private long left(long end) {
        var now = System.nanoTime();
        return soft ? Math.min(end - now, softDue - now) : end - now;
    }
}
