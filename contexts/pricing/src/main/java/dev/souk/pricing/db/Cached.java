package dev.souk.pricing.db;

import dev.souk.platform.messaging.Tx;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Something small that is read whole and kept in memory until it changes.
public final class Cached<T> {
    private final Function<Tx, T> read;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Kept<T> kept;

    /// @param seen how many changes had been committed before it was read
    private record Kept<T>(T value, long seen) {}

    Cached(Function<Tx, T> read) {
        this.read = read;
    }

    public T get(Tx tx) {
        var known = kept;
        var seen = changes.get();
        if (known != null && known.seen() == seen) {
            return known.value();
        }
        var value = read.apply(tx);
        kept = new Kept<>(value, seen);
        return value;
    }

    /// To be read again.
    void changed() {
        changes.incrementAndGet();
    }

    /// To be read again after this transaction has committed.
    void changedBy(Tx tx) {
        tx.afterCommit(this::changed);
    }
}
