package dev.souk.platform.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Threads that take jobs from one queue. When it stops, what is under way ends by itself, never by an interrupt; what
/// still waits is left to whoever finds its row.
public final class Crew<J> {
    private final String name;
    private final int size;
    private final Consumer<J> work;
    private final LinkedBlockingDeque<Optional<J>> waiting = new LinkedBlockingDeque<>();
    private final List<Thread> threads = new ArrayList<>();

    /// @param work does one job, and answers for its failures itself
    public Crew(String name, int size, Consumer<J> work) {
        this.name = name;
        this.size = size;
        this.work = work;
    }

    public void start() {
        for (int i = 0; i < size; i++) {
            threads.add(Thread.ofVirtual().name(name + "-" + i).start(this::run));
        }
    }

    /// Waits for what is under way, so long at most.
    public void stop(Duration most) {
        threads.forEach(_ -> waiting.addFirst(Optional.empty()));
        var end = System.nanoTime() + most.toNanos();
        try {
            for (var thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void add(J job) {
        waiting.add(Optional.of(job));
    }

    /// How many jobs nobody has begun.
    public int waiting() {
        return waiting.size();
    }

    /// One more job for who has one already, as soon as it comes; nothing when none comes in time or the end does.
    public Optional<J> another(long nanos) throws InterruptedException {
        var next = waiting.poll(nanos, TimeUnit.NANOSECONDS);
        if (next == null) {
            return Optional.empty();
        }
        if (next.isEmpty()) {
            waiting.addFirst(next);
        }
        return next;
    }

    private void run() {
        try {
            for (var job = waiting.take(); job.isPresent(); job = waiting.take()) {
                work.accept(job.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
