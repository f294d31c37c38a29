package dev.souk.platform.postgres;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// What a worker is asked to do between two batches.
final class Errands {
    private static final long PATIENCE_SECONDS = 20;

    private final Queue<FutureTask<?>> waiting = new ConcurrentLinkedQueue<>();

    <T> FutureTask<T> add(Supplier<T> work) {
        var errand = new FutureTask<>(work::get);
        waiting.add(errand);
        return errand;
    }

    void run() {
        for (var errand = waiting.poll(); errand != null; errand = waiting.poll()) {
            errand.run();
        }
    }

    static <T> T await(FutureTask<T> errand, String who) throws InterruptedException {
        try {
            return errand.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            errand.cancel(false);
            throw new IllegalStateException("the worker of " + who + " does not answer", e);
        }
    }
}
