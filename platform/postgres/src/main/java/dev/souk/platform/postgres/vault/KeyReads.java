package dev.souk.platform.postgres.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/// Reads keys. Whoever asks while a statement is under way shares the next one with all others who do, so that a crowd
/// needs neither a connection each nor a statement each.
final class KeyReads {
    private final KeyTable table;
    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final ReentrantLock reading = new ReentrantLock();

    private record Asked(UUID subject, CompletableFuture<Optional<KeyTable.Found>> answer) {}

    KeyReads(KeyTable table) {
        this.table = table;
    }

    /// What is stored of a person's key; empty when there has never been one.
    Optional<KeyTable.Found> find(UUID subject) {
        var mine = new Asked(subject, new CompletableFuture<>());
        asked.add(mine);
        reading.lock();
        try {
            if (!mine.answer().isDone()) {
                answer(drain());
            }
        } finally {
            reading.unlock();
        }
        try {
            return mine.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private List<Asked> drain() {
        var all = new ArrayList<Asked>();
        for (var one = asked.poll(); one != null; one = asked.poll()) {
            all.add(one);
        }
        return all;
    }

    private void answer(List<Asked> all) {
        try {
            var subjects = all.stream().map(Asked::subject).distinct().toList();
            Map<UUID, KeyTable.Found> found = table.transaction(c -> table.find(c, subjects));
            all.forEach(one -> one.answer().complete(Optional.ofNullable(found.get(one.subject()))));
        } catch (RuntimeException e) {
            all.forEach(one -> one.answer().completeExceptionally(e));
        }
    }
}
