package dev.souk.identity.oauth;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.souk.identity.db.Clients;
import dev.souk.identity.db.Clients.Client;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Form;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who the client of a request is: by its secret (in the header or in the form), or by its name when it has none.
final class ClientCheck {
    private final Clients clients;

    ClientCheck(Clients clients) {
        this.clients = clients;
    }

    /// The request as the library reads it.
    static HTTPRequest request(Call<Form> call, URI address) throws ParseException {
        var request = new HTTPRequest(HTTPRequest.Method.POST, address);
        request.setEntityContentType(com.nimbusds.common.contenttype.ContentType.APPLICATION_URLENCODED);
        call.header("Authorization").ifPresent(request::setAuthorization);
        request.setBody(URLUtils.serializeParameters(call.body().fields()));
        return request;
    }

    Outcome<Client> known(Tx tx, HTTPRequest request) {
        ClientAuthentication shown;
        try {
            shown = ClientAuthentication.parse(request);
        } catch (ParseException e) {
            return OAuthAnswer.refused(OAuth2Error.INVALID_CLIENT);
        }
        var secret = shown instanceof PlainClientSecret plain ? plain.getClientSecret().getValue() : null;
        var id = shown == null ? named(request) : shown.getClientID().getValue();
        return known(tx, id, secret);
    }

    private static @Nullable String named(HTTPRequest request) {
        try {
            return com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils.getFirstValue(request.getBodyAsFormParameters(), "client_id");
        } catch (ParseException e) {
            return null;
        }
    }

    private Outcome<Client> known(Tx tx, @Nullable String id, @Nullable String secret) {
        var client = id == null ? null : clients.find(tx, id).filter(some -> some.open(tx.now())).orElse(null);
        if (client == null || !shown(client.secrets(), secret, tx.now())) {
            return OAuthAnswer.refused(OAuth2Error.INVALID_CLIENT);
        }
        return Outcome.done(client);
    }

    private static boolean shown(Clients.Secrets known, @Nullable String secret, Instant now) {
        var hash = known.hash();
        if (hash == null || secret == null) {
            return hash == null && secret == null;
        }
        var former = known.former();
        var until = known.formerUntil();
        return matches(hash, secret) || (former != null && until != null && now.isBefore(until) && matches(former, secret));
    }

    private static boolean matches(String hash, String secret) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.UTF_8), RandomToken.hash(secret).getBytes(StandardCharsets.UTF_8));
    }
}
