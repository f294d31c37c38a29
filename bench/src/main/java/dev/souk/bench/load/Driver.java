package dev.souk.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/// Drives a load: closed (each user starts the next operation when the last has ended) or open (operations start at a
/// fixed rate, and latency counts from the planned start, so that a stall is not hidden).
public final class Driver {
    private final Load load;
    private final int users;
    private final ConcurrentHistogram latencies = new ConcurrentHistogram(3);
    private final LongAdder done = new LongAdder();
    private final ConcurrentHashMap<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final AtomicBoolean counting = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean(true);

    public Driver(Load load, int users) {
        this.load = load;
        this.users = users;
    }

    public ConcurrentHistogram latencies() {
        return latencies;
    }

    public long done() {
        return done.sum();
    }

    public ConcurrentHashMap<String, LongAdder> errors() {
        return errors;
    }

    /// Warms up, then measures; `measured` runs around the measured part.
    ///
    /// @param rate operations a second; 0 for a closed loop
    public void run(int warmUpSeconds, int seconds, double rate, Runnable begins, Runnable ends)
            throws InterruptedException {
        var threads = new ArrayList<Thread>();
        var plan = new Plan(rate);
        for (int i = 0; i < users; i++) {
            int number = i;
            threads.add(Thread.ofPlatform().name("user-" + i).start(() -> user(number, plan)));
        }
        Thread.sleep(warmUpSeconds * 1_000L);
        begins.run();
        counting.set(true);
        Thread.sleep(seconds * 1_000L);
        counting.set(false);
        ends.run();
        running.set(false);
        for (var thread : threads) {
            thread.join(60_000);
        }
    }

    private void user(int number, Plan plan) {
        try (var user = load.user(number)) {
            while (running.get()) {
                long start = plan.next();
                operate(user, start);
            }
        } catch (IOException e) {
            error(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void operate(Load.User user, long start) {
        try {
            long own = user.once();
            if (counting.get()) {
                long waited = Math.max(0, (System.nanoTime() - start) / 1_000);
                latencies.recordValue(own >= 0 ? own : waited);
                done.increment();
            }
        } catch (Load.Failed e) {
            error(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            error(e.toString());
        }
    }

    private void error(String what) {
        if (counting.get()) {
            errors.computeIfAbsent(what, _ -> new LongAdder()).increment();
        }
    }

    /// When operations start.
    private static final class Plan {
        private final double rate;
        private final long begin = System.nanoTime();
        private final AtomicLong planned = new AtomicLong();

        Plan(double rate) {
            this.rate = rate;
        }

        long next() throws InterruptedException {
            if (rate <= 0) {
                return System.nanoTime();
            }
            long at = begin + (long) (planned.getAndIncrement() * 1e9 / rate);
            long wait = at - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            }
            return at;
        }
    }
}
