package dev.souk.bench.torture;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;

/// Every request with what came back, one JSON line each, and how many there were of each kind.
final class CallLog implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedWriter file;
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> outrages = new ConcurrentLinkedQueue<>();

    /// One attempt.
    ///
    /// @param status 0 when nothing came back
    /// @param code of a problem, or what went wrong on the way
    record Attempt(
            Instant at, String who, String method, String path, String key, int attempt, int status, String code, long millis) {}

    CallLog(Path path) throws IOException {
        file = Files.newBufferedWriter(path);
    }

    void add(Attempt attempt) {
        var kind = attempt.status() == 0 ? "unanswered" : attempt.status() + (attempt.code().isEmpty() ? "" : " " + attempt.code());
        counts.computeIfAbsent(kind, _ -> new LongAdder()).increment();
        if (attempt.status() >= 500 && attempt.status() != 503) {
            outrages.add(attempt.method() + " " + attempt.path() + " answered " + attempt.status() + " " + attempt.code());
        }
        write(JSON.writeValueAsString(attempt));
    }

    /// Something that is not a call: a kill, a change of the provider's mood.
    void note(String what) {
        write(JSON.writeValueAsString(Map.of("at", Instant.now(), "note", what)));
    }

    private synchronized void write(String line) {
        try {
            file.write(line);
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many answers of each status and code.
    Map<String, Long> counts() {
        var all = new TreeMap<String, Long>();
        counts.forEach((kind, count) -> all.put(kind, count.sum()));
        return all;
    }

    /// Answers that no fault excuses.
    Iterable<String> outrages() {
        return outrages;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
