package dev.souk.identity.http;

import dev.souk.identity.Grants;
import dev.souk.identity.Grants.Pair;
import dev.souk.identity.Origin;
import dev.souk.identity.Place;
import dev.souk.identity.SignIn;
import dev.souk.identity.SignIn.Admitted;
import dev.souk.identity.SignIn.Attempt;
import dev.souk.identity.secrets.Tokens;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Cookie;
import dev.souk.platform.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sign-in of the first-party storefront by address and password (contracts D37): the access token in the answer, the
/// refresh token in a cookie that no script sees.
public final class TokenRoutes {
    static final String CLIENT = "souk-storefront";
    private static final String COOKIE = "souk-refresh";
    private static final Refusal NO_SESSION =
            Refusal.invalid("REFRESH_TOKEN_REQUIRED", "The cookie with the refresh token is missing. Sign in.");

    private final SignIn signIn;
    private final Grants grants;
    private final Transactions transactions;
    private final Vault vault;
    private final Place place;

    /// @param email compared without case
    public record SignInRequest(Secret email, Secret password, @Nullable Secret mfaCode) {
        public SignInRequest {
            Objects.requireNonNull(email);
            Objects.requireNonNull(password);
        }
    }

    /// @param tokenType always `Bearer`
    /// @param expiresIn seconds
    public record TokenAnswer(String accessToken, String tokenType, long expiresIn) {}

    public TokenRoutes(SignIn signIn, Grants grants, Transactions transactions, Vault vault, Place place) {
        this.signIn = signIn;
        this.grants = grants;
        this.transactions = transactions;
        this.vault = vault;
        this.place = place;
    }

    /// @param passwords whether the password grant is served
    public List<Route<?, ?>> routes(boolean passwords) {
        var signIn = Route.post("/oauth/token").body(SignInRequest.class).answers(200, TokenAnswer.class).everyone()
                .key(Route.Key.NONE).rate(Route.Rate.SIGN_IN)
                .summary("Signs in with address and password; the refresh token comes as a cookie. Storefront only.");
        var refresh = Route.post("/oauth/refresh").answers(200, TokenAnswer.class).everyone()
                .key(Route.Key.NONE).summary("The next access token; the cookie is replaced.").free(this::refresh);
        var signOut = Route.post("/oauth/sign-out").answers(204, Void.class).everyone()
                .key(Route.Key.NONE).summary("Ends the session of the cookie, or of the token.").free(this::signOut);
        return passwords ? List.of(signIn.free(this::signIn), refresh, signOut) : List.of(refresh, signOut);
    }

    private Answer<TokenAnswer> signIn(Call<SignInRequest> call) {
        var body = call.body();
        var attempt = new Attempt(body.email(), body.password(), call.address(), call.header("User-Agent").orElse(null));
        return answer(this.signIn.attempt(attempt, call.cause(), (tx, admitted) -> open(tx, admitted, attempt, body.mfaCode())));
    }

    private Outcome<Pair> open(Tx tx, Admitted admitted, Attempt attempt, @Nullable Secret code) {
        var account = admitted.account();
        if (admitted.mustEnrol()) {
            return Outcome.refused(new Refusal.Plain(
                    Refusal.Kind.FORBIDDEN, "MFA_ENROLMENT_REQUIRED", "Staff signs in with a second factor; enrol one on the sign-in page."));
        }
        if (admitted.enrolled() && code == null) {
            return Outcome.refused(SignIn.CODE_NEEDED);
        }
        if (admitted.enrolled() && code != null && !signIn.code(tx, account, code.reveal(), attempt.address())) {
            return Outcome.refused(SignIn.INVALID);
        }
        var methods = SignIn.methods(admitted.enrolled());
        signIn.succeeded(tx, account, methods, attempt.address());
        var origin = Origin.of(vault, account.id(), attempt.address(), attempt.device());
        return Outcome.done(grants.open(tx, Grants.session(tx, account, CLIENT, "", methods, tx.now(), origin)));
    }

    private Answer<TokenAnswer> refresh(Call<Void> call) {
        var token = call.cookie(Cookie.name(COOKIE, place.secure()));
        if (token.isEmpty()) {
            return Answer.refused(NO_SESSION);
        }
        return answer(transactions.write(call.cause(), tx -> grants.refresh(tx, new Secret(token.get()), CLIENT)));
    }

    private Answer<TokenAnswer> answer(Outcome<Pair> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Pair>(var reason) -> Answer.refused(reason);
            case Outcome.Done<Pair>(var pair) -> Answer.of(
                            new TokenAnswer(pair.access().reveal(), "Bearer", Tokens.ACCESS.toSeconds()))
                    .cookie(cookie(pair.refresh().reveal(), Grants.IDLE));
        };
    }

    private Cookie cookie(String value, Duration life) {
        return new Cookie(COOKIE, value, life, true, place.secure());
    }

    private Answer<Void> signOut(Call<Void> call) {
        var token = call.cookie(Cookie.name(COOKIE, place.secure()));
        transactions.write(call.cause(), tx -> {
            token.ifPresent(refresh -> grants.endByToken(tx, new Secret(refresh)));
            var caller = call.caller();
            return caller.subject() != null && caller.session().id() != null
                    && grants.end(tx, caller.subject(), caller.session().id(), "SIGNED_OUT");
        });
        return Answer.<Void>nothing().cookie(cookie("", Duration.ZERO));
    }
}
