package dev.souk.platform.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One context listening to one journal. Attached, it is handed what the shared reader takes; when it falls too far
/// behind (or starts behind) it is detached and reads the journal for itself until it has caught up, so that a slow
/// listener holds up nobody else.
final class Subscription {
    private static final int MOST_QUEUED = 8_192;
    /// As many messages as make a good batch need no further company.
    private static final int MANY = 256;

    private final String source;
    private final Set<String> types;
    private final Set<String> unhurried;
    private final Wake wake;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<JournalEntry> queue = new ArrayDeque<>();
    private boolean attached;
    private long taken;
    private long seen;

    /// @param taken the stored cursor
    Subscription(String source, Set<String> types, Set<String> unhurried, long taken, Wake wake) {
        this.source = source;
        this.types = Set.copyOf(types);
        this.unhurried = Set.copyOf(unhurried);
        this.taken = taken;
        this.seen = taken;
        this.wake = wake;
    }

    String source() {
        return source;
    }

    Set<String> types() {
        return types;
    }

    /// The shared reader has taken `entries`, and nothing is left below `upTo`.
    void offer(List<JournalEntry> entries, long upTo) {
        boolean urgent = false;
        boolean any;
        lock.lock();
        try {
            if (attached) {
                for (var entry : entries) {
                    if (wants(entry)) {
                        queue.add(entry);
                        urgent |= !unhurried.contains(entry.envelope().type());
                    }
                }
                seen = upTo;
                if (queue.size() > MOST_QUEUED) {
                    queue.clear();
                    attached = false;
                }
            }
            urgent |= !attached || queue.size() > MANY;
            any = !queue.isEmpty();
        } finally {
            lock.unlock();
        }
        if (urgent) {
            wake.signal();
        } else if (any) {
            wake.signalSoon();
        }
    }

    private boolean wants(JournalEntry entry) {
        return entry.envelope().position() > taken && types.contains(entry.envelope().type());
    }

    /// Up to `limit` messages, and the cursor to store once they are handled.
    Taken take(int limit, JournalFeed feed) {
        lock.lock();
        try {
            if (!attached && queue.isEmpty()) {
                return catchUp(limit, feed);
            }
            var some = new ArrayList<JournalEntry>(Math.min(limit, queue.size()));
            while (some.size() < limit && !queue.isEmpty()) {
                some.add(queue.poll());
            }
            if (queue.isEmpty()) {
                taken = Math.max(taken, seen);
            } else if (!some.isEmpty()) {
                taken = some.getLast().envelope().position();
            }
            return new Taken(some, taken);
        } finally {
            lock.unlock();
        }
    }

    private Taken catchUp(int limit, JournalFeed feed) {
        long upTo = feed.position();
        if (taken >= upTo) {
            attached = true;
            seen = taken;
            return new Taken(List.of(), taken);
        }
        var some = feed.range(taken, upTo, limit, types);
        taken = some.size() < limit ? upTo : some.getLast().envelope().position();
        return new Taken(some, taken);
    }

    /// Forgets what was taken and starts again from a stored cursor, after a failure.
    void rewind(long cursor) {
        lock.lock();
        try {
            queue.clear();
            attached = false;
            taken = cursor;
            seen = cursor;
        } finally {
            lock.unlock();
        }
    }

    boolean caughtUp() {
        lock.lock();
        try {
            return attached && queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// The message that has been waiting here longest, if any waits in memory.
    @Nullable JournalEntry oldest() {
        lock.lock();
        try {
            return queue.peek();
        } finally {
            lock.unlock();
        }
    }

    long position() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    record Taken(List<JournalEntry> entries, long cursor) {}
}
