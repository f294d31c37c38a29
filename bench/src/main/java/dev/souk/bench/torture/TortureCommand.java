package dev.souk.bench.torture;

import dev.souk.bench.measure.Rig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private long seed = System.currentTimeMillis();

    @Option(names = "--shoppers", description = "Shoppers at a time (default: ${DEFAULT-VALUE}).")
    private int shoppers = 8;

    @Option(names = "--only", description = "platform, postgres or both (at once); without it any of the three.")
    private @Nullable String only;

    @Option(names = "--settle", description = "Seconds to wait at the end for what is on its way (default: ${DEFAULT-VALUE}).")
    private int settle = 300;

    @Option(names = "--data", description = "An empty or missing data directory, kept; without it a temporary one, kept only when something is broken.")
    private @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        var victims = only == null
                ? List.of(Plan.Victim.values())
                : List.of(Plan.Victim.valueOf(only.toUpperCase(Locale.ROOT)));
        var directory = data == null ? Files.createTempDirectory("souk-torture-") : data;
        var lasting = Duration.ofSeconds(seconds == 0 ? kills * 12L : seconds);
        System.out.println("torture: seed " + seed + ", " + kills + " kills in " + directory);
        var outcome = Torture.run(new Plan(
                directory, Rig.launcher(), kills, lasting, Duration.ofSeconds(settle), shoppers, seed, victims));
        outcome.print(System.out);
        if (!outcome.holds()) {
            System.out.println("BROKEN; the data, torture.jsonl and platform.log are in " + directory);
        } else if (data == null) {
            delete(directory);
        }
        return outcome.holds() ? 0 : 1;
    }

    private static void delete(Path directory) throws java.io.IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
