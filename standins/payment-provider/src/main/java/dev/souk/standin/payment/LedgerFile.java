package dev.souk.standin.payment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An append-only file of JSON lines. Whoever appends waits until the line is on the disk; while one of them waits for
/// the disk the others collect their lines, and the next write takes them all with one fsync.
final class LedgerFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private long collectedSeq;
    private long flushedSeq;
    private long syncs;
    private boolean flushing;
    private boolean broken;

    /// Opens or creates the file and hands every entry in it to `each`. A torn last line is cut off: nobody was told.
    LedgerFile(Path path, Consumer<Entry> each) {
        try {
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
            }
            long whole = Files.exists(path) ? read(path, each) : 0;
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(whole);
            channel.position(whole);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("ledger " + path, e);
        }
    }

    private long read(Path path, Consumer<Entry> each) throws IOException {
        long whole = 0;
        try (var in = new java.io.BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            var line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                var entry = entry(path, whole, line.toByteArray());
                each.accept(entry);
                collectedSeq = entry.seq();
                whole += line.size() + 1L;
                line.reset();
            }
        }
        flushedSeq = collectedSeq;
        return whole;
    }

    private static Entry entry(Path path, long at, byte[] line) throws IOException {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JacksonException e) {
            throw new IOException(path + " is damaged at byte " + at, e);
        }
    }

    /// Puts the entry in line without waiting; the caller holds the lock that decides the order of entries.
    void append(Entry entry) {
        var line = JSON.writeValueAsBytes(entry);
        lock.lock();
        try {
            collected.writeBytes(line);
            collected.write('\n');
            collectedSeq = entry.seq();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the entry with this number, and so every one before it, is on the disk.
    void await(long seq) {
        lock.lock();
        try {
            while (flushedSeq < seq) {
                if (broken) {
                    throw new IllegalStateException("the ledger cannot be written");
                }
                if (flushing) {
                    flushed.awaitUninterruptibly();
                } else {
                    flush();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void flush() {
        var bytes = collected;
        long upTo = collectedSeq;
        collected = new ByteArrayOutputStream();
        flushing = true;
        lock.unlock();
        boolean written = false;
        try {
            write(bytes.toByteArray());
            written = true;
        } finally {
            lock.lock();
            flushing = false;
            broken |= !written;
            if (written) {
                flushedSeq = upTo;
                syncs++;
            }
            flushed.signalAll();
        }
    }

    private void write(byte[] bytes) {
        try {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How often the disk was waited for.
    long syncs() {
        lock.lock();
        try {
            return syncs;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
