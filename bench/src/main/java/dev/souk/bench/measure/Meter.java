package dev.souk.bench.measure;

import java.sql.SQLException;

/// Takes CPU and WAL readings around the measured part of a load.
public final class Meter {
    private final Target target;
    private Reading first = new Reading(0, 0, 0, 0, 0);
    private Reading last = first;

    private record Reading(long nanos, long platform, long postgres, long driver, long wal) {}

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
                    target.walBytes());
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
}
