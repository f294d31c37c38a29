package dev.souk.platform.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Calls that may wait for long: long polls and event streams. They are woken when the server stops, so that it does
/// not have to wait for them.
final class OpenCalls {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    interface Waiting<T> {
        T run() throws InterruptedException;
    }

    <T> T run(Waiting<T> call) throws InterruptedException {
        var thread = Thread.currentThread();
        threads.add(thread);
        try {
            if (closing) {
                throw new InterruptedException();
            }
            return call.run();
        } finally {
            threads.remove(thread);
        }
    }

    void close() {
        closing = true;
        threads.forEach(Thread::interrupt);
    }
}
