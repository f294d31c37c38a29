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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where the links of mails lead. Opening a link changes nothing yet: mail programs open them too.
public final class MailPages {
    private final Passwords passwords;
    private final Browser browser;
    private final byte[] style = style();

    public MailPages(Passwords passwords, Place place) {
        this.passwords = passwords;
        this.browser = new Browser(place);
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("//sign-in.css").answers(200, byte[].class).everyone().rate(Route.Rate.UNLIMITED).summary("Their look.")
                        .free(_ -> Answer.of(style).header("Content-Type", "text/css").header("Cache-Control", "public, max-age=3600")),
                page("//forgot-password", "Asks for a link to a new password.").free(this::forgotten),
                form("//forgot-password", "Sends it.").rate(Route.Rate.SIGN_UP).writes(this::send),
                page("//reset-password", "Asks for the new password.").free(call -> reset(call, token(call), Optional.empty())),
                form("//reset-password", "Sets it.").rate(Route.Rate.SIGN_IN).free(this::set),
                page("//verify-email", "Asks to confirm the address.").free(this::confirm),
                form("//verify-email", "Confirms it.").rate(Route.Rate.SIGN_IN).writes(this::confirmed));
    }

    private static byte[] style() {
        try (var file = Objects.requireNonNull(MailPages.class.getResourceAsStream("sign-in.css"))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private Answer<String> said(Call<?> call, String title, String sentence) {
        return browser.page(call, title, "", _ -> "<p>" + Html.text(sentence) + "</p>\n<p><a href=\"/sign-in\">Sign in</a></p>\n");
    }

    private Answer<String> forgotten(Call<Void> call) {
        return browser.page(call, "Forgot your password?", "", hidden -> """
                <p>We send you a link with which you can set a new one.</p>
                <form method="post" action="/forgot-password">%s%s
                <button>Send the link</button>
                </form>
                """.formatted(hidden, Html.field("E-mail", "email", "email", "autocomplete=\"username\" autofocus maxlength=\"254\"")));
    }

    private Answer<String> send(Call<Form> call, Tx tx) {
        if (!browser.ours(call)) {
            return Answer.refused(Browser.FORGED);
        }
        call.handle(new RequestPasswordReset(new Secret(call.body().value("email").orElse(""))));
        return said(call, "Look into your mail", "If there is an account with this address, a link is on its way. It is good for 30 minutes.");
    }

    private Answer<String> reset(Call<?> call, String token, Optional<String> alert) {
        return browser.page(call, "Set a new password", "", hidden -> Html.alert(alert) + """
                <form method="post" action="/reset-password">%s%s%s
                <p class="soft">At least 12 characters; a few words together are easy to keep in mind.</p>
                <button>Set the password</button>
                </form>
                """.formatted(
                hidden, Html.hidden("token", token),
                Html.field("New password", "password", "password", "autocomplete=\"new-password\" autofocus minlength=\"12\" maxlength=\"512\"")));
    }

    private Answer<String> set(Call<Form> call) {
        if (!browser.ours(call)) {
            return Answer.refused(Browser.FORGED);
        }
        var token = call.body().value("token").orElse("");
        return switch (passwords.reset(new Secret(token), new Secret(call.body().value("password").orElse("")), call.cause())) {
            case Outcome.Refused<Boolean>(var why) -> reset(call, token, Optional.of(why.detail())).status(400);
            case Outcome.Done<Boolean> _ -> said(call, "Done", "Your new password is set, and you are signed out everywhere.");
        };
    }

    private Answer<String> confirm(Call<Void> call) {
        return browser.page(call, "Confirm your address", "", hidden -> """
                <form method="post" action="/verify-email">%s%s
                <button>Yes, this is my address</button>
                </form>
                """.formatted(hidden, Html.hidden("token", token(call))));
    }

    private Answer<String> confirmed(Call<Form> call, Tx tx) {
        if (!browser.ours(call)) {
            return Answer.refused(Browser.FORGED);
        }
        return switch (call.handle(new VerifyEmail(new Secret(call.body().value("token").orElse(""))))) {
            case Outcome.Refused<java.util.UUID>(var why) -> said(call, "This did not work", why.detail()).status(400);
            case Outcome.Done<java.util.UUID> _ -> said(call, "Thank you", "Your address is confirmed.");
        };
    }
}
