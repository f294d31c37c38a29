package dev.souk.identity.secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes signed tokens: access tokens in the form of RFC 9068, and id tokens.
public final class Tokens {
    public static final Duration ACCESS = Duration.ofMinutes(15);
    public static final String AUDIENCE = "souk";
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final KeyRing keys;
    private final Supplier<URI> issuer;

    public Tokens(KeyRing keys, Supplier<URI> issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    public String issuer() {
        return issuer.get().toString();
    }

    public KeyRing keys() {
        return keys;
    }

    /// @param claims without issuer, audience, times and id, which are added
    public String access(JWTClaimsSet.Builder claims, Instant now) {
        return signed(ACCESS_TOKEN, claims.audience(AUDIENCE), now);
    }

    public String id(JWTClaimsSet.Builder claims, Instant now) {
        return signed(JOSEObjectType.JWT, claims, now);
    }

    /// The claims of a token that we signed, expired or not.
    public Optional<JWTClaimsSet> claims(String token, Instant now) {
        try {
            var jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
                return Optional.empty();
            }
            for (var key : keys.published(now)) {
                if (key.getKeyID().equals(jwt.getHeader().getKeyID()) && jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()))) {
                    return Optional.of(jwt.getJWTClaimsSet()).filter(claims -> issuer().equals(claims.getIssuer()));
                }
            }
            return Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private String signed(JOSEObjectType type, JWTClaimsSet.Builder claims, Instant now) {
        var signer = keys.signer(now);
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(signer.kid()).build();
        var token = new SignedJWT(header, claims
                .issuer(issuer())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ACCESS)))
                .jwtID(RandomToken.of(12))
                .build());
        try {
            token.sign(signer.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
