package dev.souk.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.souk.platform.route.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;

/// Makes tokens with the installation's own key, until there is an identity context to sign in at.
public final class TokenMint {
    static final String ISSUER = "souk";
    static final String AUDIENCE = "souk";

    private final RSASSASigner signer;
    private final Clock clock;

    public TokenMint(SigningKey key, Clock clock) {
        this.signer = new RSASSASigner(key.privateKey());
        this.clock = clock;
    }

    public String mint(UUID subject, Collection<Role> roles, Duration life) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject.toString())
                .claim("roles", roles.stream().map(Role::name).toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
