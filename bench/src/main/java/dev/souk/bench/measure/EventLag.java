package dev.souk.bench.measure;

import dev.souk.bench.http.Shopper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// From the commit of a message to the commit of its effect, as the platform's own histograms have it: one for each
/// context that handles, cumulated since the start. Two readings, subtracted, are what happened between them.
///
/// @param counts by context: how many messages took at most so many seconds
public record EventLag(Map<String, TreeMap<Double, Double>> counts) {
    private static final Pattern BUCKET =
            Pattern.compile("souk_lag_seconds_bucket\\{context=\"(\\w+)\",le=\"([^\"]+)\"\\} ([0-9.E+]+)");

    /// All contexts together, in [#between].
    public static final String ALL = "all";

    /// @param token of somebody who may read metrics
    public static EventLag read(int port, String token) throws IOException {
        try (var operator = new Shopper(port, token)) {
            var reply = operator.get("/actuator/prometheus");
            if (!reply.good()) {
                throw new IOException("the platform does not show its metrics: " + reply.status());
            }
            return parse(reply.text());
        }
    }

    static EventLag parse(String metrics) {
        var counts = new TreeMap<String, TreeMap<Double, Double>>();
        var found = BUCKET.matcher(metrics);
        while (found.find()) {
            double limit = found.group(2).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(found.group(2));
            counts.computeIfAbsent(found.group(1), _ -> new TreeMap<>()).merge(limit, Double.parseDouble(found.group(3)), Double::sum);
        }
        return new EventLag(counts);
    }

    /// By context, and under [#ALL] for all together, what was handled between `before` and this reading.
    public Map<String, Measurement.Latency> between(EventLag before) {
        var lags = new TreeMap<String, Measurement.Latency>();
        var all = new TreeMap<Double, Double>();
        counts.forEach((context, now) -> {
            var then = before.counts.getOrDefault(context, new TreeMap<>());
            var since = new TreeMap<Double, Double>();
            now.forEach((limit, count) -> since.put(limit, count - then.getOrDefault(limit, 0.0)));
            since.forEach((limit, count) -> all.merge(limit, count, Double::sum));
            if (since.lastEntry().getValue() > 0) {
                lags.put(context, latency(since));
            }
        });
        if (!lags.isEmpty()) {
            lags.put(ALL, latency(all));
        }
        return lags;
    }

    private static Measurement.Latency latency(TreeMap<Double, Double> cumulated) {
        return new Measurement.Latency(
                millis(cumulated, 0.5), millis(cumulated, 0.95), millis(cumulated, 0.99), millis(cumulated, 1));
    }

    /// The upper bound of the bucket in which the percentile lies, so never less than the truth.
    private static double millis(TreeMap<Double, Double> cumulated, double part) {
        double wanted = cumulated.lastEntry().getValue() * part;
        var limits = new ArrayList<>(cumulated.entrySet());
        return limits.stream().filter(bucket -> bucket.getValue() >= wanted).findFirst().orElseThrow().getKey() * 1_000;
    }

    /// For a table: one line.
    static String line(Map<String, Measurement.Latency> lags) {
        var parts = new ArrayList<String>();
        lags.forEach((context, lag) ->
                parts.add("%s %.0f/%.0f/%.0f".formatted(context, lag.p50(), lag.p95(), lag.p99())));
        return "event lag p50/p95/p99 ms: " + String.join(", ", parts);
    }
}
