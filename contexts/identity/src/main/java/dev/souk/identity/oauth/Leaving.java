package dev.souk.identity.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import dev.souk.identity.Grants;
import dev.souk.identity.db.Clients;
import dev.souk.identity.db.Clients.Client;
import dev.souk.identity.db.SignOns;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.identity.secrets.Tokens;
import dev.souk.platform.messaging.Tx;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What follows from a client's request to sign somebody out (OpenID Connect RP-Initiated Logout).
public final class Leaving {
    private final Clients clients;
    private final SignOns signOns;
    private final Grants grants;
    private final Tokens tokens;
    private final ClientAddresses addresses;

    public Leaving(Clients clients, SignOns signOns, Grants grants, Tokens tokens) {
        this.clients = clients;
        this.signOns = signOns;
        this.grants = grants;
        this.tokens = tokens;
        this.addresses = new ClientAddresses(tokens);
    }

    /// The next step.
    public sealed interface Next {
        /// Nobody has proved that it is the person's own wish.
        record Ask() implements Next {}

        /// @param goOn an address of the client's; null when it named none that is
        record Left(@Nullable String goOn) implements Next {}
    }

    /// @param query of the request, empty when the person came by themselves
    /// @param signOn the browser's cookie
    /// @param sure the person has just said so
    public Next next(Tx tx, String query, Optional<String> signOn, boolean sure) {
        var request = read(query);
        var hint = request == null || request.getIDTokenHint() == null
                ? Optional.<JWTClaimsSet>empty()
                : tokens.claims(request.getIDTokenHint().serialize(), tx.now()).filter(claims -> claims.getAudience().size() == 1);
        var hash = signOn.map(RandomToken::hash);
        var here = hash.flatMap(known -> signOns.find(tx, known)).map(some -> some.identityId().toString());
        var proved = hint.isPresent() && (here.isEmpty() || here.get().equals(hint.get().getSubject()));
        if (!proved && !sure) {
            return new Next.Ask();
        }
        hash.ifPresent(known -> signOns.delete(tx, known));
        if (proved) {
            end(tx, hint.get());
        }
        return new Next.Left(request == null ? null : goOn(tx, request, hint));
    }

    private static @Nullable LogoutRequest read(String query) {
        try {
            return query.isEmpty() ? null : LogoutRequest.parse(query);
        } catch (ParseException e) {
            return null;
        }
    }

    private void end(Tx tx, JWTClaimsSet hint) {
        TokenState.session(hint).ifPresent(session -> grants.end(tx, java.util.UUID.fromString(hint.getSubject()), session, "SIGNED_OUT"));
    }

    /// The hint says whose wish it is; a request that names another client contradicts itself and is gone on from nowhere.
    private @Nullable String goOn(Tx tx, LogoutRequest request, Optional<JWTClaimsSet> hint) {
        var hinted = hint.map(claims -> claims.getAudience().getFirst());
        var named = Optional.ofNullable(request.getClientID()).map(Object::toString);
        var back = request.getPostLogoutRedirectionURI();
        if (back == null || (hinted.isPresent() && named.isPresent() && !hinted.equals(named))) {
            return null;
        }
        return hinted.or(() -> named)
                .flatMap(id -> clients.find(tx, id))
                .filter(client -> client.open(tx.now()) && mayGoOn(client, back))
                .map(_ -> withState(back, request.getState()))
                .orElse(null);
    }

    private boolean mayGoOn(Client client, URI back) {
        return addresses.one(client.logoutUris(), back);
    }

    private static String withState(URI back, @Nullable State state) {
        return state == null
                ? back.toString()
                : back + (back.getRawQuery() == null ? "?" : "&") + "state=" + java.net.URLEncoder.encode(state.getValue(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
