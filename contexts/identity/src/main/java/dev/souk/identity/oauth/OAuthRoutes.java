package dev.souk.identity.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.souk.identity.Grants;
import dev.souk.identity.db.Clients;
import dev.souk.identity.db.Codes;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Sessions;
import dev.souk.identity.secrets.Tokens;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Form;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import net.minidev.json.JSONObject;

/// The endpoints that programs speak to.
public final class OAuthRoutes {
    /// What the endpoints do their work with.
    public record Parts(
            Clients clients, Codes codes, Identities identities, Sessions sessions, Grants grants, Tokens tokens,
            Transactions transactions, Vault vault) {}

    private final Parts parts;

    public OAuthRoutes(Parts parts) {
        this.parts = parts;
    }

    public List<Route<?, ?>> routes() {
        var check = new ClientCheck(parts.clients());
        var tokens = new TokenEndpoint(new TokenEndpoint.Parts(
                check, parts.codes(), parts.identities(), parts.grants(), parts.tokens(), parts.transactions(), parts.vault()));
        var state = new TokenState(check, parts.sessions(), parts.grants(), parts.tokens(), parts.transactions());
        return Stream.<Route<?, ?>>concat(
                        Stream.of(
                                form("//oauth2/token").rate(Route.Rate.WRITE)
                                        .summary("Tokens for a code with PKCE, a refresh token, or a client's own credentials.").free(tokens::answer),
                                form("//oauth2/revoke").summary("Ends the session of a token (RFC 7009).").free(state::revoke),
                                form("//oauth2/introspect").rate(Route.Rate.UNLIMITED)
                                        .summary("What has become of a token (RFC 7662); for clients with a secret.").free(state::introspect)),
                        open().stream())
                .toList();
    }

    private static Route.Draft<Form, String> form(String path) {
        return Route.post(path).body(Form.class).answers(200, String.class).everyone().key(Route.Key.NONE);
    }

    private List<Route<?, ?>> open() {
        var people = EnumSet.complementOf(EnumSet.of(Role.GUEST, Role.SYSTEM, Role.SERVICE, Role.CUSTOMER));
        return List.of(
                Route.get("//.well-known/openid-configuration").answers(200, String.class).everyone().rate(Route.Rate.UNLIMITED)
                        .summary("Where everything is (OpenID Connect Discovery).").free(_ -> cached(metadata())),
                Route.get("//.well-known/jwks.json").answers(200, String.class).everyone().rate(Route.Rate.UNLIMITED)
                        .summary("The keys that check tokens (RFC 7517).")
                        .reads((_, tx) -> cached(new JWKSet(List.copyOf(parts.tokens().keys().published(tx.now()))).toString(true))),
                Route.get("//userinfo").answers(200, String.class).roles(Role.CUSTOMER, people.toArray(Role[]::new))
                        .summary("Who the token is about, as far as its scope goes.").reads(this::userInfo));
    }

    private static Answer<String> cached(String json) {
        return Answer.of(json).header("Content-Type", "application/json").header("Cache-Control", "public, max-age=300");
    }

    private Answer<String> userInfo(Call<Void> call, Tx tx) {
        var subject = Objects.requireNonNull(call.caller().subject());
        var json = new JSONObject();
        json.put("sub", subject.toString());
        var session = call.caller().session().id();
        if (session != null && scopes(tx, session).contains("email")) {
            parts.identities().byId(tx, subject).ifPresent(account -> {
                var email = account.email();
                if (email != null) {
                    parts.vault().open(email, String.class).ifPresent(text -> json.put("email", text));
                    json.put("email_verified", account.emailVerified());
                }
            });
        }
        return OAuthAnswer.json(json.toJSONString());
    }

    private List<String> scopes(Tx tx, UUID session) {
        return parts.sessions().byId(tx, session).map(some -> Arrays.asList(some.scope().split(" ", -1))).orElse(List.of());
    }

    private String metadata() {
        var issuer = parts.tokens().issuer();
        var all = new OIDCProviderMetadata(new Issuer(issuer), List.of(SubjectType.PUBLIC), URI.create(issuer + "/.well-known/jwks.json"));
        all.setAuthorizationEndpointURI(URI.create(issuer + "/oauth2/authorize"));
        all.setTokenEndpointURI(URI.create(issuer + "/oauth2/token"));
        all.setRevocationEndpointURI(URI.create(issuer + "/oauth2/revoke"));
        all.setIntrospectionEndpointURI(URI.create(issuer + "/oauth2/introspect"));
        all.setUserInfoEndpointURI(URI.create(issuer + "/userinfo"));
        all.setEndSessionEndpointURI(URI.create(issuer + "/oauth2/end-session"));
        all.setResponseTypes(List.of(ResponseType.CODE));
        all.setResponseModes(List.of(ResponseMode.QUERY));
        all.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS));
        all.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        all.setTokenEndpointAuthMethods(List.of(
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST, ClientAuthenticationMethod.NONE));
        all.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
        all.setScopes(Scope.parse(List.copyOf(Authorization.SCOPES)));
        all.setClaims(List.of("sub", "sid", "auth_time", "amr", "email", "email_verified"));
        all.setSupportsAuthorizationResponseIssuerParam(true);
        all.setSupportsRequestURIParam(false);
        return all.toJSONObject().toJSONString();
    }
}
