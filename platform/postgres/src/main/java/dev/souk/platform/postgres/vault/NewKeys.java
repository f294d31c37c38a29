package dev.souk.platform.postgres.vault;

import dev.souk.platform.messaging.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes keys. Whatever is asked for within a few milliseconds shares one commit, and some are made ahead for people
/// who are not known yet, so that nobody waits for theirs.
final class NewKeys implements AutoCloseable {
    private static final Duration GATHER = Duration.ofMillis(4);
    private static final int MOST = 500;
    private static final int AHEAD = 256;
    private static final int LOW = 128;

    private final KeyTable table;
    private final MasterKeys masters;
    private final Supplier<UUID> ids;
    private final LinkedBlockingQueue<Wanted> wanted = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<DataKey> ahead = new LinkedBlockingQueue<>();
    private final AtomicBoolean refilling = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    private record Wanted(@Nullable UUID subject, CompletableFuture<DataKey> made) {}

    NewKeys(KeyTable table, MasterKeys masters, Supplier<UUID> ids) {
        this.table = table;
        this.masters = masters;
        this.ids = ids;
    }

    /// The key of a person who had none when the caller looked; on disk when this returns.
    ///
    /// @throws Vault.SubjectErased when it has been destroyed
    DataKey make(UUID subject) {
        var made = new CompletableFuture<DataKey>();
        ask(new Wanted(subject, made));
        try {
            return made.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /// A key for nobody yet.
    DataKey any() {
        var ready = ahead.poll();
        if (ahead.size() < LOW && refilling.compareAndSet(false, true)) {
            ask(new Wanted(null, new CompletableFuture<>()));
        }
        return ready == null ? make(ids.get()) : ready;
    }

    private void ask(Wanted one) {
        wanted.add(one);
        if (closed) {
            one.made().completeExceptionally(new IllegalStateException("the vault is closed"));
        } else if (started.compareAndSet(false, true)) {
            thread = Thread.ofVirtual().name("vault-keys").start(this::run);
        }
    }

    private void run() {
        var batch = new ArrayList<Wanted>();
        try {
            while (true) {
                batch.add(wanted.take());
                Thread.sleep(GATHER);
                wanted.drainTo(batch, MOST);
                answer(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            wanted.drainTo(batch);
            batch.forEach(one -> one.made().completeExceptionally(new IllegalStateException("the vault is closed")));
        }
    }

    private void answer(List<Wanted> batch) {
        var keys = new LinkedHashMap<UUID, DataKey>();
        var more = new ArrayList<DataKey>();
        for (var one : batch) {
            if (one.subject() != null) {
                keys.computeIfAbsent(one.subject(), DataKey::fresh);
            } else if (more.isEmpty()) {
                for (int i = 0; i < AHEAD; i++) {
                    more.add(DataKey.fresh(ids.get()));
                }
            }
        }
        try {
            var made = insert(keys, more);
            ahead.addAll(more);
            batch.stream().filter(one -> one.subject() != null).forEach(one -> complete(one, made));
        } catch (RuntimeException e) {
            batch.forEach(one -> one.made().completeExceptionally(e));
        } finally {
            if (!more.isEmpty()) {
                refilling.set(false);
            }
        }
    }

    private static void complete(Wanted one, Map<UUID, DataKey> made) {
        var subject = Objects.requireNonNull(one.subject());
        var key = made.get(subject);
        if (key == null) {
            one.made().completeExceptionally(new Vault.SubjectErased(subject));
        } else {
            one.made().complete(key);
        }
    }

    /// Answers the keys that are in the table then: another process may have been first.
    private Map<UUID, DataKey> insert(Map<UUID, DataKey> keys, Collection<DataKey> more) {
        return table.transaction(c -> {
            int master = KeyTable.current(c);
            var all = new ArrayList<>(keys.values());
            all.addAll(more);
            all.sort(Comparator.comparing(DataKey::subject)); // two processes must not wait for each other
            var there = table.insert(c, all, master, masters.key(master));
            if (there.isEmpty()) {
                return keys;
            }
            var made = new LinkedHashMap<UUID, DataKey>();
            for (var found : there.entrySet()) {
                if (found.getValue() instanceof KeyTable.Found.Wrapped(var bytes, var by)) {
                    made.put(found.getKey(), DataKey.unwrapped(found.getKey(), bytes, masters.key(by)));
                }
            }
            return made;
        });
    }

    @Override
    public void close() {
        closed = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
