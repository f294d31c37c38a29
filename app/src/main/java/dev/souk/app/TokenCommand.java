package dev.souk.app;

import dev.souk.platform.route.Role;
import dev.souk.platform.web.SigningKey;
import dev.souk.platform.web.TokenMint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Mints a token with the key of a data directory.
@Command(name = "token", description = "Prints a token for one or more roles.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Parameters(arity = "1", split = ",", paramLabel = "ROLE", description = "One role or several: ${COMPLETION-CANDIDATES}")
    private List<Role> roles = List.of();

    @Option(names = "--subject", paramLabel = "UUID", description = "Whose token (default: the sample person of the role)")
    private @Nullable UUID subject;

    @Option(names = "--ttl", defaultValue = "12h", description = "How long it is good: 15m, 12h, 30d (default: ${DEFAULT-VALUE})")
    private String ttl = "12h";

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Data directory (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Override
    public Integer call() {
        if (!DataDirectory.used(data)) {
            throw new StartException("nothing has run on " + data.toAbsolutePath() + " yet; start it first (souk up)");
        }
        if (DataDirectory.isProduction(data)) {
            throw new StartException("tokens of a production platform come from signing in, or from /oauth2/token for machines");
        }
        var mint = new TokenMint(SigningKey.in(data), Clock.systemUTC());
        System.out.println(mint.mint(subject == null ? sample(roles.getFirst()) : subject, roles, life(ttl)));
        return 0;
    }

    /// The same person at every start, so that their orders stay theirs.
    static UUID sample(Role role) {
        return UUID.nameUUIDFromBytes(("sample " + role).getBytes(StandardCharsets.UTF_8));
    }

    private static Duration life(String text) {
        try {
            var amount = Long.parseUnsignedLong(text.substring(0, text.length() - 1));
            return switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(amount);
                case 'm' -> Duration.ofMinutes(amount);
                case 'h' -> Duration.ofHours(amount);
                case 'd' -> Duration.ofDays(amount);
                default -> Duration.parse(text);
            };
        } catch (RuntimeException e) {
            throw new StartException("--ttl is a number with s, m, h or d, for example 12h, not '" + text + "'", e);
        }
    }
}
