package dev.souk.bench.measure;

import dev.souk.bench.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

/// Takes readings of CPU, WAL and event lag around the measured part of a load.
public final class Meter {
    private final Target target;
    private Reading first = new Reading(0, 0, 0, 0, 0, new EventLag(Map.of()));
    private Reading last = first;

    private record Reading(long nanos, long platform, long postgres, long driver, long wal, EventLag lag) {}

    public Meter(Target target) {
        this.target = target;
    }

    public void begin() {
        first = read();
    }

    public void end() {
        last = read();
    }

    private Reading read() {
        try {
            return new Reading(
                    System.nanoTime(),
                    CpuTime.of(target.pid()),
                    CpuTime.ofTree(target.postgresPid()),
                    CpuTime.of(ProcessHandle.current().pid()),
                    target.walBytes(),
                    EventLag.read(target.httpPort(), Tokens.admin(target.data())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database server does not answer", e);
        }
    }

    public double seconds() {
        return (last.nanos - first.nanos) / 1e9;
    }

    public double platformMillis() {
        return last.platform - first.platform;
    }

    public double postgresMillis() {
        return last.postgres - first.postgres;
    }

    public double driverMillis() {
        return last.driver - first.driver;
    }

    public double walBytes() {
        return last.wal - first.wal;
    }

    public Map<String, Measurement.Latency> eventLag() {
        return last.lag.between(first.lag);
    }
}
