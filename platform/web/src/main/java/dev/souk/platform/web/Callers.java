package dev.souk.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.souk.platform.route.Caller;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/// Tells from a token who calls. A token is checked once and then known until it expires; whether its session has ended
/// is looked up each time.
final class Callers implements AuthenticationManager {
    private static final Duration SKEW = Duration.ofSeconds(5);
    /// Access tokens are `at+jwt` (RFC 9068) or plain; id tokens and others are not meant for us.
    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt", "jwt");

    private final List<Issuer> issuers;
    private final Clock clock;
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfter(Expiry.<String, Known>creating((_, caller) -> caller.left()))
            .build();

    Callers(List<Issuer> issuers, Clock clock) {
        this.issuers = List.copyOf(issuers);
        this.clock = clock;
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
        var found = known.get(bearer.getToken(), this::check);
        var session = found.caller().session().id();
        if (session != null && found.issuer().ended(session)) {
            throw new InvalidBearerTokenException("the session has ended");
        }
        return found;
    }

    private Known check(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            var issuer = issuer(claims);
            if (issuer == null || !signedBy(issuer, jwt)) {
                throw new InvalidBearerTokenException("not signed by anybody who is believed here");
            }
            var caller = issuer.caller(claims);
            if (caller == null) {
                throw new InvalidBearerTokenException("the subject is not understood");
            }
            var expires = good(claims, issuer);
            return new Known(caller, issuer, expires, Duration.between(clock.instant(), expires.plus(SKEW)));
        } catch (ParseException | JOSEException | RuntimeException e) {
            throw e instanceof InvalidBearerTokenException known ? known : new InvalidBearerTokenException("The token is not valid", e);
        }
    }

    private @Nullable Issuer issuer(JWTClaimsSet claims) {
        return issuers.stream().filter(each -> each.name().equals(claims.getIssuer())).findFirst().orElse(null);
    }

    /// The algorithm is ours to say, never the token's.
    private static boolean signedBy(Issuer issuer, SignedJWT jwt) throws JOSEException {
        var header = jwt.getHeader();
        var type = header.getType();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || (type != null && !TYPES.contains(type.getType().toLowerCase(java.util.Locale.ROOT)))) {
            return false;
        }
        var key = issuer.key(header.getKeyID());
        return key != null && jwt.verify(new RSASSAVerifier(key));
    }

    private Instant good(JWTClaimsSet claims, Issuer issuer) {
        var now = clock.instant();
        var expires = Objects.requireNonNull(claims.getExpirationTime(), "exp").toInstant();
        Date from = claims.getNotBeforeTime();
        if (now.isAfter(expires.plus(SKEW)) || (from != null && now.isBefore(from.toInstant().minus(SKEW)))
                || !claims.getAudience().contains(issuer.audience())) {
            throw new InvalidBearerTokenException("expired, early, or for somebody else");
        }
        return expires;
    }

    /// A caller whose token was found good.
    private record Known(Caller caller, Issuer issuer, Instant expires, Duration left) implements Authentication {
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
