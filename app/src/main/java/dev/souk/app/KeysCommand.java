package dev.souk.app;

import dev.souk.platform.postgres.Audit;
import dev.souk.platform.postgres.vault.Rotation;
import dev.souk.platform.postgres.vault.VaultException;
import dev.souk.platform.postgres.vault.VaultPlace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What can be done with the keys of an installation.
@Command(
        name = "keys",
        description = "Keys of an installation.",
        subcommands = KeysCommand.Rotate.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {
    /// Wraps all personal keys with a new master key.
    @Command(
            name = "rotate",
            description = "Puts a new master key in the place of the old one: all personal keys are wrapped again, then the"
                    + " old master key leaves its file for good. The platform may run meanwhile, or be stopped."
                    + " Interrupted, run it again.",
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {
        @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Data directory (default: ${DEFAULT-VALUE})")
        private Path data = Path.of("data");

        @Option(names = "--config", paramLabel = "FILE", description = "Settings, one name=value a line, as for souk up")
        private @Nullable Path file;

        @Option(names = "--set", paramLabel = "NAME=VALUE", description = "One setting; wins over --config")
        private Map<String, String> settings = Map.of();

        @Override
        public Integer call() throws SQLException {
            var all = new HashMap<>(SettingsFile.read(file));
            all.putAll(settings);
            var config = new ShopConfig(data, "127.0.0.1", 0, List.of(), all);
            config.requireKnown(Contexts.names());
            try (var here = Installation.of(data)) {
                var place = new VaultPlace(here.address("vault"), config.masterKey());
                var done = Rotation.run(place, Clock.systemUTC(), Rotate::told);
                record(here);
                System.out.println("souk: " + done.rewrapped() + " personal keys are wrapped by a new master key in "
                        + place.masterKey() + "; " + (done.forgotten() == 1 ? "the old one is" : done.forgotten() + " old ones are")
                        + " gone. Back that file up now: backups of the databases from before need the file of their time.");
            } catch (VaultException e) {
                throw new StartException(String.valueOf(e.getMessage()), e);
            }
            return 0;
        }

        private static void told(long keys) {
            if (keys % 100_000 == 0) {
                System.out.println("souk: " + keys + " personal keys so far");
            }
        }

        private static void record(Installation here) throws SQLException {
            if (here.databases().contains("customer")) {
                try (var session = here.open("customer")) {
                    Audit.note(session, "ROTATE_KEYS", "master key");
                }
            }
        }
    }
}
