package dev.souk.platform.web;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.souk.platform.route.Caller;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The key file of a data directory, for development: who can read the file can be anybody.
record InstallationIssuer(SigningKey key) implements Issuer {
    @Override
    public String name() {
        return TokenMint.ISSUER;
    }

    @Override
    public String audience() {
        return TokenMint.AUDIENCE;
    }

    @Override
    public RSAPublicKey key(@Nullable String kid) {
        return key.publicKey();
    }

    @Override
    public @Nullable Caller caller(JWTClaimsSet claims) throws ParseException {
        return Claims.caller(claims);
    }

    @Override
    public boolean ended(UUID session) {
        return false;
    }
}
