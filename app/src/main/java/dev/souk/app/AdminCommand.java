package dev.souk.app;

import dev.souk.contracts.identity.AppointAdministrator;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes one of the first two administrators of a platform that is not running.
@Command(
        name = "admin",
        description = "Makes one of the first two administrators; the platform must not be running on the data directory.",
        mixinStandardHelpOptions = true)
final class AdminCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EMAIL", description = "Who it is")
    private String email = "";

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Data directory (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--config", paramLabel = "FILE", description = "Settings, one name=value a line, as for souk up")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "One setting; wins over --config")
    private Map<String, String> settings = Map.of();

    @Override
    public Integer call() {
        var all = new HashMap<>(SettingsFile.read(file));
        all.putAll(settings);
        all.putIfAbsent("souk.shop.address", "http://127.0.0.1:8080");
        try (var shop = Shop.open(new ShopConfig(data, "127.0.0.1", 0, List.of("identity"), all))) {
            var asked = shop.platform().bus().call(new AppointAdministrator(new Secret(email)), Cause.system(UUID.randomUUID()));
            switch (asked) {
                case Outcome.Refused<AppointAdministrator.Appointed>(var why) -> throw new StartException(why.detail());
                case Outcome.Done<AppointAdministrator.Appointed>(var made) ->
                    System.out.println("souk: start the platform, then open this link before " + made.expiresAt() + " to set the password:\n"
                            + made.url().reveal());
            }
        }
        return 0;
    }
}
