package dev.souk.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// CPU time of processes, user and system together, in milliseconds (from `/proc/<pid>/stat`, resolution 10 ms).
public final class CpuTime {
    private static final long MILLIS_PER_TICK = 10;

    private CpuTime() {}

    /// Of one process.
    public static long of(long pid) {
        var fields = stat(Path.of("/proc", Long.toString(pid)));
        return fields.length == 0 ? 0 : (ticks(fields, 11) + ticks(fields, 12)) * MILLIS_PER_TICK;
    }

    /// Of a process, its living children and the children that have ended.
    public static long ofTree(long pid) {
        var own = stat(Path.of("/proc", Long.toString(pid)));
        if (own.length == 0) {
            return 0;
        }
        long ticks = ticks(own, 11) + ticks(own, 12) + ticks(own, 13) + ticks(own, 14);
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                var fields = stat(process);
                if (fields.length > 0 && Long.parseLong(fields[1]) == pid) {
                    ticks += ticks(fields, 11) + ticks(fields, 12);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ticks * MILLIS_PER_TICK;
    }

    /// Resident memory in MiB.
    public static long residentMib(long pid) {
        try {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    private static long ticks(String[] fields, int index) {
        return Long.parseLong(fields[index]);
    }

    /// Fields after the name: state is 0, parent 1, utime 11, stime 12, cutime 13, cstime 14.
    private static String[] stat(Path process) {
        try {
            var text = Files.readString(process.resolve("stat"));
            return text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException e) {
            return new String[0];
        }
    }
}
