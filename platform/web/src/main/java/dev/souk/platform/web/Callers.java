package dev.souk.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/// Tells from a token who calls. A token is checked once and then known until it expires.
final class Callers implements AuthenticationManager {
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final NimbusJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfter(Expiry.<String, Known>creating((_, caller) -> caller.left()))
            .build();

    Callers(SigningKey key, Clock clock) {
        this.clock = clock;
        this.decoder = NimbusJwtDecoder.withPublicKey(key.publicKey())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
        var timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                timestamps,
                new JwtIssuerValidator(TokenMint.ISSUER),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(TokenMint.AUDIENCE)))));
    }

    /// Who makes the present request.
    static Caller current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Known known ? known.caller() : Caller.GUEST;
    }

    @Override
    public Authentication authenticate(Authentication authentication) throws AuthenticationException {
        if (!(authentication instanceof BearerTokenAuthenticationToken bearer)) {
            throw new InvalidBearerTokenException("not a bearer token");
        }
        return known.get(bearer.getToken(), this::check);
    }

    private Known check(String token) {
        try {
            var jwt = decoder.decode(token);
            var subject = Journey.uuid(jwt.getSubject());
            if (subject == null) {
                throw new InvalidBearerTokenException("the subject is not a UUID");
            }
            var expires = Objects.requireNonNull(jwt.getExpiresAt());
            return new Known(new Caller(subject, roles(jwt)), expires, Duration.between(clock.instant(), expires.plus(SKEW)));
        } catch (JwtException | ClassCastException e) {
            throw new InvalidBearerTokenException("The token is not valid", e);
        }
    }

    /// Roles of a later version are not an error, they only open nothing here.
    private static EnumSet<Role> roles(Jwt jwt) {
        var roles = EnumSet.noneOf(Role.class);
        var names = jwt.getClaimAsStringList("roles");
        for (var role : Role.values()) {
            if (names != null && names.contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }

    /// A caller whose token was found good.
    private record Known(Caller caller, Instant expires, Duration left) implements Authentication {
        private static final long serialVersionUID = 1L;

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return List.of();
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getDetails() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return caller;
        }

        @Override
        public boolean isAuthenticated() {
            return true;
        }

        @Override
        public void setAuthenticated(boolean authenticated) {
            throw new IllegalArgumentException("a caller stays what the token says");
        }

        @Override
        public String getName() {
            return String.valueOf(caller.subject());
        }
    }
}
