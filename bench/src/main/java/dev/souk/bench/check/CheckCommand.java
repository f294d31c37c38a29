package dev.souk.bench.check;

import dev.souk.bench.measure.Target;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `souk check`: the invariants of a running platform.
@Command(
        name = "check",
        description = "Check the books of a running platform: money, stock, checkouts, journals, roles.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    @Option(names = "--data", description = "Data directory of the running platform (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws Exception {
        var checked = Conservation.of(Target.of(data)).awaitSettled();
        checked.print(System.out);
        return checked.holds() ? 0 : 1;
    }
}
