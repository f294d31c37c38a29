package dev.souk.identity.http;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.souk.identity.Place;
import dev.souk.identity.oauth.Leaving;
import dev.souk.identity.oauth.Leaving.Next;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Form;
import dev.souk.platform.route.Route;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/// Out of this browser: asked for by a client, or by the person.
public final class SignOutPages {
    private static final String PATH = "//oauth2/end-session";

    private final Leaving leaving;
    private final Transactions transactions;
    private final Browser browser;

    public SignOutPages(Leaving leaving, Transactions transactions, Place place) {
        this.leaving = leaving;
        this.transactions = transactions;
        this.browser = new Browser(place);
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(PATH).answers(200, String.class).everyone()
                        .summary("Signs out of this browser: at once for a client that sends id_token_hint, otherwise after asking.")
                        .free(call -> answer(call, call.rawQuery().orElse(""), false)),
                Route.post(PATH).body(Form.class).answers(200, String.class).everyone().key(Route.Key.NONE)
                        .summary("The person's answer, or a client's request as a form.").free(this::posted));
    }

    private Answer<String> posted(Call<Form> call) {
        if (call.body().value("form").isEmpty()) {
            return answer(call, URLUtils.serializeParameters(new HashMap<>(call.body().fields())), false);
        }
        return browser.ours(call) ? answer(call, call.body().value("request").orElse(""), true) : browser.forged(call);
    }

    private Answer<String> answer(Call<?> call, String query, boolean sure) {
        return switch (transactions.write(call.cause(), tx -> leaving.next(tx, query, browser.signOn(call), sure))) {
            case Next.Ask _ -> ask(call, query);
            case Next.Left(var goOn) -> (goOn == null ? left(call) : Answer.<String>redirect(goOn).header("Cache-Control", "no-store"))
                    .cookie(browser.signOn("", Duration.ZERO));
        };
    }

    private Answer<String> ask(Call<?> call, String query) {
        var phrases = browser.phrases(call);
        return browser.page(call, phrases.say("out.title"), "", hidden -> Html.paragraph(phrases.say("out.text"))
                + Html.form("/oauth2/end-session", hidden + Html.hidden("request", query), phrases.say("out.button")))
                .header("Content-Security-Policy", Html.policy(query));
    }

    private Answer<String> left(Call<?> call) {
        var phrases = browser.phrases(call);
        return browser.page(call, phrases.say("out.done.title"), "", _ -> Html.paragraph(phrases.say("out.done.text"))
                + "<p>" + Html.link("/sign-in", phrases.say("out.again")) + "</p>\n");
    }
}
