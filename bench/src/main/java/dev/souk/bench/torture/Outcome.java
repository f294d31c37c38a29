package dev.souk.bench.torture;

import dev.souk.bench.check.Finding;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How a run ended.
///
/// @param calls answers by status and code
public record Outcome(
        Plan plan, double seconds, int visits, List<Recovery> recoveries, Map<String, Long> calls, List<Finding> findings) {
    public Outcome {
        recoveries = List.copyOf(recoveries);
        calls = Map.copyOf(calls);
        findings = List.copyOf(findings);
    }

    /// Every invariant holds. Times of recovery are shown and not judged: they are the machine's as much as ours.
    public boolean holds() {
        return findings.stream().allMatch(Finding::holds);
    }

    void print(PrintStream out) {
        out.printf("seed %d, %d shoppers, %d visits in %.0f s%n", plan.seed(), plan.shoppers(), visits, seconds);
        out.println("calls by answer:");
        calls.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(each -> out.printf("  %,8d  %s%n", each.getValue(), each.getKey()));
        for (var victim : Plan.Victim.values()) {
            recovery(out, victim, recoveries.stream().filter(one -> one.victim() == victim).toList());
        }
        out.printf("recoveries beyond their limits: %d of %d%n",
                recoveries.stream().filter(one -> !one.withinLimits()).count(), recoveries.size());
        findings.forEach(out::println);
    }

    private static void recovery(PrintStream out, Plan.Victim victim, List<Recovery> some) {
        if (some.isEmpty()) {
            return;
        }
        var drained = some.stream().filter(one -> one.drained() >= 0).toList();
        out.printf("%-8s killed %d times: serving again p50 %.1f s, max %.1f s; drained p50 %.1f s, max %.1f s (%d watched to the end)%n",
                victim, some.size(), percentile(some, Recovery::serving, 0.5), percentile(some, Recovery::serving, 1),
                percentile(drained, Recovery::drained, 0.5), percentile(drained, Recovery::drained, 1), drained.size());
    }

    private static double percentile(List<Recovery> some, ToDoubleFunction<Recovery> of, double part) {
        var sorted = some.stream().mapToDouble(of).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1];
    }
}
