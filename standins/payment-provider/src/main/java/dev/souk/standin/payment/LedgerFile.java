package dev.souk.standin.payment;

import dev.souk.standin.payment.LedgerIndex.End;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An append-only file of JSON lines. Whoever appends waits until the line is on the disk; while one of them waits for
/// the disk the others collect their lines, and the next write takes them all with one fsync.
final class LedgerFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private long collectedSeq;
    private long collectedEnd;
    private long flushedSeq;
    private long flushedEnd;
    private long syncs;
    private boolean flushing;
    private boolean broken;

    /// An entry and the bytes that are its line.
    record Placed(Entry entry, long offset, long next) {}

    /// Opens or creates the file; before anything is appended it is to be [#read].
    LedgerFile(Path path) {
        this.path = path;
        try {
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
            }
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("ledger " + path, e);
        }
    }

    /// Whether this entry is where it is said to be.
    boolean contains(End end) {
        if (end.seq() == 0) {
            return true;
        }
        try (var in = open(end.last())) {
            var line = line(in);
            return line != null
                    && end.last() + line.length + 1 == end.next()
                    && entry(end.last(), line).seq() == end.seq();
        } catch (IOException e) {
            return false;
        }
    }

    /// Hands every entry after `from` to `each`. A torn last line is cut off: nobody was told.
    void read(End from, Consumer<Placed> each) {
        collectedSeq = from.seq();
        long whole = from.next();
        try (var in = open(whole)) {
            for (var line = line(in); line != null; line = line(in)) {
                var placed = new Placed(entry(whole, line), whole, whole + line.length + 1L);
                whole = placed.next();
                flushedEnd = whole;
                each.accept(placed);
                collectedSeq = placed.entry().seq();
            }
            channel.truncate(whole);
            channel.position(whole);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("ledger " + path, e);
        }
        flushedSeq = collectedSeq;
        flushedEnd = whole;
        collectedEnd = whole;
    }

    /// The entries from `offset` on that are on the disk, as long as they are wanted.
    void from(long offset, Predicate<Entry> wanted) {
        long end = end();
        try (var in = open(offset)) {
            for (long at = offset; at < end; ) {
                var line = line(in);
                if (line == null || !wanted.test(entry(at, line))) {
                    return;
                }
                at += line.length + 1L;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ledger " + path, e);
        }
    }

    /// The entry whose line begins at `offset`.
    Entry at(long offset) {
        try {
            var buffer = ByteBuffer.allocate(512);
            while (true) {
                int read = channel.read(buffer, offset + buffer.position());
                var bytes = buffer.array();
                for (int i = 0; i < buffer.position(); i++) {
                    if (bytes[i] == '\n') {
                        return entry(offset, Arrays.copyOf(bytes, i));
                    }
                }
                if (read < 0) {
                    throw new IOException(path + " ends within the entry at byte " + offset);
                }
                if (!buffer.hasRemaining()) {
                    buffer = ByteBuffer.allocate(bytes.length * 2).put(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(long offset) throws IOException {
        var reading = FileChannel.open(path, StandardOpenOption.READ).position(offset);
        return new BufferedInputStream(Channels.newInputStream(reading), BUFFER);
    }

    /// The next whole line without its end; null if there is none.
    private static byte @Nullable [] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(512);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toByteArray();
            }
            line.write(b);
        }
        return null;
    }

    private Entry entry(long at, byte[] line) throws IOException {
        try {
            return JSON.readValue(line, Entry.class);
        } catch (JacksonException e) {
            throw new IOException(path + " is damaged at byte " + at, e);
        }
    }

    private long end() {
        lock.lock();
        try {
            return flushedEnd;
        } finally {
            lock.unlock();
        }
    }

    /// Whether the entry that begins at `offset` is on the disk.
    boolean written(long offset) {
        return offset < end();
    }

    /// Puts the entry in line without waiting; the caller holds the lock that decides the order of entries.
    Placed append(Entry entry) {
        var line = JSON.writeValueAsBytes(entry);
        lock.lock();
        try {
            collected.writeBytes(line);
            collected.write('\n');
            collectedSeq = entry.seq();
            var placed = new Placed(entry, collectedEnd, collectedEnd + line.length + 1L);
            collectedEnd = placed.next();
            return placed;
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
        long end = collectedEnd;
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
                flushedEnd = end;
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
