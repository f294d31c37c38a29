package dev.souk.app.operations;

import dev.souk.platform.postgres.Checked;
import dev.souk.platform.postgres.Platform;
import dev.souk.standin.payment.Balance;
import dev.souk.standin.payment.ProviderStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What every context says of its own books, and whether the books of neighbours agree. Each context is asked for its
/// sums; nobody looks into another's tables. While something is under way two contexts are at two moments, so what
/// does not agree is asked for again.
final class Conservation {
    private static final int LOOKS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(700);

    private final Platform platform;
    private final Optional<ProviderStandIn> provider;

    Conservation(Platform platform, Optional<ProviderStandIn> provider) {
        this.platform = platform;
        this.provider = provider;
    }

    /// @param unit a currency, or empty
    public record Figure(String name, String unit, long value) {}

    /// @param verdict HOLDS; MOVING when two contexts differ and still change; BROKEN
    public record Finding(
            String name, String context, String verdict, List<Figure> figures, long differing, @Nullable String example,
            long tookMs) {
        static Finding of(Checked checked) {
            return new Finding(
                    checked.name(), checked.context(), checked.differing() == 0 ? "HOLDS" : "BROKEN",
                    checked.sums().stream().map(sum -> new Figure(sum.figure(), sum.unit(), sum.value())).toList(),
                    checked.differing(), checked.example(), checked.took().toMillis());
        }
    }

    public record Report(Instant at, long tookMs, List<Finding> findings) {
        long broken() {
            return findings.stream().filter(one -> one.verdict().equals("BROKEN")).count();
        }
    }

    Report run() throws InterruptedException {
        long begun = System.nanoTime();
        var findings = new ArrayList<>(platform.contexts().stream()
                .flatMap(context -> context.check(_ -> true).stream())
                .map(Finding::of)
                .toList());
        findings.add(compared("money", this::money));
        findings.add(compared("units", this::units));
        findings.removeIf(one -> one.figures().isEmpty());
        return new Report(Instant.now(), Duration.ofNanos(System.nanoTime() - begun).toMillis(), findings);
    }

    @FunctionalInterface
    private interface Sides {
        List<Figure> look();
    }

    private Finding compared(String name, Sides sides) throws InterruptedException {
        long begun = System.nanoTime();
        var before = sides.look();
        var moving = false;
        for (int look = 1; look < LOOKS && differing(before) > 0; look++) {
            Thread.sleep(BETWEEN);
            var now = sides.look();
            moving = !now.equals(before);
            before = now;
        }
        long differing = differing(before);
        var verdict = differing == 0 ? "HOLDS" : moving ? "MOVING" : "BROKEN";
        return new Finding(
                name, "platform", verdict, before, differing, null, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /// Units of which not all sides say the same.
    private static long differing(List<Figure> figures) {
        var byUnit = new TreeMap<String, Long>();
        return figures.stream()
                .filter(figure -> {
                    var first = byUnit.putIfAbsent(figure.unit(), figure.value());
                    return first != null && first != figure.value();
                })
                .map(Figure::unit)
                .distinct()
                .count();
    }

    /// Taken and not given back, as orders, payments and the provider know it.
    private List<Figure> money() {
        var sides = new TreeMap<String, Map<String, Long>>();
        sides.put("orders", sums("order", "totals", "kept"));
        sides.put("payments", sums("payment", "postings", "kept"));
        provider.ifPresent(one -> sides.put("provider", kept(one.balances())));
        return lined(sides);
    }

    /// Units of orders that stand, and those promised to them for good.
    private List<Figure> units() {
        var sides = new TreeMap<String, Map<String, Long>>();
        sides.put("ordered", sums("order", "units", "standing"));
        sides.put("committed", sums("inventory", "reservations", "committed"));
        return lined(sides);
    }

    private static Map<String, Long> kept(List<Balance> balances) {
        var kept = new TreeMap<String, Long>();
        balances.forEach(balance -> kept.merge(balance.currency(), balance.captured() - balance.refunded(), Long::sum));
        return kept;
    }

    private Map<String, Long> sums(String context, String check, String figure) {
        var sums = new TreeMap<String, Long>();
        platform.contexts().stream()
                .filter(one -> one.name().equals(context))
                .flatMap(one -> one.check(check::equals).stream())
                .flatMap(checked -> checked.sums().stream())
                .filter(sum -> sum.figure().equals(figure))
                .forEach(sum -> sums.merge(sum.unit(), sum.value(), Long::sum));
        return sums;
    }

    /// Every side in every unit; one that knows nothing of a unit has nothing in it.
    private static List<Figure> lined(Map<String, Map<String, Long>> sides) {
        var units = sides.values().stream().flatMap(side -> side.keySet().stream()).sorted().distinct().toList();
        var figures = new ArrayList<Figure>();
        for (var unit : units) {
            sides.forEach((side, sums) -> figures.add(new Figure(side, unit, sums.getOrDefault(unit, 0L))));
        }
        return figures;
    }
}
