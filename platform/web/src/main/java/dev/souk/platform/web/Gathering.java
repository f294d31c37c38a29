package dev.souk.platform.web;

import dev.souk.platform.messaging.Tx;
import dev.souk.platform.postgres.DatabaseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Lets the requests of one moment share a transaction, so that a commit and its flush are paid once for many shoppers.
/// There is no waiting for company: the first request goes alone at once, and those that come while it is under way go
/// together after it. One of the waiting threads leads; when it has its own answer, the next in the queue does.
///
/// What is answered is committed, as in a transaction of one's own. A call against which something speaks, or whose
/// company fails, is done again alone, so that nobody is refused because of somebody else.
final class Gathering {
    private static final int MOST = 64;

    private final Shared shared;
    private final Queue<Waiting<?, ?>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();

    /// A transaction that is not one caller's.
    interface Shared {
        boolean run(Function<Tx, Boolean> work);
    }

    Gathering(Shared shared) {
        this.shared = shared;
    }

    /// The answer to a request, after it is durable.
    Reply ask(Waiting<?, ?> mine) {
        queue.add(mine);
        var interrupted = false;
        while (!mine.over()) {
            if (led.compareAndSet(false, true)) {
                lead(mine);
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.result();
    }

    private void lead(Waiting<?, ?> mine) {
        try {
            if (!mine.over()) {
                serve(company());
            }
        } finally {
            led.set(false);
            var next = queue.peek();
            if (next != null) {
                next.wake();
            }
        }
    }

    /// The longest waiting calls, of which no two touch the same thing or have the same key.
    private List<Waiting<?, ?>> company() {
        var some = new ArrayList<Waiting<?, ?>>();
        var taken = new HashSet<Object>();
        for (var all = queue.iterator(); all.hasNext() && some.size() < MOST; ) {
            var next = all.next();
            if ((next.object() == null || !taken.contains(next.object()))
                    && (next.key() == null || !taken.contains(next.key().owned()))) {
                all.remove();
                some.add(next);
            }
            // also of those left behind: whoever comes later must not overtake them
            if (next.object() != null) {
                taken.add(next.object());
            }
            if (next.key() != null) {
                taken.add(next.key().owned());
            }
        }
        return some;
    }

    private void serve(List<Waiting<?, ?>> calls) {
        if (calls.size() == 1) {
            calls.getFirst().alone();
            return;
        }
        try {
            shared.run(tx -> together(calls, tx));
        } catch (RuntimeException | Error e) {
            if (e instanceof Error || DatabaseException.outage(e)) {
                calls.forEach(one -> one.fail(e));
            } else {
                calls.forEach(Waiting::again);
            }
        }
        calls.forEach(Waiting::end);
    }

    private static boolean together(List<Waiting<?, ?>> calls, Tx tx) {
        calls.forEach(Waiting::again);
        var repeated = Idempotency.known(tx, keys(calls));
        var groups = new LinkedHashMap<Object, List<Waiting<?, ?>>>();
        for (var one : calls) {
            if (one.key() == null || !repeated.contains(one.key().owned())) {
                groups.computeIfAbsent(one.route(), _ -> new ArrayList<>()).add(one);
            }
        }
        groups.values().forEach(group -> group.getFirst().lead(group, tx));
        var kept = new LinkedHashMap<Idempotency, Reply>();
        for (var one : calls) {
            var reply = one.key() == null ? null : one.rendered();
            if (reply != null) {
                kept.put(one.key(), reply);
            }
        }
        Idempotency.keep(tx, kept);
        return true;
    }

    private static List<Idempotency> keys(List<Waiting<?, ?>> calls) {
        var keys = new ArrayList<Idempotency>();
        for (var one : calls) {
            if (one.key() != null) {
                keys.add(one.key());
            }
        }
        return keys;
    }
}
