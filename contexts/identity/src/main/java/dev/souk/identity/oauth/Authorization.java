package dev.souk.identity.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.souk.identity.db.Clients;
import dev.souk.identity.db.Clients.Client;
import dev.souk.identity.db.Codes;
import dev.souk.identity.db.Codes.Code;
import dev.souk.identity.db.SignOns.SignOn;
import dev.souk.identity.db.SignOns.Step;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.identity.secrets.Tokens;
import dev.souk.platform.messaging.Tx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What follows from an authorization request: somewhere to send the browser, or something to ask the person.
public final class Authorization {
    static final Set<String> SCOPES = Set.of("openid", "email", "offline_access");
    private static final Duration CODE_LIFE = Duration.ofSeconds(60);

    private final Clients clients;
    private final Codes codes;
    private final Tokens tokens;
    private final ClientAddresses addresses;

    public Authorization(Clients clients, Codes codes, Tokens tokens) {
        this.clients = clients;
        this.codes = codes;
        this.tokens = tokens;
        this.addresses = new ClientAddresses(tokens);
    }

    /// The next step.
    public sealed interface Next {
        /// Nobody knows where an answer should go.
        record Unanswerable(String why) implements Next {}

        record GoTo(String address) implements Next {}

        record SignIn() implements Next {}

        /// @param scopes what the client wants to see
        record AskConsent(Client client, Set<String> scopes) implements Next {}
    }

    /// @param signOn how far the browser has come; null when it is nobody yet
    /// @param agreed the person has just allowed it, or not; null when not asked
    public Next next(Tx tx, String query, @Nullable SignOn signOn, @Nullable Boolean agreed) {
        AuthorizationRequest request;
        try {
            request = AuthorizationRequest.parse(query);
        } catch (ParseException e) {
            return unreadable(tx, e);
        }
        var client = clients.find(tx, request.getClientID().getValue()).filter(some -> some.open(tx.now())).orElse(null);
        if (client == null) {
            return new Next.Unanswerable("There is no such client.");
        }
        var back = request.getRedirectionURI();
        if (back == null || !addresses.one(client.redirectUris(), back)) {
            return new Next.Unanswerable("The address to return to is not one of the client's.");
        }
        var wrong = wrong(request);
        if (wrong != null) {
            return failed(request, back, wrong);
        }
        return signedIn(tx, request, client, back, signOn, agreed);
    }

    /// An error may only go to an address that is the client's.
    private Next unreadable(Tx tx, ParseException e) {
        var id = e.getClientID();
        var back = e.getRedirectionURI();
        var client = id == null ? null : clients.find(tx, id.getValue()).filter(some -> some.open(tx.now())).orElse(null);
        if (client == null || back == null || !addresses.one(client.redirectUris(), back)) {
            return new Next.Unanswerable("The request for a sign-in is not well-formed.");
        }
        var error = e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject();
        return new Next.GoTo(new AuthorizationErrorResponse(back, error, e.getState(), new Issuer(tokens.issuer()), ResponseMode.QUERY)
                .toURI().toString());
    }

    private static @Nullable ErrorObject wrong(AuthorizationRequest request) {
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            return OAuth2Error.UNSUPPORTED_RESPONSE_TYPE;
        }
        if (request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode())) {
            return OAuth2Error.INVALID_REQUEST.setDescription("response_mode is query");
        }
        if (request.specifiesRequestObject()) {
            return OAuth2Error.REQUEST_NOT_SUPPORTED;
        }
        if (request.getCodeChallenge() == null || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
            return OAuth2Error.INVALID_REQUEST.setDescription("PKCE with code_challenge_method=S256 is required");
        }
        var scope = request.getScope();
        return scope != null && !SCOPES.containsAll(scope.toStringList()) ? OAuth2Error.INVALID_SCOPE : null;
    }

    private Next signedIn(
            Tx tx, AuthorizationRequest request, Client client, URI back, @Nullable SignOn signOn, @Nullable Boolean agreed) {
        var prompt = request.getPrompt();
        var silent = prompt != null && prompt.contains(Prompt.Type.NONE);
        if (signOn == null || signOn.step() != Step.DONE || tooOld(request, signOn, tx)) {
            return silent ? failed(request, back, OIDCError.LOGIN_REQUIRED) : new Next.SignIn();
        }
        var scopes = new TreeSet<>(request.getScope() == null ? List.<String>of() : request.getScope().toStringList());
        if (Boolean.FALSE.equals(agreed)) {
            return failed(request, back, OAuth2Error.ACCESS_DENIED);
        }
        if (Boolean.TRUE.equals(agreed)) {
            codes.consent(tx, signOn.identityId(), client.id(), String.join(" ", scopes));
        } else if (!client.firstParty() && !codes.consented(tx, signOn.identityId(), client.id()).containsAll(consentNeeded(scopes))) {
            return silent ? failed(request, back, OIDCError.CONSENT_REQUIRED) : new Next.AskConsent(client, scopes);
        }
        return new Next.GoTo(success(tx, request, client, back, signOn, String.join(" ", scopes)));
    }

    /// A client that wants nothing in particular is asked about all the same: an empty consent is none.
    private static Set<String> consentNeeded(Set<String> scopes) {
        return scopes.isEmpty() ? Set.of("openid") : scopes;
    }

    /// `max_age`, and `prompt=login` by who signed in less than half a minute ago.
    private static boolean tooOld(AuthorizationRequest request, SignOn signOn, Tx tx) {
        var age = Duration.between(signOn.signedInAt(), tx.now());
        var prompt = request.getPrompt();
        if (prompt != null && prompt.contains(Prompt.Type.LOGIN) && age.compareTo(Duration.ofSeconds(30)) > 0) {
            return true;
        }
        var most = request.getCustomParameter("max_age");
        return most != null && most.size() == 1 && most.getFirst().matches("\\d{1,9}")
                && age.compareTo(Duration.ofSeconds(Math.max(1, Long.parseLong(most.getFirst())))) > 0;
    }

    private String success(Tx tx, AuthorizationRequest request, Client client, URI back, SignOn signOn, String scope) {
        var code = RandomToken.fresh();
        var nonce = request.getCustomParameter("nonce");
        codes.insert(tx, RandomToken.hash(code), new Code(
                client.id(), back.toString(), request.getCodeChallenge().getValue(),
                nonce == null || nonce.isEmpty() ? null : nonce.getFirst(), scope, signOn.identityId(), signOn.methods(),
                signOn.signedInAt(), tx.now().plus(CODE_LIFE), null));
        return new AuthorizationSuccessResponse(
                        back, new com.nimbusds.oauth2.sdk.AuthorizationCode(code), null, request.getState(),
                        new Issuer(tokens.issuer()), ResponseMode.QUERY)
                .toURI().toString();
    }

    private Next failed(AuthorizationRequest request, URI back, ErrorObject error) {
        return new Next.GoTo(new AuthorizationErrorResponse(back, error, request.getState(), new Issuer(tokens.issuer()), ResponseMode.QUERY)
                .toURI().toString());
    }
}
