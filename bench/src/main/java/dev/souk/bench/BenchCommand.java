package dev.souk.bench;

import dev.souk.bench.load.AddToCart;
import dev.souk.bench.load.Driver;
import dev.souk.bench.load.Idle;
import dev.souk.bench.load.Load;
import dev.souk.bench.load.Pipeline;
import dev.souk.bench.load.ProductRead;
import dev.souk.bench.load.Purchase;
import dev.souk.bench.load.Shelf;
import dev.souk.bench.load.Stockroom;
import dev.souk.bench.measure.Measurement;
import dev.souk.bench.measure.Meter;
import dev.souk.bench.measure.Rig;
import dev.souk.bench.measure.Target;
import dev.souk.bench.measure.Yardstick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `souk bench`: starts a platform of its own, drives the named loads and says what they cost.
@Command(name = "bench", description = "Measure: product-read, add-to-cart, purchase, pipeline, idle.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final List<String> ALL = List.of("product-read", "add-to-cart", "purchase", "pipeline", "idle");

    @Parameters(arity = "0..*", paramLabel = "LOAD", description = "Loads to run; all of them when none is named.")
    List<String> loads = List.of();

    @Option(names = "--users", description = "Users of the closed loop (default: ${DEFAULT-VALUE}).")
    int users = 32;

    @Option(names = "--seconds", description = "Measured seconds of each load (default: ${DEFAULT-VALUE}).")
    int seconds = 20;

    @Option(names = "--warm-up", description = "Seconds before that (default: ${DEFAULT-VALUE}).")
    int warmUp = 10;

    @Option(names = "--rate", description = "Operations a second, planned (open loop); 0 for a closed loop.")
    double rate;

    @Option(names = "--half", description = "After each closed loop, an open one at half its rate.")
    boolean half;

    @Option(names = "--products", description = "Products in the shop (default: ${DEFAULT-VALUE}).")
    int products = 1_000;

    @Option(names = "--checkouts", description = "Checkouts of the pipeline load (default: ${DEFAULT-VALUE}).")
    int checkouts = 20_000;

    @Option(names = "--pgbench", description = "Seconds of the pgbench yardstick; 0 leaves it out (default: ${DEFAULT-VALUE}).")
    int pgbench = 10;

    @Option(names = "--json", description = "Where to write the figures.")
    @Nullable Path json;

    @Option(names = "--on", paramLabel = "DIR", description = "Measure the platform that runs on this data directory instead of one of its own.")
    @Nullable Path on;

    @Option(names = "--platform-option", description = "A further option of souk up; may be repeated.")
    List<String> options = List.of();

    @Override
    public Integer call() throws Exception {
        var unknown = loads.stream().filter(load -> !ALL.contains(load)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("souk bench: unknown load " + unknown + "; there are " + ALL);
            return 2;
        }
        var measured = on == null ? onItsOwn() : measureAll(Target.of(on));
        write(measured);
        return measured.stream().allMatch(m -> m.errors().isEmpty()) ? 0 : 1;
    }

    private List<Measurement> onItsOwn() throws IOException, InterruptedException, SQLException {
        var up = new ArrayList<>(List.of("--empty", "--no-rate-limits"));
        up.addAll(options);
        try (var rig = Rig.start(Files.createTempDirectory("souk-bench-"), up)) {
            return measureAll(rig.target());
        }
    }

    private List<Measurement> measureAll(Target target) throws IOException, InterruptedException, SQLException {
        var measured = new ArrayList<Measurement>();
        System.out.println("platform pid " + target.pid() + ", " + products + " products, " + users + " users, commit " + commit());
        var shelf = new Stockroom(target.httpPort(), Tokens.admin(target.data())).fill(products);
        for (var load : loads.isEmpty() ? ALL : loads) {
            measure(load, target, shelf, measured);
        }
        return measured;
    }

    private void measure(String load, Target target, Shelf shelf, List<Measurement> measured)
            throws IOException, InterruptedException, SQLException {
        double tps = pgbench == 0 || load.equals("idle") ? 0 : Yardstick.tps(target, pgbench);
        switch (load) {
            case "pipeline" -> {
                new Pipeline(target, shelf).run(checkouts / 4, tps);
                add(measured, new Pipeline(target, shelf).run(checkouts, tps));
            }
            case "idle" -> add(measured, Idle.measure(target, seconds));
            default -> {
                add(measured, drive(load, target, shelf, rate, tps));
                if (half && rate == 0) {
                    add(measured, drive(load, target, shelf, measured.getLast().operationsPerSecond() / 2, tps));
                }
            }
        }
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
            case "add-to-cart" -> new AddToCart(target.httpPort(), shelf);
            default -> new Purchase(target.httpPort(), shelf);
        };
    }

    private static Map<String, Long> errors(Driver driver) {
        return driver.errors().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sum(), Long::sum, LinkedHashMap::new));
    }

    private void write(List<Measurement> measured) throws IOException {
        if (json != null) {
            var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            var report = Map.of(
                    "commit", commit(), "products", products, "cores", Runtime.getRuntime().availableProcessors(),
                    "measurements", measured);
            Files.writeString(json, mapper.writeValueAsString(report) + "\n");
            System.out.println("written to " + json);
        }
    }

    private static String commit() throws IOException {
        var process = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").directory(Rig.home().toFile()).start();
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
    }
}
