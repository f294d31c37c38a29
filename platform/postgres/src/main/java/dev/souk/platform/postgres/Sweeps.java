package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the sweeps of one context when their time has come, one after the other.
final class Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

    private final ContextDatabase database;
    private final List<Planned> planned = new ArrayList<>();
    private volatile boolean running = true;
    private volatile Thread thread = Thread.currentThread();

    private static final class Planned {
        private final String name;
        private final Wired.Timed timed;
        private long dueNanos;

        Planned(String name, Wired.Timed timed, long dueNanos) {
            this.name = name;
            this.timed = timed;
            this.dueNanos = dueNanos;
        }
    }

    Sweeps(ContextDatabase database, Wired wired) {
        this.database = database;
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
        boolean more = false;
        try {
            more = once(database, sweep.timed) > 0;
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("{}: sweep {} failed, will be tried again: {}", database.context(), sweep.name, e.toString());
            }
        }
        sweep.dueNanos = System.nanoTime() + (more ? 0 : sweep.timed.interval().toNanos());
    }

    static int once(ContextDatabase database, Wired.Timed timed) {
        return database.write(Cause.system(Ids.next()), timed.sweep()::run);
    }
}
