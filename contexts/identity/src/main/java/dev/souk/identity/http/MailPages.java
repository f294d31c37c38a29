package dev.souk.identity.http;

import dev.souk.contracts.identity.RequestPasswordReset;
import dev.souk.contracts.identity.VerifyEmail;
import dev.souk.identity.Passwords;
import dev.souk.identity.Place;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Form;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Optional;

/// Where the links of mails lead. Opening a link changes nothing yet: mail programs open them too.
public final class MailPages {
    private final Passwords passwords;
    private final Browser browser;

    public MailPages(Passwords passwords, Place place) {
        this.passwords = passwords;
        this.browser = new Browser(place);
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                page("//forgot-password", "Asks for a link to a new password.").free(this::forgotten),
                form("//forgot-password", "Sends it.").rate(Route.Rate.SIGN_UP).writes(this::send),
                page("//reset-password", "Asks for the new password.").free(call -> reset(call, token(call), Optional.empty())),
                form("//reset-password", "Sets it.").rate(Route.Rate.SIGN_IN).free(this::set),
                page("//verify-email", "Asks to confirm the address.").free(this::confirm),
                form("//verify-email", "Confirms it.").rate(Route.Rate.SIGN_IN).writes(this::confirmed));
    }

    private static Route.Draft<Void, String> page(String path, String summary) {
        return Route.get(path).answers(200, String.class).everyone().summary(summary);
    }

    private static Route.Draft<Form, String> form(String path, String summary) {
        return Route.post(path).body(Form.class).answers(200, String.class).everyone().key(Route.Key.NONE).summary(summary);
    }

    private static String token(Call<Void> call) {
        return call.query("token").filter(text -> text.length() < 100).orElse("");
    }

    /// @param what key of title and text
    private Answer<String> said(Call<?> call, String what) {
        var phrases = browser.phrases(call);
        return told(call, phrases.say(what + ".title"), phrases.say(what + ".text"));
    }

    private Answer<String> told(Call<?> call, String title, String sentence) {
        var on = Html.link("/sign-in", browser.phrases(call).say("sign-in.title"));
        return browser.page(call, title, "", _ -> Html.paragraph(sentence) + "<p>" + on + "</p>\n");
    }

    private Answer<String> forgotten(Call<Void> call) {
        var phrases = browser.phrases(call);
        return browser.page(call, phrases.say("forgotten.title"), "", hidden -> Html.paragraph(phrases.say("forgotten.text")) + Html.form(
                "/forgot-password",
                hidden + Html.field(phrases.say("sign-in.email"), "email", "email", "autocomplete=\"username\" autofocus maxlength=\"254\""),
                phrases.say("forgotten.button")));
    }

    private Answer<String> send(Call<Form> call, Tx tx) {
        if (!browser.ours(call)) {
            return browser.forged(call);
        }
        call.handle(new RequestPasswordReset(new Secret(call.body().value("email").orElse(""))));
        return said(call, "forgotten.sent");
    }

    private Answer<String> reset(Call<?> call, String token, Optional<String> alert) {
        var phrases = browser.phrases(call);
        return browser.page(call, phrases.say("reset.title"), "", hidden -> Html.alert(alert) + Html.form(
                "/reset-password",
                hidden + Html.hidden("token", token)
                        + Html.field(phrases.say("reset.field"), "password", "password",
                                "autocomplete=\"new-password\" autofocus minlength=\"12\" maxlength=\"512\" aria-describedby=\"hint\"")
                        + "<p class=\"soft small\" id=\"hint\">" + Html.text(phrases.say("reset.hint")) + "</p>\n",
                phrases.say("reset.button")));
    }

    private Answer<String> set(Call<Form> call) {
        if (!browser.ours(call)) {
            return browser.forged(call);
        }
        var token = call.body().value("token").orElse("");
        return switch (passwords.reset(new Secret(token), new Secret(call.body().value("password").orElse("")), call.cause())) {
            case Outcome.Refused<Boolean>(var why) -> reset(call, token, Optional.of(browser.phrases(call).refusal(why))).status(400);
            case Outcome.Done<Boolean> _ -> said(call, "reset.done");
        };
    }

    private Answer<String> confirm(Call<Void> call) {
        var phrases = browser.phrases(call);
        return browser.page(call, phrases.say("verify.title"), "", hidden -> Html.paragraph(phrases.say("verify.text"))
                + Html.form("/verify-email", hidden + Html.hidden("token", token(call)), phrases.say("verify.button")));
    }

    private Answer<String> confirmed(Call<Form> call, Tx tx) {
        if (!browser.ours(call)) {
            return browser.forged(call);
        }
        return switch (call.handle(new VerifyEmail(new Secret(call.body().value("token").orElse(""))))) {
            case Outcome.Refused<java.util.UUID>(var why) ->
                told(call, browser.phrases(call).say("verify.failed.title"), browser.phrases(call).refusal(why)).status(400);
            case Outcome.Done<java.util.UUID> _ -> said(call, "verify.done");
        };
    }
}
