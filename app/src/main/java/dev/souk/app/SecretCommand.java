package dev.souk.app;

import dev.souk.contracts.identity.IssueClientSecret;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
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

/// Makes a secret for a machine of a platform that is not running; of one that runs, an administrator asks for it.
@Command(
        name = "secret",
        description = "Prints a new secret for a machine client, for example souk-cart; the platform must not be running on the data directory.",
        mixinStandardHelpOptions = true)
final class SecretCommand implements Callable<Integer> {
    /// Whoever has the data directory in hand.
    private static final UUID OPERATOR = new UUID(0, 0);

    @Parameters(paramLabel = "CLIENT", description = "Whose secret")
    private String client = "";

    @Option(names = "--overlap", paramLabel = "SECONDS", defaultValue = "86400",
            description = "How long the former secret is still taken (default: ${DEFAULT-VALUE})")
    private long overlap = 86_400;

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
            switch (shop.platform().bus().call(new IssueClientSecret(client, overlap, OPERATOR), Cause.system(UUID.randomUUID()))) {
                case Outcome.Refused<IssueClientSecret.Issued>(var why) -> throw new StartException(why.detail());
                case Outcome.Done<IssueClientSecret.Issued>(var made) -> {
                    System.out.println(made.secret().reveal());
                    if (made.formerUntil() != null) {
                        System.err.println("souk: the former secret is taken until " + made.formerUntil());
                    }
                }
            }
        }
        return 0;
    }
}
