package dev.souk.bench.load;

import dev.souk.bench.measure.Measurement;
import dev.souk.bench.measure.Meter;
import dev.souk.bench.measure.Target;
import dev.souk.bench.measure.Yardstick;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How loads are measured, and against what.
///
/// @param users of the closed loop
/// @param warmUp seconds before the measured ones
/// @param rate operations a second, planned; 0 for a closed loop
/// @param half after each closed loop, an open one at half its rate
/// @param checkouts of the pipeline
/// @param pgbench seconds of the yardstick; 0 leaves it out
public record Measuring(int users, int seconds, int warmUp, double rate, boolean half, int checkouts, int pgbench) {
    /// What can be measured.
    public static final List<String> LOADS = List.of("product-read", "add-to-cart", "purchase", "pipeline", "sign-in", "idle");

    /// Measures one load, and prints each figure as it is known.
    public List<Measurement> measure(String load, Target target, Shelf shelf)
            throws IOException, InterruptedException, SQLException {
        double tps = pgbench == 0 || load.equals("idle") ? 0 : Yardstick.tps(target, pgbench);
        var measured = new ArrayList<Measurement>();
        switch (load) {
            case "pipeline" -> {
                new Pipeline(target, shelf).run(checkouts, tps); // warms up
                add(measured, new Pipeline(target, shelf).run(checkouts, tps));
            }
            case "sign-in" -> {
                System.out.printf("the password hash alone: %.1f ms of processor time%n", SignIns.hashMillis());
                add(measured, drive(load, target, shelf, rate, tps));
            }
            case "idle" -> add(measured, Idle.measure(target, seconds));
            default -> {
                add(measured, drive(load, target, shelf, rate, tps));
                if (half && rate == 0) {
                    add(measured, drive(load, target, shelf, measured.getLast().operationsPerSecond() / 2, tps));
                }
            }
        }
        return measured;
    }

    private static void add(List<Measurement> measured, Measurement one) {
        measured.add(one);
        System.out.println(one.line());
    }

    private Measurement drive(String name, Target target, Shelf shelf, double atRate, double tps)
            throws InterruptedException {
        var load = load(name, target, shelf);
        var driver = new Driver(load, users);
        var meter = new Meter(target);
        driver.run(warmUp, seconds, atRate, meter::begin, meter::end);
        double done = Math.max(1, driver.done());
        double perSecond = driver.done() / meter.seconds();
        var confirm = load instanceof Purchase purchase ? Measurement.Latency.of(purchase.confirmation()) : null;
        return new Measurement(
                name, users, atRate, meter.seconds(), driver.done(), perSecond,
                Measurement.Latency.of(driver.latencies()), confirm, meter.eventLag(), errors(driver),
                meter.platformMillis() / done, meter.postgresMillis() / done, meter.driverMillis() / done,
                meter.walBytes() / done, tps, tps == 0 ? 0 : perSecond / tps);
    }

    private static Load load(String name, Target target, Shelf shelf) {
        return switch (name) {
            case "product-read" -> new ProductRead(target.httpPort(), shelf);
            case "sign-in" -> new SignIns(target.httpPort());
            case "add-to-cart" -> new AddToCart(target.httpPort(), shelf);
            default -> new Purchase(target.httpPort(), shelf);
        };
    }

    private static Map<String, Long> errors(Driver driver) {
        return driver.errors().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum(), Long::sum, LinkedHashMap::new));
    }
}
