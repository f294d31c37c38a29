package dev.souk.platform.work;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// What this process is working on or has taken over, so that it is not begun twice.
public final class UnderWay<K> {
    private final Set<K> keys = ConcurrentHashMap.newKeySet();

    /// False when it is under way already.
    public boolean begin(K key) {
        return keys.add(key);
    }

    public int size() {
        return keys.size();
    }

    public synchronized void done(Collection<? extends K> some) {
        keys.removeAll(some);
        if (keys.isEmpty()) {
            notifyAll();
        }
    }

    /// Waits until nothing is under way; answers false when that took too long.
    public synchronized boolean awaitNone(Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        while (!keys.isEmpty()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
