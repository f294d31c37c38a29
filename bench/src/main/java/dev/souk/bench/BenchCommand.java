package dev.souk.bench;

import dev.souk.bench.growth.GrowthCommand;
import dev.souk.bench.load.Measuring;
import dev.souk.bench.load.Stockroom;
import dev.souk.bench.measure.Figures;
import dev.souk.bench.measure.Measurement;
import dev.souk.bench.measure.Rig;
import dev.souk.bench.measure.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `souk bench`: starts a platform of its own, drives the named loads and says what they cost.
@Command(
        name = "bench",
        description = "Measure: product-read, add-to-cart, purchase, pipeline, sign-in, idle; or how speed holds when years of orders are there: growth.",
        subcommands = GrowthCommand.class,
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
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
        var unknown = loads.stream().filter(load -> !Measuring.LOADS.contains(load)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("souk bench: unknown load " + unknown + "; there are " + Measuring.LOADS);
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
        System.out.println("platform pid " + target.pid() + ", " + products + " products, " + users + " users, commit " + Figures.commit());
        var shelf = new Stockroom(target.httpPort(), Tokens.admin(target.data())).fill(products);
        var measuring = new Measuring(users, seconds, warmUp, rate, half, checkouts, pgbench);
        for (var load : loads.isEmpty() ? Measuring.LOADS : loads) {
            measured.addAll(measuring.measure(load, target, shelf));
        }
        return measured;
    }

    private void write(List<Measurement> measured) throws IOException {
        if (json != null) {
            Figures.write(json, Map.of("products", products, "measurements", measured));
        }
    }
}
