package dev.souk.bench;

import dev.souk.platform.route.Role;
import dev.souk.platform.web.SigningKey;
import dev.souk.platform.web.TokenMint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Tokens for drivers that run beside the platform and may read its key.
public final class Tokens {
    private Tokens() {}

    public static String admin(Path data) {
        return of(data, List.of(Role.ADMIN, Role.MERCHANDISER, Role.WAREHOUSE, Role.FINANCE, Role.MARKETING));
    }

    public static String of(Path data, List<Role> roles) {
        return of(data, UUID.randomUUID(), roles);
    }

    /// For somebody who comes back: idempotency keys are known by their caller.
    public static String of(Path data, UUID subject, List<Role> roles) {
        return new TokenMint(SigningKey.in(data), Clock.systemUTC()).mint(subject, roles, Duration.ofHours(12));
    }
}
