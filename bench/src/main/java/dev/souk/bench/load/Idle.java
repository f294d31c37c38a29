package dev.souk.bench.load;

import dev.souk.bench.measure.CpuTime;
import dev.souk.bench.measure.Measurement;
import dev.souk.bench.measure.Meter;
import dev.souk.bench.measure.Target;
import java.util.Map;

/// What the platform costs while nobody uses it.
public final class Idle {
    private Idle() {}

    /// CPU figures are milliseconds per second; 10 is one per cent of a core.
    public static Measurement measure(Target target, int seconds) throws InterruptedException {
        Thread.sleep(5_000);
        var meter = new Meter(target);
        meter.begin();
        Thread.sleep(seconds * 1_000L);
        meter.end();
        System.out.printf(
                "idle: platform %.2f%% of a core, postgres %.2f%%, resident %d MiB%n",
                meter.platformMillis() / meter.seconds() / 10,
                meter.postgresMillis() / meter.seconds() / 10,
                CpuTime.residentMib(target.pid()));
        return new Measurement(
                "idle", 0, 0, meter.seconds(), 0, 0, new Measurement.Latency(0, 0, 0, 0), null, Map.of(), Map.of(),
                meter.platformMillis() / meter.seconds(), meter.postgresMillis() / meter.seconds(), 0,
                meter.walBytes() / meter.seconds(), 0, 0);
    }
}
