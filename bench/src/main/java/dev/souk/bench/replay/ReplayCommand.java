package dev.souk.bench.replay;

import dev.souk.bench.Tokens;
import dev.souk.bench.check.Conservation;
import dev.souk.bench.measure.Target;
import dev.souk.platform.route.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `souk replay FILE`.
@Command(
        name = "replay",
        description = "Play the orders of an Online Retail file through a running platform.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "CSV, or CSV compressed with gzip.")
    private Path file = Path.of("");

    @Option(names = "--data", description = "Data directory of the running platform (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--concurrency", description = "Clerks at the sales desk (default: ${DEFAULT-VALUE}).")
    private int concurrency = 16;

    @Option(names = "--run", description = "Name of this replay; another name makes other orders (default: the file's name).")
    private @Nullable String run;

    @Option(names = "--report", description = "Where to write what is not an order (default: FILE.report.csv in the current directory).")
    private @Nullable Path report;

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(file)) {
            throw new IOException(file + " cannot be read");
        }
        var name = file.getFileName().toString();
        var sales = SalesFile.read(file);
        var named = run == null ? name : run;
        // the same clerk after a restart, or the keys of the steps done before would be another's
        var token = Tokens.of(
                data, SalesDesk.id("clerk", named), List.of(Role.SUPPORT, Role.ADMIN, Role.MERCHANDISER, Role.WAREHOUSE, Role.FINANCE));
        var reportTo = report == null ? Path.of(name + ".report.csv") : report;
        var replay = new Replay(data, token, named, concurrency, Path.of(reportTo + ".progress"));
        System.out.printf("%s: %,d rows, %,d invoices with %,d usable rows%n", name, sales.rows(), sales.invoices().size(), sales.lines());
        long begun = System.nanoTime();
        replay.stock(sales);
        var ended = replay.orders(sales);
        double seconds = (System.nanoTime() - begun) / 1e9;
        var leftOut = Replay.report(sales, ended, reportTo);
        boolean equal = compare(sales, ended);
        System.out.printf("not orders: %s (%s)%ntook %.1f s%n", leftOut, reportTo, seconds);
        var conserved = Conservation.of(Target.await(data, SalesDesk.PATIENCE)).awaitSettled();
        conserved.print(System.out);
        return equal && conserved.holds() ? 0 : 1;
    }

    private Conservation.Orders sums(List<String> orderIds) throws IOException, InterruptedException, SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return Conservation.ordersOf(Target.await(data, SalesDesk.PATIENCE), orderIds);
            } catch (SQLException e) {
                if (tries == 60) {
                    throw e;
                }
                Thread.sleep(500);
            }
        }
    }

    private boolean compare(SalesFile sales, List<SalesDesk.Ended> ended) throws Exception {
        long placed = ended.stream().filter(one -> !one.orderId().isEmpty()).count();
        var sums = sums(ended.stream().map(SalesDesk.Ended::orderId).filter(id -> !id.isEmpty()).toList());
        System.out.printf("%-22s %15s %15s%n", "", "file", "platform");
        var rows = Map.of(
                "invoices placed", new long[] {sales.invoices().size(), sums.orders()},
                "order lines", new long[] {sales.cartLines(), sums.lines()},
                "units", new long[] {sales.units(), sums.units()},
                "revenue, pence", new long[] {sales.revenue(), sums.total()});
        boolean equal = true;
        for (var what : List.of("invoices placed", "order lines", "units", "revenue, pence")) {
            var pair = rows.getOrDefault(what, new long[2]);
            boolean same = pair[0] == pair[1];
            equal &= same;
            System.out.printf("%-22s %,15d %,15d  %s%n", what, pair[0], pair[1], same ? "equal" : "DIFFERENT");
        }
        System.out.printf("%-22s %15s %,15d%n", "refused", "", ended.size() - placed);
        System.out.printf("(an order line adds up equal article and price; the file has %,d usable rows)%n", sales.lines());
        return equal;
    }
}
