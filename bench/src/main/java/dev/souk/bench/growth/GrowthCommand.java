package dev.souk.bench.growth;

import dev.souk.bench.Tokens;
import dev.souk.bench.check.Conservation;
import dev.souk.bench.load.Measuring;
import dev.souk.bench.load.Shelf;
import dev.souk.bench.load.Stockroom;
import dev.souk.bench.measure.Figures;
import dev.souk.bench.measure.Measurement;
import dev.souk.bench.measure.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `souk bench growth`: measures an empty shop, grows it, measures again, and checks its books.
@Command(
        name = "growth",
        description = "Measure before and after the tables have grown, and check the books afterwards.",
        mixinStandardHelpOptions = true)
public final class GrowthCommand implements Callable<Integer> {
    private static final List<String> GROWN = List.of("pipeline", "purchase", "add-to-cart");
    private static final Duration AGO = Duration.ofDays(2);

    @Option(names = "--orders", description = "Orders to grow to (default: ${DEFAULT-VALUE}).")
    private long orders = 5_000_000;

    @Option(names = "--journal", description = "Rows in all journals together (default: ${DEFAULT-VALUE}).")
    private long journal = 10_000_000;

    @Option(names = "--load", description = "What is measured; may be repeated (default: pipeline, purchase, add-to-cart).")
    private List<String> loads = GROWN;

    @Option(names = "--users", description = "Users of the closed loop (default: ${DEFAULT-VALUE}).")
    private int users = 128;

    @Option(names = "--seconds", description = "Measured seconds of each load (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--warm-up", description = "Seconds before that (default: ${DEFAULT-VALUE}).")
    private int warmUp = 30;

    @Option(names = "--checkouts", description = "Checkouts of the pipeline load (default: ${DEFAULT-VALUE}).")
    private int checkouts = 20_000;

    @Option(names = "--pgbench", description = "Seconds of the pgbench yardstick; 0 leaves it out (default: ${DEFAULT-VALUE}).")
    private int pgbench = 10;

    @Option(names = "--products", description = "Products in the shop (default: ${DEFAULT-VALUE}).")
    private int products = 1_000;

    @Option(names = "--pattern", description = "Purchases that are multiplied (default: ${DEFAULT-VALUE}).")
    private int pattern = 200;

    @Option(names = "--statements", description = "Also compare the mean time of each SQL statement (pg_stat_statements).")
    private boolean statements;

    @Option(names = "--json", description = "Where to write the figures.")
    private @Nullable Path json;

    @Option(names = "--data", description = "An empty or missing directory, kept; without it a temporary one.")
    private @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        var directory = data == null ? Files.createTempDirectory("souk-growth-") : data;
        try (var last = grownOrNothing(directory)) {
            var books = Conservation.of(last.target()).awaitSettled();
            books.print(System.out);
            if (data != null) {
                last.keep();
            }
            return books.holds() ? 0 : 1;
        }
    }

    /// What breaks on the way leaves only what was asked for.
    private Rig grownOrNothing(Path directory) throws Exception {
        try {
            return run(directory);
        } catch (Exception e) {
            if (data == null) {
                Rig.delete(directory);
            }
            throw e;
        }
    }

    private record Figure(String load, double before, double after, double ratio, Measurement empty, Measurement grown) {}

    private Rig run(Path directory) throws Exception {
        Shelf shelf;
        Pattern first;
        var rig = start(directory, List.of("--set", "order.fulfilment-grace=0s"));
        try {
            shelf = new Stockroom(rig.target().httpPort(), Tokens.admin(directory)).fill(products);
            first = new FirstTrade(rig.target(), shelf).trade(pattern);
        } finally {
            rig.stop();
        }
        if (statements) {
            StatementTimes.preload(directory);
        }
        var times = new ArrayList<Map<String, Double>>();
        var empty = measured(start(directory, List.of()), shelf, times);
        grow(directory, first);
        rig = start(directory, List.of());
        try {
            var grown = measure(rig, shelf, times);
            report(empty, grown, times);
            return rig;
        } catch (Exception e) {
            rig.stop();
            throw e;
        }
    }

    private Rig start(Path directory, List<String> further) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("--empty", "--no-rate-limits"));
        options.addAll(further);
        return Rig.start(directory, options);
    }

    private List<Measurement> measured(Rig rig, Shelf shelf, List<Map<String, Double>> times) throws Exception {
        try {
            System.out.println("empty, commit " + Figures.commit());
            var measured = measure(rig, shelf, times);
            FirstTrade.awaitQuiet(rig.target());
            return measured;
        } finally {
            rig.stop();
        }
    }

    private List<Measurement> measure(Rig rig, Shelf shelf, List<Map<String, Double>> times)
            throws IOException, SQLException, InterruptedException {
        var measuring = new Measuring(users, seconds, warmUp, 0, false, checkouts, pgbench);
        var measured = new ArrayList<Measurement>();
        for (var load : loads) {
            measured.addAll(measuring.measure(load, rig.target(), shelf));
        }
        if (statements) {
            times.add(StatementTimes.read(rig.target()));
        }
        return measured;
    }

    private void grow(Path directory, Pattern first) throws Exception {
        long begun = System.nanoTime();
        long journalOrders = journal * first.orders().size() / Math.max(1, first.journalRows());
        var extent = Extent.of(orders, journalOrders, first, Instant.now().minus(AGO));
        System.out.printf("growing by %,d orders, %,d carts, and the messages of %,d orders (%.1f each)%n",
                extent.orders(), extent.carts(), extent.journalOrders(), (double) first.journalRows() / first.orders().size());
        long bytes = GrownShop.grow(directory, extent, first);
        double taken = (System.nanoTime() - begun) / 1e9;
        System.out.printf("grown in %.0f s, %,.0f orders a second, %,d MiB on disk, %,.0f bytes an order%n", taken,
                extent.orders() / taken, bytes >> 20, (double) bytes / extent.orders());
    }

    private void report(List<Measurement> empty, List<Measurement> grown, List<Map<String, Double>> times) throws IOException {
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < empty.size(); i++) {
            double before = empty.get(i).operationsPerSecond();
            double after = grown.get(i).operationsPerSecond();
            figures.add(new Figure(empty.get(i).load(), before, after, after / before, empty.get(i), grown.get(i)));
            System.out.printf("%-12s empty %,.0f/s, grown %,.0f/s: %.0f%%; CPU of PostgreSQL %.3f, %.3f ms%n", empty.get(i).load(), before, after,
                    100 * after / before, empty.get(i).postgresCpu(), grown.get(i).postgresCpu());
        }
        if (statements) {
            StatementTimes.print(times.getFirst(), times.getLast());
        }
        if (json != null) {
            var all = new LinkedHashMap<String, Object>();
            all.put("orders", orders);
            all.put("journal", journal);
            all.put("loads", figures);
            Figures.write(json, all);
        }
    }
}
