package dev.souk.checkout;

import dev.souk.checkout.domain.Saga;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where those wait who want to know how a checkout goes on. A signal carries what was committed, so that nobody needs
/// to read it; whoever hears none (it happened in another process) reads the table now and then.
public final class Watch {
    private static final int REMEMBERED = 10_000;

    private final Map<UUID, List<Waiter>> waiting = new ConcurrentHashMap<>();
    private final Map<UUID, Saga> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Saga> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// After the commit that changed what can be seen of these.
    public void raise(Collection<Saga> changed) {
        synchronized (latest) {
            for (var saga : changed) {
                latest.merge(saga.checkoutId(), saga, (a, b) -> a.version() > b.version() ? a : b);
            }
        }
        for (var saga : changed) {
            var waiters = waiting.remove(saga.checkoutId());
            if (waiters != null) {
                waiters.forEach(waiter -> waiter.signal.complete(saga));
            }
        }
    }

    /// The last that was signalled in this process; final if it has ended, and perhaps no longer true if not.
    public Optional<Saga> latest(UUID checkoutId) {
        synchronized (latest) {
            return Optional.ofNullable(latest.get(checkoutId));
        }
    }

    /// Begins to listen: what is committed from now on is heard. Close it.
    public Waiter listen(UUID checkoutId) {
        var waiter = new Waiter(checkoutId);
        waiting.compute(checkoutId, (_, others) -> {
            var all = others == null ? new ArrayList<Waiter>(1) : new ArrayList<>(others);
            all.add(waiter);
            return all;
        });
        return waiter;
    }

    /// One who waits.
    public final class Waiter implements AutoCloseable {
        private final UUID checkoutId;
        private final CompletableFuture<Saga> signal = new CompletableFuture<>();

        private Waiter(UUID checkoutId) {
            this.checkoutId = checkoutId;
        }

        /// The next change, or nothing within `most`.
        public Optional<Saga> await(Duration most) throws InterruptedException {
            try {
                return Optional.of(signal.get(most.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a signal never fails", e);
            }
        }

        @Override
        public void close() {
            waiting.computeIfPresent(checkoutId, (_, others) -> {
                var rest = new ArrayList<>(others);
                rest.remove(this);
                return rest.isEmpty() ? null : rest;
            });
        }
    }
}
