package dev.souk.app;

import dev.souk.identity.secrets.Totp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What an authenticator app would show, for those who only want to look at the demo shop.
@Command(
        name = "staff",
        description = "Prints address, password and this moment's code of everybody on the demo shop's staff. A code is taken"
                + " once and lasts up to a minute.",
        mixinStandardHelpOptions = true)
final class StaffCommand implements Callable<Integer> {
    private static final int COLUMNS = 3;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Data directory (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws IOException {
        var file = data.resolve(DemoStaff.FILE);
        if (!Files.exists(file)) {
            throw new StartException("no demo staff works on " + data.toAbsolutePath() + "; start the demo shop first (souk up)");
        }
        var totp = new Totp();
        var now = Instant.now();
        for (var line : Files.readAllLines(file)) {
            var columns = line.split("\\s+", -1);
            if (!line.startsWith("#") && columns.length == COLUMNS) {
                System.out.printf("%-36s %s  %s%n", columns[0], columns[1], totp.code(columns[2], now));
            }
        }
        return 0;
    }
}
