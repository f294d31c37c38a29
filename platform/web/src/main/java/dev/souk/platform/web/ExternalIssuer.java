package dev.souk.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// An OpenID provider elsewhere: its keys by discovery, its groups read as roles. Sessions end with their tokens.
public final class ExternalIssuer implements Issuer {
    private static final Logger LOG = LoggerFactory.getLogger(ExternalIssuer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /// How often it is asked about a key that nobody knows.
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
    private static final int LARGEST = 256 * 1024;

    /// @param name `iss`, and where `/.well-known/openid-configuration` is
    /// @param rolesClaim where the groups stand; dots lead into objects (`realm_access.roles`)
    /// @param roles group to role; a group that is not named counts when it has the name of a role
    public record Settings(String name, String audience, String rolesClaim, Map<String, Role> roles) {}

    private final Settings settings;
    private final Clock clock;
    private final Map<String, RSAPublicKey> keys = new ConcurrentHashMap<>();
    private volatile Instant asked = Instant.MIN;

    public ExternalIssuer(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String audience() {
        return settings.audience();
    }

    @Override
    public @Nullable RSAPublicKey key(@Nullable String kid) {
        var name = kid == null ? "" : kid;
        var there = keys.get(name);
        return there != null ? there : asked(name);
    }

    private synchronized @Nullable RSAPublicKey asked(String kid) {
        var there = keys.get(kid);
        if (there != null || asked.plus(ASK_AGAIN).isAfter(clock.instant())) {
            return there;
        }
        asked = clock.instant();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var discovery = fetch(client, URI.create(settings.name() + "/.well-known/openid-configuration"));
            if (!settings.name().equals(discovery.path("issuer").asString(""))) {
                throw new IOException("the provider calls itself " + discovery.path("issuer"));
            }
            var set = JWKSet.parse(fetch(client, URI.create(discovery.path("jwks_uri").asString(""))).toString());
            keys.clear();
            for (var key : set.getKeys()) {
                if (key instanceof RSAKey rsa) {
                    keys.put(rsa.getKeyID() == null ? "" : rsa.getKeyID(), rsa.toRSAPublicKey());
                }
            }
        } catch (IOException | ParseException | JOSEException | RuntimeException e) {
            LOG.warn("the keys of {} cannot be read: {}", settings.name(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return keys.get(kid);
    }

    private static JsonNode fetch(HttpClient client, URI address) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(address + " answered " + answer.statusCode());
            }
            return Json.MAPPER.readTree(new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8));
        }
    }

    /// A subject that is no UUID gets one, the same each time.
    @Override
    public @Nullable Caller caller(JWTClaimsSet claims) {
        var subject = claims.getSubject();
        if (subject == null) {
            return null;
        }
        var id = Journey.uuid(subject);
        var who = id != null ? id : UUID.nameUUIDFromBytes((settings.name() + " " + subject).getBytes(StandardCharsets.UTF_8));
        var methods = claims.getClaim("amr") instanceof Collection<?> some
                ? some.stream().map(String::valueOf).collect(java.util.stream.Collectors.toUnmodifiableSet())
                : Set.<String>of();
        return new Caller(who, roles(claims), new Caller.Session(null, Claims.signedInAt(claims), methods, Set.of(), Set.of()));
    }

    private Set<Role> roles(JWTClaimsSet claims) {
        Object found = claims.getClaims();
        for (var step : settings.rolesClaim().split("\\.", -1)) {
            found = found instanceof Map<?, ?> map && map.get(step) != null ? map.get(step) : List.of();
        }
        var groups = found instanceof Collection<?> some ? some.stream().map(String::valueOf).toList() : List.of(found.toString());
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(Claims.roles(groups));
        groups.stream().filter(settings.roles()::containsKey).forEach(group -> roles.add(settings.roles().get(group)));
        return roles;
    }

    @Override
    public boolean ended(UUID session) {
        return false;
    }
}
