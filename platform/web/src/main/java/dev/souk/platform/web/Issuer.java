package dev.souk.platform.web;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.souk.platform.route.Caller;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody whose signed tokens the edge believes.
public interface Issuer {
    /// What stands as `iss` in its tokens.
    String name();

    /// What has to be among the `aud` of its tokens.
    String audience();

    /// The key of that name, null when there is none. Asked for each new token, so it answers from memory, and asks the
    /// issuer only now and then about a name that it does not know.
    ///
    /// @param kid null when the token names none
    @Nullable RSAPublicKey key(@Nullable String kid);

    /// Who the token is about; null when it says nothing that can be understood here.
    @Nullable Caller caller(JWTClaimsSet claims) throws ParseException;

    /// The key file of a data directory, for development.
    static Issuer of(SigningKey key) {
        return new InstallationIssuer(key);
    }

    /// Whether a session ended before the tokens of it have expired. Asked at every request.
    boolean ended(UUID session);
}
