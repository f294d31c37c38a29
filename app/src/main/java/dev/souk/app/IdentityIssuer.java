package dev.souk.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.souk.contracts.identity.GetJwks;
import dev.souk.contracts.identity.ListEndedSessions;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.route.Caller;
import dev.souk.platform.web.Claims;
import dev.souk.platform.web.Issuer;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The identity context as the edge believes it: its keys and the sessions that have ended, asked for over the bus.
final class IdentityIssuer implements Issuer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityIssuer.class);
    /// How long a token of an ended session is still taken, at most.
    private static final Duration LOOK = Duration.ofSeconds(5);
    /// How often identity is asked about a key that nobody knows: anybody can send such a token.
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final CompletableFuture<URI> address;
    private final Clock clock;
    private final CompletableFuture<Bus> bus = new CompletableFuture<>();
    private final Map<String, RSAPublicKey> keys = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ended-sessions").factory());
    private volatile Set<UUID> ended = Set.of();
    private volatile Instant asked = Instant.MIN;

    IdentityIssuer(CompletableFuture<URI> address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /// Identity can be asked from now on.
    void ask(Bus open) {
        bus.complete(open);
        var _ = watch.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            ended = bus.join().ask(new ListEndedSessions());
        } catch (Bus.ContextAbsent e) {
            watch.shutdown();
        } catch (RuntimeException e) {
            LOG.warn("which sessions have ended cannot be read: {}", e.toString());
        }
    }

    @Override
    public String name() {
        return address.isDone() ? address.join().toString() : "";
    }

    @Override
    public String audience() {
        return "souk";
    }

    @Override
    public @Nullable RSAPublicKey key(@Nullable String kid) {
        if (kid == null) {
            return null;
        }
        var there = keys.get(kid);
        return there != null ? there : asked(kid);
    }

    private synchronized @Nullable RSAPublicKey asked(String kid) {
        var there = keys.get(kid);
        if (there != null || !bus.isDone() || asked.plus(ASK_AGAIN).isAfter(clock.instant())) {
            return there;
        }
        asked = clock.instant();
        try {
            keys.clear();
            for (var key : bus.join().ask(new GetJwks()).keys()) {
                keys.put(key.kid(), new RSAKey.Builder(new Base64URL(key.n()), new Base64URL(key.e())).build().toRSAPublicKey());
            }
        } catch (JOSEException | Bus.ContextAbsent e) {
            LOG.debug("no keys of identity", e);
        }
        return keys.get(kid);
    }

    @Override
    public @Nullable Caller caller(JWTClaimsSet claims) throws ParseException {
        return Claims.caller(claims);
    }

    @Override
    public boolean ended(UUID session) {
        return ended.contains(session);
    }

    @Override
    public void close() {
        watch.shutdown(); // what is being asked may end: an interrupt would cost the connection
    }
}
