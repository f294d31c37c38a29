package dev.souk.identity.http;

import dev.souk.identity.Place;
import dev.souk.identity.SecondFactor;
import dev.souk.identity.SignIn;
import dev.souk.identity.SignIn.Admitted;
import dev.souk.identity.SignIn.Attempt;
import dev.souk.identity.db.Account;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.SignOns;
import dev.souk.identity.db.SignOns.SignOn;
import dev.souk.identity.db.SignOns.Step;
import dev.souk.identity.oauth.Authorization;
import dev.souk.identity.oauth.Authorization.Next;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Form;
import dev.souk.platform.route.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What people see who sign in: password, code, enrolment, consent.
public final class SignInPages {
    /// What the pages do their work with.
    public record Parts(
            SignIn signIn, SecondFactor factor, Identities identities, SignOns signOns, Authorization authorization,
            Transactions transactions, Vault vault, Place place) {}

    /// The face whose visitors may make accounts of their own.
    private static final String SHOPPERS = "souk-storefront";
    private static final Duration HALF_WAY = Duration.ofMinutes(10);

    private final Parts parts;
    private final Browser browser;

    public SignInPages(Parts parts) {
        this.parts = parts;
        this.browser = new Browser(parts.place());
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                page("//oauth2/authorize", "Where a client sends people to sign in (code with PKCE).").free(this::authorize),
                form("//oauth2/authorize", "The person's answer to what a client wants to see.").free(this::consented),
                page("//sign-in", "Address and password.").free(call -> password(call, goOn(call), Optional.empty())),
                form("//sign-in", "Checks them.").rate(Route.Rate.SIGN_IN).free(this::checkPassword),
                page("//sign-in/code", "The code of the authenticator app.").free(call -> code(call, goOn(call), Optional.empty())),
                form("//sign-in/code", "Checks it.").rate(Route.Rate.SIGN_IN).free(this::checkCode),
                page("//sign-in/enrol", "Begins with an authenticator app; staff has to.").free(call -> enrol(call, goOn(call), Optional.empty())),
                form("//sign-in/enrol", "Checks the first code.").rate(Route.Rate.SIGN_IN).free(this::checkEnrolment));
    }

    private static Route.Draft<Void, String> page(String path, String summary) {
        return Route.get(path).answers(200, String.class).everyone().summary(summary);
    }

    private static Route.Draft<Form, String> form(String path, String summary) {
        return Route.post(path).body(Form.class).answers(200, String.class).everyone().key(Route.Key.NONE).summary(summary);
    }

    private static String goOn(Call<Void> call) {
        return Browser.goOn(call.query("continue").orElse(null));
    }

    private static String formGoOn(Call<Form> call) {
        return Browser.goOn(call.body().value("continue").orElse(null));
    }

    private static String then(String path, String goOn) {
        return goOn.isEmpty() ? path : path + "?continue=" + URLEncoder.encode(goOn, StandardCharsets.UTF_8);
    }

    private Optional<SignOn> signOn(Tx tx, Call<?> call) {
        return browser.signOn(call).flatMap(token -> parts.signOns().find(tx, RandomToken.hash(token)));
    }

    private Answer<String> authorize(Call<Void> call) {
        var query = call.rawQuery().orElse("");
        return shown(call, query, parts.transactions().write(
                call.cause(), tx -> parts.authorization().next(tx, query, signOn(tx, call).orElse(null), null)));
    }

    private Answer<String> consented(Call<Form> call) {
        if (!browser.ours(call)) {
            return browser.forged(call);
        }
        var query = Browser.query(formGoOn(call));
        var agreed = call.body().value("decision").filter("allow"::equals).isPresent();
        return shown(call, query, parts.transactions().write(
                call.cause(), tx -> parts.authorization().next(tx, query, signOn(tx, call).orElse(null), agreed)));
    }

    private Answer<String> shown(Call<?> call, String query, Next next) {
        return switch (next) {
            case Next.Unanswerable(var why) -> browser.page(call, browser.phrases(call).say("request.wrong.title"), "", _ ->
                    Html.paragraph(browser.phrases(call).say("request.wrong.text")) + Html.soft(why)).status(400);
            case Next.GoTo(var address) -> Answer.<String>redirect(address).header("Cache-Control", "no-store");
            case Next.SignIn _ -> Answer.redirect(then("/sign-in", Browser.goOn(Browser.authorize(query))));
            case Next.AskConsent(var client, var scopes) -> consent(call, query, client.name(), scopes.contains("email"));
        };
    }

    private Answer<String> consent(Call<?> call, String query, String client, boolean email) {
        var phrases = browser.phrases(call);
        return browser.page(call, phrases.say("consent.title"), Browser.authorize(query), hidden -> """
                <p>%s</p>
                <form method="post" action="/oauth2/authorize">%s
                <button class="button wide" name="decision" value="allow">%s</button>
                <button class="button second wide" name="decision" value="deny">%s</button>
                </form>
                """.formatted(
                Html.text(phrases.say(email ? "consent.text.email" : "consent.text", client)), hidden,
                Html.text(phrases.say("consent.allow")), Html.text(phrases.say("consent.deny"))));
    }

    private Answer<String> password(Call<?> call, String goOn, Optional<String> alert) {
        var phrases = browser.phrases(call);
        var links = Html.link("/forgot-password", phrases.say("sign-in.forgotten"))
                + (goOn.contains("client_id=" + SHOPPERS + "&") ? Html.link("/register", phrases.say("sign-in.register")) : "");
        return browser.page(call, phrases.say("sign-in.title"), goOn, hidden -> Html.alert(alert) + Html.form(
                "/sign-in",
                hidden + Html.field(phrases.say("sign-in.email"), "email", "email", "autocomplete=\"username\" autofocus maxlength=\"254\"")
                        + Html.field(phrases.say("sign-in.password"), "password", "password", "autocomplete=\"current-password\" maxlength=\"512\""),
                phrases.say("sign-in.button")) + "<p class=\"links\">" + links + "</p>\n");
    }

    private Answer<String> checkPassword(Call<Form> call) {
        var goOn = formGoOn(call);
        if (!browser.ours(call)) {
            return browser.forged(call);
        }
        var attempt = new Attempt(
                new Secret(call.body().value("email").orElse("")), new Secret(call.body().value("password").orElse("")),
                call.address(), call.header("User-Agent").orElse(null));
        var token = RandomToken.fresh();
        return switch (parts.signIn().attempt(attempt, call.cause(), (tx, admitted) -> Outcome.done(begun(tx, admitted, token, call.address())))) {
            case Outcome.Refused<Step>(var why) -> password(call, goOn, Optional.of(browser.phrases(call).refusal(why)))
                    .status(why.kind() == Refusal.Kind.TOO_MANY ? 429 : 401);
            case Outcome.Done<Step>(var step) -> Answer.<String>redirect(next(step, goOn)).cookie(browser.signOn(token, Browser.SIGNED_ON));
        };
    }

    private Step begun(Tx tx, Admitted admitted, String token, String address) {
        var account = admitted.account();
        var step = admitted.enrolled() ? Step.CODE : admitted.mustEnrol() ? Step.ENROL : Step.DONE;
        if (step == Step.DONE) {
            parts.signIn().succeeded(tx, account, SignIn.methods(false), address);
        }
        keep(tx, token, account, step, SignIn.methods(false));
        return step;
    }

    private void keep(Tx tx, String token, Account account, Step step, Set<String> methods) {
        var ends = tx.now().plus(step == Step.DONE ? Browser.SIGNED_ON : HALF_WAY);
        parts.signOns().insert(tx, RandomToken.hash(token), new SignOn(account.id(), step, methods, tx.now(), ends));
    }

    private static String next(Step step, String goOn) {
        return switch (step) {
            case CODE -> then("/sign-in/code", goOn);
            case ENROL -> then("/sign-in/enrol", goOn);
            case DONE -> goOn.isEmpty() ? "/" : goOn;
        };
    }

    private Answer<String> code(Call<?> call, String goOn, Optional<String> alert) {
        var phrases = browser.phrases(call);
        return browser.page(call, phrases.say("code.title"), goOn, hidden -> Html.alert(alert) + Html.paragraph(phrases.say("code.text")) + Html.form(
                "/sign-in/code",
                hidden + Html.field(phrases.say("code.field"), "code", "text", "autocomplete=\"one-time-code\" autofocus maxlength=\"24\""),
                phrases.say("code.button")));
    }

    private Answer<String> checkCode(Call<Form> call) {
        if (!browser.ours(call)) {
            return browser.forged(call);
        }
        var goOn = formGoOn(call);
        var token = RandomToken.fresh();
        var done = parts.transactions().write(call.cause(), tx -> signOn(tx, call)
                .filter(signOn -> signOn.step() == Step.CODE)
                .flatMap(signOn -> parts.identities().locked(tx, signOn.identityId()))
                .filter(account -> account.active() && parts.signIn().code(tx, account, call.body().value("code").orElse(""), call.address()))
                .map(account -> finished(tx, call, account, token)));
        return done.isPresent()
                ? Answer.<String>redirect(next(Step.DONE, goOn)).cookie(browser.signOn(token, Browser.SIGNED_ON))
                : code(call, goOn, Optional.of(browser.phrases(call).say("code.wrong"))).status(401);
    }

    /// The cookie changes with every step, so that none that was known before is worth anything after.
    private boolean finished(Tx tx, Call<Form> call, Account account, String token) {
        browser.signOn(call).ifPresent(old -> parts.signOns().delete(tx, RandomToken.hash(old)));
        var methods = SignIn.methods(true);
        parts.signIn().succeeded(tx, account, methods, call.address());
        keep(tx, token, account, Step.DONE, methods);
        return true;
    }

    private Answer<String> enrol(Call<?> call, String goOn, Optional<String> alert) {
        var begun = parts.transactions().write(call.cause(), tx -> signOn(tx, call)
                .filter(signOn -> signOn.step() == Step.ENROL)
                .flatMap(signOn -> parts.identities().locked(tx, signOn.identityId()))
                .map(account -> parts.factor().begin(tx, account.id(), name(account))));
        return begun.isPresent() && begun.get() instanceof Outcome.Done<SecondFactor.Enrolment>(var enrolment)
                ? enrolment(call, goOn, alert, enrolment)
                : Answer.redirect(then("/sign-in", goOn));
    }

    private Answer<String> enrolment(Call<?> call, String goOn, Optional<String> alert, SecondFactor.Enrolment enrolment) {
        var phrases = browser.phrases(call);
        return browser.page(call, phrases.say("enrol.title"), goOn, hidden -> Html.alert(alert)
                + Html.paragraph(phrases.say("enrol.text"))
                + Html.qr(enrolment.uri().reveal(), phrases.say("enrol.qr"))
                + Html.soft(phrases.say("enrol.key"))
                + "<code>" + Html.text(enrolment.secret().reveal()) + "</code>\n"
                + Html.form(
                        "/sign-in/enrol",
                        hidden + Html.field(phrases.say("code.field"), "code", "text", "autocomplete=\"one-time-code\" inputmode=\"numeric\" maxlength=\"8\""),
                        phrases.say("code.button")));
    }

    private String name(Account account) {
        var email = account.email();
        return email == null ? "account" : parts.vault().open(email, String.class).orElse("account");
    }

    private Answer<String> checkEnrolment(Call<Form> call) {
        if (!browser.ours(call)) {
            return browser.forged(call);
        }
        var goOn = formGoOn(call);
        var token = RandomToken.fresh();
        var codes = parts.transactions().write(call.cause(), tx -> signOn(tx, call)
                .filter(signOn -> signOn.step() == Step.ENROL)
                .flatMap(signOn -> parts.identities().locked(tx, signOn.identityId()))
                .filter(Account::active)
                .flatMap(account -> parts.factor().confirm(tx, account.id(), call.body().value("code").orElse(""))
                                instanceof Outcome.Done<List<String>>(var made) && finished(tx, call, account, token)
                        ? Optional.of(made)
                        : Optional.empty()));
        if (codes.isEmpty()) {
            return enrol(call, goOn, Optional.of(browser.phrases(call).say("enrol.wrong")));
        }
        var shown = String.join("", codes.get().stream().map(code -> "<li>" + Html.text(code) + "</li>").toList());
        var phrases = browser.phrases(call);
        return browser.page(call, phrases.say("codes.title"), goOn, _ -> Html.paragraph(phrases.say("codes.text")) + """
                <ul class="codes">%s</ul>
                <p><a class="button wide" href="%s">%s</a></p>
                """.formatted(shown, Html.text(next(Step.DONE, goOn)), Html.text(phrases.say("codes.on"))))
                .cookie(browser.signOn(token, Browser.SIGNED_ON));
    }
}
