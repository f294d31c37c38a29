package dev.souk.bench.torture;

import dev.souk.bench.check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Several hundred kills are done in rounds, each a shop of its own that is checked at its end. What each brought is kept
/// in a file, so that a run that was interrupted goes on with the round that is missing.
///
/// @param seed of the whole; round `n` has `seed + n`
record Summary(long seed, int kills, boolean holds, List<Round> rounds) {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Summary {
        rounds = List.copyOf(rounds);
    }

    /// One round.
    ///
    /// @param killed how often each was killed
    /// @param lost acknowledged writes or answers that were not found again (I13, P4)
    /// @param broken sentences of every check that does not hold
    record Round(
            long seed, Map<String, Integer> killed, double seconds, int visits, Map<String, Long> calls,
            Times serving, Times drained, int beyondLimits, int lost, List<String> broken, List<String> held) {
        static Round of(Outcome outcome) {
            var killed = new TreeMap<String, Integer>();
            outcome.recoveries().forEach(one -> killed.merge(one.victim().name(), 1, Integer::sum));
            var watched = outcome.recoveries().stream().filter(one -> one.drained() >= 0).toList();
            return new Round(
                    outcome.plan().seed(), killed, outcome.seconds(), outcome.visits(), new TreeMap<>(outcome.calls()),
                    Times.of(outcome.recoveries(), Recovery::serving), Times.of(watched, Recovery::drained),
                    (int) outcome.recoveries().stream().filter(one -> !one.withinLimits()).count(),
                    outcome.findings().stream().filter(one -> one.invariant().equals("I13")).mapToInt(one -> one.violations().size()).sum(),
                    outcome.findings().stream().filter(one -> !one.holds()).map(Finding::toString).toList(),
                    outcome.findings().stream().filter(Finding::holds).map(Finding::toString).toList());
        }
    }

    /// Seconds.
    record Times(int watched, double p50, double p95, double max) {
        static Times of(List<Recovery> some, ToDoubleFunction<Recovery> of) {
            var sorted = some.stream().mapToDouble(of).toArray();
            Arrays.sort(sorted);
            return new Times(sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
        }

        private static double at(double[] sorted, double part) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1];
        }
    }

    /// What an earlier run with the same seed left, or nothing yet.
    ///
    /// @throws IOException when the file is of another run
    static Summary read(@Nullable Path file, long seed) throws IOException {
        if (file == null || !Files.exists(file)) {
            return new Summary(seed, 0, true, List.of());
        }
        var known = JSON.readValue(Files.readString(file), Summary.class);
        if (known.seed != seed) {
            throw new IOException(file + " belongs to a run with --seed " + known.seed);
        }
        return known;
    }

    Summary with(Outcome outcome) {
        var all = new ArrayList<>(rounds);
        all.add(Round.of(outcome));
        return new Summary(seed, kills + outcome.recoveries().size(), holds && outcome.holds(), all);
    }

    /// Whole or not at all: it may be killed, too.
    void write(@Nullable Path file) throws IOException {
        if (file != null) {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, JSON.writeValueAsString(this) + "\n");
            Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        }
    }

    String line() {
        var killed = rounds.stream().flatMap(round -> round.killed().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
        return "%d kills in %d rounds %s, %,d visits, %d acknowledged writes or answers lost: %s".formatted(
                kills, rounds.size(), killed, rounds.stream().mapToInt(Round::visits).sum(),
                rounds.stream().mapToInt(Round::lost).sum(), holds ? "everything holds" : "BROKEN");
    }
}
