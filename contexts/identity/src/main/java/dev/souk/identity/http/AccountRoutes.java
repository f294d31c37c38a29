package dev.souk.identity.http;

import dev.souk.contracts.identity.ListSessions;
import dev.souk.contracts.identity.RequestPasswordReset;
import dev.souk.contracts.identity.RevokeSession;
import dev.souk.contracts.identity.VerifyEmail;
import dev.souk.identity.Passwords;
import dev.souk.identity.SecondFactor;
import dev.souk.identity.VerifyEmailHandler;
import dev.souk.identity.db.Account;
import dev.souk.identity.db.Identities;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.QueryHandler;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people do with their own login.
public final class AccountRoutes {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Refusal UNKNOWN = Refusal.notFound("IDENTITY_NOT_FOUND", "There is no login behind this token.");
    private static final Refusal NO_SESSION = Refusal.notFound("SESSION_NOT_FOUND", "You have no such session.");
    private static final Refusal STALE = new Refusal.Plain(
            Refusal.Kind.FORBIDDEN, "SIGN_IN_NOT_FRESH", "Sign in again: this needs a sign-in of the last five minutes.");

    /// What the routes do their work with.
    public record Parts(
            Identities identities, Passwords passwords, SecondFactor factor, VerifyEmailHandler verification,
            QueryHandler<ListSessions, List<ListSessions.Session>> sessions, Vault vault) {}

    private final Parts parts;

    /// Where the caller is signed in.
    public record Sessions(List<View> items) {
        /// @param current the one that asks
        public record View(ListSessions.Session session, boolean current) {}
    }

    public record PasswordRequest(Secret current, Secret wanted) {
        public PasswordRequest {
            Objects.requireNonNull(current);
            Objects.requireNonNull(wanted);
        }
    }

    public record EmailRequest(Secret email) {
        public EmailRequest {
            Objects.requireNonNull(email);
        }
    }

    public record ResetRequest(Secret token, Secret wanted) {
        public ResetRequest {
            Objects.requireNonNull(token);
            Objects.requireNonNull(wanted);
        }
    }

    public record TokenRequest(Secret token) {
        public TokenRequest {
            Objects.requireNonNull(token);
        }
    }

    /// @param secret for apps that cannot read the QR code
    public record EnrolmentAnswer(String secret, String uri) {}

    public record CodeRequest(Secret code) {
        public CodeRequest {
            Objects.requireNonNull(code);
        }
    }

    public record RecoveryCodes(List<String> codes) {}

    public record AccountAnswer(UUID identityId, @Nullable String email, boolean emailVerified, boolean mfaEnrolled, boolean staff) {}

    public AccountRoutes(Parts parts) {
        this.parts = parts;
    }

    public List<Route<?, ?>> routes() {
        var open = List.<Route<?, ?>>of(
                Route.post("/identity/password-reset").body(EmailRequest.class).answers(202, Void.class).everyone()
                        .key(Route.Key.NONE).rate(Route.Rate.SIGN_UP)
                        .summary("Sends a link for a new password; the answer is the same for any address.")
                        .writes((call, _) -> none(call.handle(new RequestPasswordReset(call.body().email())))),
                Route.post("/identity/password-reset/complete").body(ResetRequest.class).answers(204, Void.class).everyone()
                        .key(Route.Key.NONE).rate(Route.Rate.SIGN_IN).summary("Sets the password with the token of a mail.")
                        .free(call -> none(parts.passwords().reset(call.body().token(), call.body().wanted(), call.cause()))),
                Route.post("/identity/email-verification").body(TokenRequest.class).answers(204, Void.class).everyone()
                        .key(Route.Key.NONE).rate(Route.Rate.SIGN_IN).summary("Verifies an address with the token of a mail.")
                        .writes((call, _) -> none(call.handle(new VerifyEmail(call.body().token())))));
        return java.util.stream.Stream.concat(open.stream(), own().stream()).toList();
    }

    private List<Route<?, ?>> own() {
        return List.of(
                own(Route.get("/identity/me").answers(200, AccountAnswer.class)).summary("The caller's login.").reads(this::me),
                own(Route.get("/identity/sessions").answers(200, Sessions.class))
                        .summary("Where the caller is signed in, the last used first.").reads(this::sessions),
                own(Route.delete("/identity/sessions/{sessionId}").answers(204, Void.class)).key(Route.Key.NONE)
                        .summary("Ends one of the caller's sessions.").writes(this::end),
                own(Route.delete("/identity/sessions").answers(204, Void.class)).key(Route.Key.NONE)
                        .summary("Ends all of the caller's sessions but this one.").writes(this::endOthers),
                own(Route.put("/identity/password").body(PasswordRequest.class).answers(204, Void.class)).key(Route.Key.NONE)
                        .rate(Route.Rate.SIGN_IN).summary("Another password; all other sessions end.").free(this::change),
                own(Route.post("/identity/email-verification/again").answers(202, Void.class)).key(Route.Key.NONE)
                        .rate(Route.Rate.SIGN_UP).summary("Sends the verification link again.").writes(this::again),
                own(Route.post("/identity/mfa").answers(200, EnrolmentAnswer.class)).key(Route.Key.NONE)
                        .summary("Begins the enrolment of an authenticator app; needs a fresh sign-in.").writes(this::enrol),
                own(Route.post("/identity/mfa/confirm").body(CodeRequest.class).answers(200, RecoveryCodes.class)).key(Route.Key.NONE)
                        .rate(Route.Rate.SIGN_IN).summary("Ends the enrolment; answers recovery codes, this once.").writes(this::confirm),
                own(Route.delete("/identity/mfa").answers(204, Void.class)).key(Route.Key.NONE)
                        .summary("Does without a second factor again; needs a fresh sign-in. Not for staff.").writes(this::remove));
    }

