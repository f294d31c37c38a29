package dev.souk.bench;

import dev.souk.bench.check.CheckCommand;
import dev.souk.bench.replay.ReplayCommand;
import dev.souk.bench.torture.TortureCommand;
import picocli.CommandLine;

/// The programs that stand outside of the platform: bench, replay, check, torture.
@CommandLine.Command(name = "souk", subcommands = {BenchCommand.class, ReplayCommand.class, CheckCommand.class, TortureCommand.class})
public final class Bench {
    private Bench() {}

    static void main(String... args) {
        var line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((e, command, _) -> {
            command.getErr().println("souk: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            return 1;
        });
        System.exit(line.execute(args));
    }
}
