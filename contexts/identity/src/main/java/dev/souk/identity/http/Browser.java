package dev.souk.identity.http;

import dev.souk.identity.Place;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Cookie;
import dev.souk.platform.route.Form;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A browser at the sign-in pages: its cookies, and whether a form that it sends is one of ours.
final class Browser {
    static final Duration SIGNED_ON = Duration.ofHours(12);
    private static final String SIGN_ON = "souk-sign-on";
    private static final String FORM = "souk-form";
    private static final String AUTHORIZE = "/oauth2/authorize?";
    private final Place place;

    Browser(Place place) {
        this.place = place;
    }

    Optional<String> signOn(Call<?> call) {
        return call.cookie(Cookie.name(SIGN_ON, place.secure())).filter(token -> !token.isEmpty());
    }

    Cookie signOn(String token, Duration life) {
        return new Cookie(SIGN_ON, token, life, false, place.secure());
    }

    /// Words in the language that the visitor has chosen in a face, or that the browser asks for.
    Phrases phrases(Call<?> call) {
        return Phrases.in(chosen(call, "language"), call.header("Accept-Language").orElse(""));
    }

    private String chosen(Call<?> call, String cookie) {
        return call.cookie(Cookie.name(cookie, place.secure())).orElse("");
    }

    /// A page with a form that only this browser can send.
    ///
    /// @param body made from the hidden fields that its form needs
    Answer<String> page(Call<?> call, String title, String goOn, UnaryOperator<String> body) {
        var own = call.cookie(Cookie.name(FORM, place.secure())).filter(value -> value.length() == 43).orElse(null);
        var secret = own == null ? RandomToken.fresh() : own;
        var look = chosen(call, "look");
        var frame = new Html.Frame(phrases(call), place.shop(), look.matches("light|dark") ? look : "device");
        var answer = Answer.html(Html.page(frame, title, body.apply(Html.hidden("form", proof(secret)) + Html.hidden("continue", goOn))))
                .header("Content-Security-Policy", Html.policy(goOn))
                .header("Cache-Control", "no-store");
        return own == null ? answer.cookie(new Cookie(FORM, secret, null, true, place.secure())) : answer;
    }

    /// For a form that is not one of ours.
    Answer<String> forged(Call<?> call) {
        var phrases = phrases(call);
        return page(call, phrases.say("form.expired.title"), "", _ -> Html.paragraph(phrases.say("form.expired.text"))).status(403);
    }

    private static String proof(String secret) {
        return RandomToken.hash("form " + secret);
    }

    /// The hidden field fits the cookie, which no other site can know, and the browser does not say otherwise.
    boolean ours(Call<Form> call) {
        var site = call.header("Sec-Fetch-Site").orElse("same-origin");
        var secret = call.cookie(Cookie.name(FORM, place.secure())).orElse(null);
        var shown = call.body().value("form").orElse("");
        return (site.equals("same-origin") || site.equals("none")) && secret != null
                && MessageDigest.isEqual(proof(secret).getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /// Where to go on after signing in: back into an authorization request, or nowhere.
    static String goOn(@Nullable String wanted) {
        return wanted != null && wanted.startsWith(AUTHORIZE) && wanted.length() < 4_000 && wanted.chars().allMatch(c -> c > ' ' && c < 127)
                ? wanted
                : "";
    }

    static String authorize(String query) {
        return AUTHORIZE + query;
    }

    /// The query of an authorization request to go on with.
    static String query(String goOn) {
        return goOn.isEmpty() ? "" : goOn.substring(AUTHORIZE.length());
    }
}
