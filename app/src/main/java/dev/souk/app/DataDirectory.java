package dev.souk.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The directory that holds everything worth keeping. One process at a time.
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "souk.lock";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataDirectory open(Path directory) {
        var path = directory.toAbsolutePath().normalize();
        var here = ifFree(path);
        if (here == null) {
            throw new StartException("already running on " + path);
        }
        return here;
    }

    /// Null when a platform runs on it.
    static @Nullable DataDirectory ifFree(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return null;
            }
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new StartException("the data directory " + path + " cannot be written", e);
        }
    }

    /// Whether a platform has ever been started on it.
    static boolean used(Path directory) {
        return Files.exists(directory.resolve(LOCK));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    private Path filledMark() {
        return path.resolve("filled");
    }

    private static Path productionMark(Path directory) {
        return directory.resolve("production");
    }

    /// From now on no tool makes tokens for it.
    void production() {
        mark(productionMark(path));
    }

    /// Whether a production platform has run on it.
    static boolean isProduction(Path directory) {
        return Files.exists(productionMark(directory));
    }

    /// Nothing has been put into it yet.
    boolean isNew() {
        return !Files.exists(filledMark());
    }

    void filled() {
        mark(filledMark());
    }

    private void mark(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new StartException("the data directory " + path + " cannot be written", e);
        }
    }

    /// Who runs on this directory and where to reach them, for tools; gone when it has stopped in order. Replaced as a
    /// whole: who reads it meanwhile sees the facts before or after.
    void running(Map<String, Object> facts) {
        try {
            var draft = path.resolve("running.json.new");
            Files.writeString(draft, JsonMapper.shared().writeValueAsString(facts));
            Files.move(draft, runningFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartException("the data directory " + path + " cannot be written", e);
        }
    }

    private Path runningFile() {
        return path.resolve("running.json");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(runningFile());
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