    /// Everybody who can be signed in.
    private static <B, A> Route.Draft<B, A> own(Route.Draft<B, A> draft) {
        var more = EnumSet.complementOf(EnumSet.of(Role.GUEST, Role.SYSTEM, Role.SERVICE, Role.CUSTOMER));
        return draft.roles(Role.CUSTOMER, more.toArray(Role[]::new));
    }

    private static Answer<Void> none(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var reason) ? Answer.refused(reason) : Answer.nothing();
    }

    private static UUID caller(Call<?> call) {
        return Objects.requireNonNull(call.caller().subject());
    }

    private Answer<AccountAnswer> me(Call<Void> call, Tx tx) {
        return parts.identities().byId(tx, caller(call))
                .map(account -> Answer.of(new AccountAnswer(
                        account.id(), address(account), account.emailVerified(), parts.factor().enrolled(tx, account.id()), account.staff())))
                .orElseGet(() -> Answer.refused(UNKNOWN));
    }

    private @Nullable String address(Account account) {
        var email = account.email();
        return email == null ? null : parts.vault().open(email, String.class).orElse(null);
    }

    private Answer<Sessions> sessions(Call<Void> call, Tx tx) {
        var current = call.caller().session().id();
        return Answer.of(new Sessions(parts.sessions().answer(new ListSessions(caller(call)), tx).stream()
                .map(session -> new Sessions.View(session, session.sessionId().equals(current)))
                .toList()));
    }

    private Answer<Void> end(Call<Void> call, Tx tx) {
        var ended = call.handle(new RevokeSession(caller(call), call.pathId("sessionId"), null, "SIGNED_OUT"));
        return ended instanceof Outcome.Done<Boolean>(var found) && !found ? Answer.refused(NO_SESSION) : none(ended);
    }

    private Answer<Void> endOthers(Call<Void> call, Tx tx) {
        return none(call.handle(new RevokeSession(caller(call), null, call.caller().session().id(), "SIGNED_OUT")));
    }

    private Answer<Void> change(Call<PasswordRequest> call) {
        return none(parts.passwords().change(
                caller(call), call.body().current(), call.body().wanted(), call.caller().session().id(), call.cause()));
    }

    private Answer<Void> again(Call<Void> call, Tx tx) {
        var account = parts.identities().locked(tx, caller(call)).orElse(null);
        if (account == null) {
            return Answer.refused(UNKNOWN);
        }
        if (!account.emailVerified()) {
            parts.verification().again(tx, account, null, null);
        }
        return Answer.nothing();
    }

    private boolean stale(Call<?> call, Tx tx) {
        return !call.caller().signedInSince(tx.now().minus(FRESH));
    }

    private Answer<EnrolmentAnswer> enrol(Call<Void> call, Tx tx) {
        var account = parts.identities().locked(tx, caller(call)).orElse(null);
        if (account == null) {
            return Answer.refused(UNKNOWN);
        }
        if (stale(call, tx)) {
            return Answer.refused(STALE);
        }
        var name = address(account);
        return Answer.from(
                parts.factor().begin(tx, account.id(), name == null ? "account" : name),
                begun -> new EnrolmentAnswer(begun.secret().reveal(), begun.uri().reveal()));
    }

    private Answer<RecoveryCodes> confirm(Call<CodeRequest> call, Tx tx) {
        return Answer.from(parts.factor().confirm(tx, caller(call), call.body().code().reveal()), RecoveryCodes::new);
    }

    private Answer<Void> remove(Call<Void> call, Tx tx) {
        var account = parts.identities().locked(tx, caller(call)).orElse(null);
        if (account == null) {
            return Answer.refused(UNKNOWN);
        }
        if (account.staff()) {
            return Answer.refused(new Refusal.Plain(Refusal.Kind.FORBIDDEN, "MFA_MANDATORY", "Staff signs in with a second factor."));
        }
        if (stale(call, tx)) {
            return Answer.refused(STALE);
        }
        parts.factor().remove(tx, account.id());
        return Answer.nothing();
    }
}
