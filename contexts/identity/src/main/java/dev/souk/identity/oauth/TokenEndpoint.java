package dev.souk.identity.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import dev.souk.identity.Grants;
import dev.souk.identity.Grants.Pair;
import dev.souk.identity.Origin;
import dev.souk.identity.db.Clients.Client;
import dev.souk.identity.db.Codes;
import dev.souk.identity.db.Codes.Code;
import dev.souk.identity.db.Identities;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.identity.secrets.Tokens;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Form;
import java.util.Arrays;
import java.util.Set;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// `POST /oauth2/token`: codes with PKCE, refresh tokens, client credentials.
final class TokenEndpoint {
    /// What the endpoints share.
    record Parts(
            ClientCheck clients, Codes codes, Identities identities, Grants grants, Tokens tokens, Transactions transactions,
            Vault vault) {}

    private final Parts parts;

    TokenEndpoint(Parts parts) {
        this.parts = parts;
    }

    Answer<String> answer(Call<Form> call) {
        HTTPRequest http;
        TokenRequest request;
        try {
            http = ClientCheck.request(call, java.net.URI.create(parts.tokens().issuer() + "/oauth2/token"));
            request = TokenRequest.parse(http);
        } catch (ParseException e) {
            return OAuthAnswer.error(e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject());
        }
        // what is refused is kept too: a code or a token that comes twice ends what it had opened
        return OAuthAnswer.of(
                parts.transactions().write(call.cause(), tx -> parts.clients().known(tx, http).then(client -> granted(tx, client, request, call))),
                json -> json.toJSONString());
    }

    private Outcome<JSONObject> granted(Tx tx, Client client, TokenRequest request, Call<Form> call) {
        return switch (request.getAuthorizationGrant()) {
            case AuthorizationCodeGrant grant -> code(tx, client, grant, call);
            case RefreshTokenGrant grant -> refreshed(tx, client, grant);
            case ClientCredentialsGrant _ -> machine(tx, client, request.getScope());
            default -> OAuthAnswer.refused(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        };
    }

    private Outcome<JSONObject> code(Tx tx, Client client, AuthorizationCodeGrant grant, Call<Form> call) {
        var hash = RandomToken.hash(grant.getAuthorizationCode().getValue());
        var code = parts.codes().locked(tx, hash).orElse(null);
        if (code == null || !code.clientId().equals(client.id())) {
            return OAuthAnswer.refused(OAuth2Error.INVALID_GRANT);
        }
        var used = code.sessionId();
        if (used != null) {
            parts.grants().end(tx, code.identityId(), used, "CODE_REUSED");
            return OAuthAnswer.refused(OAuth2Error.INVALID_GRANT);
        }
        var account = parts.identities().byId(tx, code.identityId()).filter(some -> some.active()).orElse(null);
        if (account == null || !tx.now().isBefore(code.expiresAt()) || !fits(code, grant)) {
            return OAuthAnswer.refused(OAuth2Error.INVALID_GRANT);
        }
        var origin = Origin.of(parts.vault(), account.id(), call.address(), call.header("User-Agent").orElse(null));
        var pair = parts.grants().open(
                tx, Grants.session(tx, account, client.id(), code.scope(), code.methods(), code.signedInAt(), origin));
        parts.codes().exchanged(tx, hash, pair.session().id());
        return Outcome.done(json(pair, code.nonce(), tx));
    }

    private static boolean fits(Code code, AuthorizationCodeGrant grant) {
        var address = grant.getRedirectionURI();
        var verifier = grant.getCodeVerifier();
        return address != null && address.toString().equals(code.redirectUri()) && verifier != null
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue().equals(code.challenge());
    }

    private Outcome<JSONObject> refreshed(Tx tx, Client client, RefreshTokenGrant grant) {
        return switch (parts.grants().refresh(tx, new Secret(grant.getRefreshToken().getValue()), client.id())) {
            case Outcome.Done<Pair>(var pair) -> Outcome.done(json(pair, null, tx));
            case Outcome.Refused<Pair> _ -> OAuthAnswer.refused(OAuth2Error.INVALID_GRANT);
        };
    }

    private JSONObject json(Pair pair, @Nullable String nonce, Tx tx) {
        var json = bearer(pair.access(), pair.session().scope());
        json.put("refresh_token", pair.refresh().reveal());
        if (Arrays.asList(pair.session().scope().split(" ", -1)).contains("openid")) {
            json.put("id_token", parts.grants().idToken(pair.session(), nonce, tx.now()).reveal());
        }
        return json;
    }

    private static JSONObject bearer(Secret access, String scope) {
        var json = new JSONObject();
        json.put("access_token", access.reveal());
        json.put("token_type", "Bearer");
        json.put("expires_in", Tokens.ACCESS.toSeconds());
        json.put("scope", scope);
        return json;
    }

    /// A machine gets its roles, or those of them that it asks for.
    private Outcome<JSONObject> machine(Tx tx, Client client, @Nullable Scope wanted) {
        if (client.roles().isEmpty() || client.isPublic()) {
            return OAuthAnswer.refused(OAuth2Error.UNAUTHORIZED_CLIENT);
        }
        Set<String> roles = wanted == null || wanted.isEmpty() ? client.roles() : Set.copyOf(wanted.toStringList());
        if (!client.roles().containsAll(roles)) {
            return OAuthAnswer.refused(OAuth2Error.INVALID_SCOPE);
        }
        return Outcome.done(bearer(parts.grants().machine(client, roles, tx.now()), String.join(" ", roles)));
    }
}
