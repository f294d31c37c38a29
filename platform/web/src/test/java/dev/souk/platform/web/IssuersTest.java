package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.souk.platform.route.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens of an OpenID provider elsewhere, played by a small server.
final class IssuersTest {
    private final RSAKey key = generated();
    private final HttpServer provider = listening();
    private final String name = "http://127.0.0.1:" + provider.getAddress().getPort();
    @SuppressWarnings("NullAway.Init")
    private Notes notes;

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        serve("/.well-known/openid-configuration", "{\"issuer\":\"" + name + "\",\"jwks_uri\":\"" + name + "/keys\"}");
        serve("/keys", new JWKSet(key.toPublicJWK()).toString());
        provider.start();
        var issuer = new ExternalIssuer(
                new ExternalIssuer.Settings(name, "souk", "realm_access.roles", Map.of("shop-admins", Role.ADMIN)), Clock.systemUTC());
        notes = Notes.running(config -> config.issuers(List.of(issuer)));
    }

    private void serve(String path, String json) {
        provider.createContext(path, exchange -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        notes.close();
        provider.stop(0);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(name).audience("souk").subject("auth0|12")
                .claim("realm_access", Map.of("roles", List.of("shop-admins")))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    private int asked(String token) {
        return notes.call("DELETE", "/notes", null, "Authorization", "Bearer " + token).status();
    }

    @Test
    void its_keys_are_found_and_its_groups_are_roles() throws Exception {
        assertThat(asked(signed(claims().build(), key))).isEqualTo(204);
        var nobody = claims().claim("realm_access", Map.of("roles", List.of("others"))).build();
        assertThat(asked(signed(nobody, key))).isEqualTo(403);
        assertThat(asked(signed(claims().claim("realm_access", "ADMIN").build(), key))).isEqualTo(403);
    }

    @Test
    void what_it_did_not_sign_for_us_opens_nothing() throws Exception {
        assertThat(asked(signed(claims().build(), generated()))).isEqualTo(401);
        assertThat(asked(signed(claims().audience("another-shop").build(), key))).isEqualTo(401);
        assertThat(asked(signed(claims().issuer("https://elsewhere.example").build(), key))).isEqualTo(401);
        assertThat(asked(signed(claims().expirationTime(Date.from(Instant.now().minusSeconds(60))).build(), key))).isEqualTo(401);
        assertThat(asked(Notes.token(Role.ADMIN))).isEqualTo(401);
    }

    @Test
    void the_public_key_is_no_shared_secret() throws Exception {
        var confused = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims().build());
        confused.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        assertThat(asked(confused.serialize())).isEqualTo(401);
    }

    @Test
    void a_subject_that_is_no_uuid_is_the_same_caller_each_time() {
        var issuer = new ExternalIssuer(new ExternalIssuer.Settings(name, "souk", "roles", Map.of()), Clock.systemUTC());
        var one = Objects.requireNonNull(issuer.caller(claims().build()));
        assertThat(one).isEqualTo(issuer.caller(claims().build()));
        assertThat(one.is(UUID.nameUUIDFromBytes((name + " auth0|12").getBytes(StandardCharsets.UTF_8)))).isTrue();
    }
}
