package dev.souk.bench.torture;

import dev.souk.platform.route.Role;
import dev.souk.platform.web.SigningKey;
import dev.souk.platform.web.TokenMint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who comes to the shop: guests, a few dozen customers again and again, support and finance.
final class Crowd {
    private static final Duration DAY = Duration.ofHours(12);

    private final TokenMint mint;
    private final int port;
    private final CallLog log;
    private final Deeds deeds;
    private final List<UUID> customers = Stream.generate(UUID::randomUUID).limit(40).toList();
    private final ConcurrentHashMap<UUID, String> tokens = new ConcurrentHashMap<>();
    private final String support;
    private final String finance;

    Crowd(Path data, int port, CallLog log, Deeds deeds) {
        this.mint = new TokenMint(SigningKey.in(data), Clock.systemUTC());
        this.port = port;
        this.log = log;
        this.deeds = deeds;
        this.support = token(List.of(Role.SUPPORT));
        this.finance = token(List.of(Role.FINANCE));
    }

    private String token(Collection<Role> roles) {
        return mint.mint(UUID.randomUUID(), roles, DAY);
    }

    Caller guest(String who, SplittableRandom random) {
        return caller(who, null, random);
    }

    Caller customer(String who, SplittableRandom random) {
        var id = customers.get(random.nextInt(customers.size()));
        var token = tokens.computeIfAbsent(id, one -> mint.mint(one, List.of(Role.CUSTOMER), DAY));
        return caller(who, token, random);
    }

    Caller support(SplittableRandom random) {
        return caller("support", support, random);
    }

    Caller finance(SplittableRandom random) {
        return caller("finance", finance, random);
    }

    Caller shopkeeper(SplittableRandom random) {
        return caller("shopkeeper", token(List.of(Role.ADMIN, Role.MERCHANDISER, Role.WAREHOUSE, Role.MARKETING)), random);
    }

    Caller caller(String who, @Nullable String token, SplittableRandom random) {
        return new Caller(port, who, token, random, log, deeds);
    }
}
