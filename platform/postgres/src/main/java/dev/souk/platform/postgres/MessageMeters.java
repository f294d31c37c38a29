package dev.souk.platform.postgres;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is counted about the messages of one context.
final class MessageMeters {
    private static final Duration LEAST = Duration.ofNanos(500_000);
    private static final Duration MOST = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final String context;
    private final Counter handled;
    private final Counter refused;
    private final Counter retried;
    private final Counter dead;
    private final DistributionSummary batch;
    private final Timer lag;
    private final Map<String, Throughput> bySource = new ConcurrentHashMap<>();

    MessageMeters(MeterRegistry registry, String context) {
        this.registry = registry;
        this.context = context;
        this.handled = counter("handled");
        this.refused = counter("refused");
        this.retried = counter("retried");
        this.dead = counter("dead");
        this.batch = DistributionSummary.builder("souk.batch.size").tag("context", context).register(registry);
        this.lag = Timer.builder("souk.lag").description("from committed to handled").tag("context", context)
                .publishPercentileHistogram().minimumExpectedValue(LEAST).maximumExpectedValue(MOST).register(registry);
    }

    private Counter counter(String outcome) {
        return Counter.builder("souk.messages").tag("context", context).tag("outcome", outcome).register(registry);
    }

    void watch(Subscription subscription, JournalFeed feed) {
        Gauge.builder("souk.lag.messages", () -> Math.max(0, feed.position() - subscription.position()))
                .tag("context", context)
                .tag("source", subscription.source())
                .register(registry);
    }

    void batch(List<JournalEntry> entries, int refusals, Instant now) {
        handled.increment(entries.size());
        if (refusals > 0) {
            refused.increment(refusals);
        }
        batch.record(entries.size());
        for (var entry : entries) {
            lag.record(entry.since(now));
        }
        count(entries);
    }

    /// Those of one source stand together in a batch.
    private void count(List<JournalEntry> entries) {
        for (int from = 0, to = 0; from < entries.size(); from = to) {
            var source = entries.get(from).envelope().context();
            while (to < entries.size() && entries.get(to).envelope().context().equals(source)) {
                to++;
            }
            from(source).add(to - from);
        }
    }

    private Throughput from(String source) {
        return bySource.computeIfAbsent(source, _ -> new Throughput());
    }

    /// Messages of a source that were handled in the last minute.
    long lastMinute(String source) {
        return from(source).lastMinute();
    }

    void retried() {
        retried.increment();
    }

    void dead() {
        dead.increment();
    }
}
