package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Check;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one look at a check said.
///
/// @param differing how many things do not agree
/// @param example one of them
public record Checked(
        String context, String name, List<Sum> sums, long differing, @Nullable String example, Duration took) {
    /// Whole tables are added up, which the plans of a shop at work would do row by row along an index.
    private static final List<String> PLANS = List.of(
            "set transaction isolation level repeatable read read only",
            "set local enable_seqscan = on",
            "set local enable_hashjoin = on",
            "set local enable_mergejoin = on",
            "set local plan_cache_mode = force_custom_plan",
            "set local statement_timeout = '60s'");

    public Checked {
        sums = List.copyOf(sums);
    }

    /// @param unit a currency, or empty
    public record Sum(String figure, String unit, long value) {}

    private record Part(List<Sum> sums, long differing, @Nullable String example) {}

    static Checked run(ContextDatabase database, Check check) {
        long begun = System.nanoTime();
        var parts = database.write(Cause.system(Ids.next()), tx -> parts(tx, check));
        var sums = new ArrayList<Sum>();
        parts.forEach(part -> sums.addAll(part.sums()));
        return new Checked(
                database.context(),
                check.name(),
                sums,
                parts.stream().mapToLong(Part::differing).sum(),
                parts.stream().flatMap(part -> Stream.ofNullable(part.example())).findFirst().orElse(null),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private static List<Part> parts(Tx tx, Check check) {
        PLANS.forEach(plan -> tx.sql(plan).update());
        return tx.sql(check.sql()).list(row -> part(row, check));
    }

    private static Part part(Row row, Check check) {
        var unit = row.text("unit");
        return new Part(
                check.figures().stream().map(figure -> new Sum(figure, unit, row.bigint(figure))).toList(),
                row.bigint("differing"),
                row.textOrNull("example"));
    }
}
