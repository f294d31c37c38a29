package dev.souk.identity.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import dev.souk.identity.Grants;
import dev.souk.identity.db.Sessions;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.identity.secrets.Tokens;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Form;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import net.minidev.json.JSONObject;

/// What has become of a token (RFC 7662), and its end (RFC 7009).
final class TokenState {
    private final ClientCheck clients;
    private final Sessions sessions;
    private final Grants grants;
    private final Tokens tokens;
    private final Transactions transactions;

    TokenState(ClientCheck clients, Sessions sessions, Grants grants, Tokens tokens, Transactions transactions) {
        this.clients = clients;
        this.sessions = sessions;
        this.grants = grants;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    Answer<String> introspect(Call<Form> call) {
        return OAuthAnswer.of(
                transactions.write(call.cause(), tx -> client(tx, call, "introspect").then(client -> client.isPublic()
                        ? OAuthAnswer.refused(OAuth2Error.UNAUTHORIZED_CLIENT)
                        : Outcome.done(call.body().value("token").map(token -> state(tx, token)).orElseGet(JSONObject::new)))),
                state -> {
                    state.putIfAbsent("active", false);
                    return state.toJSONString();
                });
    }

    private Outcome<dev.souk.identity.db.Clients.Client> client(Tx tx, Call<Form> call, String endpoint) {
        try {
            return clients.known(tx, ClientCheck.request(call, URI.create(tokens.issuer() + "/oauth2/" + endpoint)));
        } catch (ParseException e) {
            return OAuthAnswer.refused(OAuth2Error.INVALID_CLIENT);
        }
    }

    private JSONObject state(Tx tx, String token) {
        var state = new JSONObject();
        var claims = tokens.claims(token, tx.now()).filter(some -> tx.now().isBefore(some.getExpirationTime().toInstant())).orElse(null);
        if (claims != null) {
            var session = session(claims);
            if (session.isEmpty() || sessions.byId(tx, session.get()).filter(some -> some.open(tx.now())).isPresent()) {
                state.putAll(claims.toJSONObject());
                state.put("active", true);
                state.put("token_type", "Bearer");
            }
            return state;
        }
        sessions.held(tx, RandomToken.hash(token))
                .filter(held -> held.usedAt() == null && held.session().open(tx.now()))
                .ifPresent(held -> {
                    state.put("active", true);
                    state.put("sub", held.session().identityId().toString());
                    state.put("client_id", held.session().clientId());
                    state.put("scope", held.session().scope());
                });
        return state;
    }

    static Optional<UUID> session(JWTClaimsSet claims) {
        return claims.getClaim("sid") instanceof String text ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /// The answer is the same whether there was such a token or not.
    Answer<String> revoke(Call<Form> call) {
        return OAuthAnswer.of(
                transactions.write(call.cause(), tx -> client(tx, call, "revoke").then(client -> {
                    call.body().value("token").ifPresent(token -> end(tx, token, client.id()));
                    return Outcome.done(true);
                })),
                _ -> "{}");
    }

    private void end(Tx tx, String token, String client) {
        var session = sessions.held(tx, RandomToken.hash(token))
                .map(Sessions.Held::session)
                .or(() -> tokens.claims(token, tx.now()).flatMap(TokenState::session).flatMap(id -> sessions.byId(tx, id)));
        session.filter(some -> some.clientId().equals(client))
                .ifPresent(some -> grants.end(tx, some.identityId(), some.id(), "SIGNED_OUT"));
    }
}
