package dev.souk.identity;

import dev.souk.contracts.identity.CreateIdentity;
import dev.souk.contracts.identity.IssueOneTimeLink;
import dev.souk.identity.secrets.Totp;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Identity under test, with words for what happens at its door. The hash is cheap here.
final class Door {
    static final String PASSWORD = "correct horse battery staple";
    static final URI HERE = URI.create("https://souk.example");

    final TestPlatform souk;

    Door() {
        this(false);
    }

    Door(boolean limited) {
        souk = TestPlatform.of(
                new IdentityContext(new Place(() -> HERE, "Souk", false, limited)),
                Map.of("identity.argon2.memory-kib", "64", "identity.argon2.passes", "1"));
    }

    Outcome<UUID> register(UUID id, String email, String password) {
        return souk.handle(new CreateIdentity(id, new Secret(email), new Secret(password)));
    }

    UUID ada() {
        var id = UUID.randomUUID();
        register(id, "ada@shop.example", PASSWORD);
        return id;
    }

    TestAnswer signIn(String email, String password, @Nullable String code) {
        return guest("POST", "/oauth/token", new dev.souk.identity.http.TokenRoutes.SignInRequest(
                new Secret(email), new Secret(password), code == null ? null : new Secret(code)));
    }

    TestAnswer signIn() {
        return signIn("ada@shop.example", PASSWORD, null);
    }

    TestAnswer guest(String method, String path, @Nullable Object body) {
        return souk.call(Caller.GUEST, method, path, body);
    }

    TestAnswer refresh(String token) {
        return souk.call(Caller.GUEST, "POST", "/oauth/refresh", null, Map.of("Cookie", "__Host-souk-refresh=" + token));
    }

    static String refreshToken(TestAnswer answer) {
        return answer.cookies().getFirst().value();
    }

    static JWTClaimsSet claims(TestAnswer answer) {
        try {
            return SignedJWT.parse(answer.body(dev.souk.identity.http.TokenRoutes.TokenAnswer.class).accessToken()).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /// The caller that a token makes.
    Caller caller(TestAnswer answer, Role... more) {
        try {
            var claims = claims(answer);
            var roles = EnumSet.of(Role.CUSTOMER, more);
            return new Caller(UUID.fromString(claims.getSubject()), roles, new Caller.Session(
                    UUID.fromString(claims.getStringClaim("sid")), souk.clock().instant(), Set.of(), Set.of(), Set.of()));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /// The token in the mail about `ref`.
    String mailed(UUID ref) {
        return switch (souk.handle(new IssueOneTimeLink(ref))) {
            case Outcome.Done<IssueOneTimeLink.Link>(var link) -> link.url().reveal().replaceAll(".*token=", "");
            case Outcome.Refused<IssueOneTimeLink.Link>(var why) -> throw new AssertionError(why.code());
        };
    }

    String code(String secret) {
        return new Totp().code(secret, souk.clock().instant());
    }
}
