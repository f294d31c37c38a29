package dev.souk.bench.check;

import dev.souk.bench.measure.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// All checks of a platform's books, run after things have settled.
public final class Conservation {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long STILL = Duration.ofSeconds(5).toNanos();

    private Target target;
    private List<Finding> findings = List.of();

    private Conservation(Target target) {
        this.target = target;
    }

    public static Conservation of(Target target) {
        return new Conservation(target);
    }

    /// Checks again and again until everything holds, and what is open has stood still for a while (it waits for a person
    /// or for its next try), or patience is over: events may still be on their way.
    public Conservation awaitSettled() throws SQLException, IOException, InterruptedException {
        return awaitSettled(PATIENCE);
    }

    /// The same with another patience.
    public Conservation awaitSettled(Duration patience) throws SQLException, IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        checkUntil(deadline);
        var open = open();
        long since = System.nanoTime();
        while (System.nanoTime() < deadline && !(holds() && (open.isEmpty() || System.nanoTime() - since > STILL))) {
            Thread.sleep(500);
            checkUntil(deadline);
            if (!open.equals(open())) {
                open = open();
                since = System.nanoTime();
            }
        }
        return this;
    }

    private List<String> open() {
        return findings.stream().flatMap(finding -> finding.open().stream()).toList();
    }

    /// A platform that dies under the checker's hands comes back, perhaps elsewhere.
    private void checkUntil(long deadline) throws SQLException, IOException, InterruptedException {
        try {
            check();
        } catch (SQLException e) {
            if (System.nanoTime() > deadline) {
                throw e;
            }
            findings = List.of();
            target = Target.await(target.data(), Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    /// Checks once.
    public Conservation check() throws SQLException, IOException {
        try (var databases = new Databases(target)) {
            var all = new ArrayList<Finding>();
            var underWay = UnderWay.read(databases);
            var money = new MoneyChecks(databases, underWay, ProviderLedger.read(target.data()));
            all.add(money.conserved());
            all.add(money.ledgerBalanced());
            all.add(money.nothingLeftOpen());
            all.add(money.withinAuthorization());
            var stock = new StockChecks(databases);
            all.add(stock.conserved());
            all.add(stock.covered());
            all.add(stock.noLeftovers());
            var journals = new JournalChecks(databases);
            all.add(journals.everythingHandled());
            all.add(journals.versionsWithoutGaps());
            var checkouts = new CheckoutChecks(databases, underWay);
            all.add(checkouts.endedOnce());
            all.add(new CouponChecks(databases).withinLimits());
            all.add(new PointChecks(databases).addUp());
            all.add(checkouts.ordersAddUp());
            all.add(RoleChecks.onlyTheirOwn(target));
            all.add(ReadModelChecks.equalTheirRebuild(target));
            findings = List.copyOf(all);
        }
        return this;
    }

    public boolean holds() {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::holds);
    }

    public List<Finding> findings() {
        return findings;
    }

    public void print(PrintStream out) {
        findings.forEach(out::println);
    }

    /// Sums of some orders.
    public record Orders(long orders, long lines, long units, long total) {}

    /// What the platform holds of the given orders, confirmed and not cancelled.
    public static Orders ordersOf(Target target, List<String> orderIds) throws SQLException {
        try (var connection = target.database("souk_order");
                var statement = connection.prepareStatement(
                        """
                        select count(*), coalesce(sum(line_count), 0), coalesce(sum(units), 0), coalesce(sum(total), 0)
                        from orders where order_id = any(?::uuid[]) and status <> 'CANCELLED'
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", orderIds.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Orders(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4));
            }
        }
    }
}
