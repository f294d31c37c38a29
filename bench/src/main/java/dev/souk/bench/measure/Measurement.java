package dev.souk.bench.measure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One measured load. Latencies in milliseconds, CPU in milliseconds per operation.
///
/// @param rate planned operations a second; 0 for a closed loop
/// @param confirm from the answer to the checkout to the confirmed order; null where there is none
/// @param eventLag from a message's commit to the commit of its effect, by handling context and for all
/// @param pgbenchRatio operations a second over the yardstick's transactions a second
public record Measurement(
        String load,
        int users,
        double rate,
        double seconds,
        long operations,
        double operationsPerSecond,
        Latency latency,
        @Nullable Latency confirm,
        Map<String, Latency> eventLag,
        Map<String, Long> errors,
        double platformCpu,
        double postgresCpu,
        double driverCpu,
        double walBytes,
        double pgbenchTps,
        double pgbenchRatio) {

    /// Percentiles in milliseconds.
    public record Latency(double p50, double p95, double p99, double max) {
        public static Latency of(org.HdrHistogram.AbstractHistogram histogram) {
            return new Latency(at(histogram, 50), at(histogram, 95), at(histogram, 99), at(histogram, 100));
        }

        private static double at(org.HdrHistogram.AbstractHistogram histogram, double percentile) {
            return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /// One line of a table.
    public String line() {
        return "%-14s %5s %9.1f/s x%-5.2f p50 %6.1f p95 %6.1f p99 %6.1f ms  CPU ms: platform %.3f postgres %.3f driver %.3f  WAL %.0f B  errors %s%s"
                .formatted(
                        load,
                        rate > 0 ? "open" : users + "u",
                        operationsPerSecond,
                        pgbenchRatio,
                        latency.p50(),
                        latency.p95(),
                        latency.p99(),
                        platformCpu,
                        postgresCpu,
                        driverCpu,
                        walBytes,
                        errors,
                        confirm == null ? "" : "  confirmed p50 %.1f p99 %.1f ms".formatted(confirm.p50(), confirm.p99()))
                + (confirm == null ? "" : "\n  " + EventLag.line(eventLag));
    }
}
