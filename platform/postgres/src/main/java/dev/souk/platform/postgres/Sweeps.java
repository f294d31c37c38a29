package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Cause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the sweeps of one context when their time has come, one after the other.
final class Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

    private final ContextDatabase database;
    private final Clock clock;
    private final List<Planned> planned = new ArrayList<>();
    private volatile boolean running = true;
    private volatile Thread thread = Thread.currentThread();

    private static final class Planned {
        private final String name;
        private final Wired.Timed timed;
        private volatile long dueNanos;
        private volatile Result result = Result.NONE;

        Planned(String name, Wired.Timed timed, long dueNanos) {
            this.name = name;
            this.timed = timed;
            this.dueNanos = dueNanos;
        }
    }

    /// What came of the runs so far.
    private record Result(@Nullable Instant at, @Nullable Duration took, long found, long runs, @Nullable String error) {
        static final Result NONE = new Result(null, null, 0, 0, null);

        Result and(Instant begun, Duration lasted, int more, @Nullable String wrong) {
            return new Result(begun, lasted, found + more, runs + 1, wrong);
        }
    }

    Sweeps(ContextDatabase database, Wired wired) {
        this.database = database;
        this.clock = wired.clock();
        wired.sweeps.forEach((name, timed) -> planned.add(new Planned(name, timed, System.nanoTime())));
    }

    void start() {
        if (!planned.isEmpty()) {
            thread = Thread.ofVirtual().name("sweeps-" + database.context()).start(this::run);
        }
    }

    void stop() {
        running = false;
        if (thread.isVirtual()) {
            thread.interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                var next = planned.getFirst();
                for (var candidate : planned) {
                    if (candidate.dueNanos - next.dueNanos < 0) {
                        next = candidate;
                    }
                }
                var wait = next.dueNanos - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                run(next);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void run(Planned sweep) {
        int found = 0;
        String error = null;
        var at = clock.instant();
        long begun = System.nanoTime();
        try {
            found = once(database, sweep.timed);
        } catch (RuntimeException e) {
            error = e.toString();
            if (running) {
                LOG.warn("{}: sweep {} failed, will be tried again: {}", database.context(), sweep.name, e.toString());
            }
        }
        long ended = System.nanoTime();
        sweep.result = sweep.result.and(at, Duration.ofNanos(ended - begun), found, error);
        sweep.dueNanos = ended + (found > 0 ? 0 : sweep.timed.interval().toNanos());
    }

    /// What came of each of them.
    List<SweepRun> runs() {
        long now = System.nanoTime();
        return planned.stream()
                .map(one -> {
                    var last = one.result;
                    return new SweepRun(
                            database.context(), one.name, one.timed.interval(), last.at(), last.took(), last.found(),
                            last.runs(), Duration.ofNanos(Math.max(0, one.dueNanos - now)), last.error());
                })
                .toList();
    }

    static int once(ContextDatabase database, Wired.Timed timed) {
        return database.write(Cause.system(Ids.next()), timed.sweep()::run);
    }
}
