package dev.souk.bench.torture;

import dev.souk.bench.measure.Rig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `souk torture`.
@Command(
        name = "torture",
        description = "Kill a platform of its own under load, with a provider that misbehaves, and check that nothing is lost.",
        mixinStandardHelpOptions = true)
public final class TortureCommand implements Callable<Integer> {
    @Option(names = "--kills", description = "How many processes to kill (default: ${DEFAULT-VALUE}).")
    private int kills = 50;

    @Option(names = "--seconds", description = "Over which time (default: 12 a kill).")
    private int seconds;

    @Option(names = "--seed", description = "Of the kills, the provider's moods and the visits (default: the time).")
    private @Nullable Long seed;

    @Option(names = "--shoppers", description = "Shoppers at a time (default: ${DEFAULT-VALUE}).")
    private int shoppers = 8;

    @Option(names = "--only", description = "platform, postgres or both (at once); without it any of the three.")
    private @Nullable String only;

    @Option(names = "--settle", description = "Seconds to wait at the end for what is on its way (default: ${DEFAULT-VALUE}).")
    private int settle = 300;

    @Option(names = "--data", description = "An empty or missing data directory, kept; without it a temporary one, kept only when something is broken.")
    private @Nullable Path data;

    @Option(names = "--round", description = "Kills in one shop; more of them are done in rounds, each with an empty shop and all checks at its end (default: ${DEFAULT-VALUE}).")
    private int round = 50;

    @Option(names = "--summary", description = "A JSON file with what each round brought; with the same file and --seed an interrupted run goes on.")
    private @Nullable Path summary;

    @Override
    public Integer call() throws Exception {
        if (seed == null) {
            seed = Instant.now().toEpochMilli();
        }
        var done = Summary.read(summary, seed);
        System.out.println("torture: seed " + seed + ", " + kills + " kills, " + done.kills() + " of them done before");
        while (done.kills() < kills) {
            done = done.with(round(seed + done.rounds().size(), Math.min(round, kills - done.kills())));
            done.write(summary);
            System.out.println(done.line());
        }
        return done.holds() ? 0 : 1;
    }

    /// One round; its data stays when it was asked for, or when something is broken.
    private Outcome round(long ownSeed, int ownKills) throws Exception {
        var victims = only == null
                ? List.of(Plan.Victim.values())
                : List.of(Plan.Victim.valueOf(only.toUpperCase(Locale.ROOT)));
        var directory = data == null
                ? Files.createTempDirectory("souk-torture-")
                : kills <= round ? data : data.resolve("round-" + ownSeed);
        var lasting = Duration.ofMillis(seconds == 0 ? ownKills * 12_000L : seconds * 1_000L * ownKills / kills);
        System.out.println("round with seed " + ownSeed + " in " + directory);
        var outcome = Torture.run(new Plan(
                directory, Rig.launcher(), ownKills, lasting, Duration.ofSeconds(settle), shoppers, ownSeed, victims));
        outcome.print(System.out);
        if (!outcome.holds()) {
            System.out.println("BROKEN; the data, torture.jsonl and platform.log are in " + directory);
        } else if (data == null) {
            delete(directory);
        }
        return outcome;
    }

    private static void delete(Path directory) throws java.io.IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
