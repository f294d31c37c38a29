package dev.souk.identity.http;

import dev.souk.identity.Place;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Cookie;
import dev.souk.platform.route.Form;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A browser at the sign-in pages: its cookies, and whether a form that it sends is one of ours.
final class Browser {
    static final Duration SIGNED_ON = Duration.ofHours(12);
    private static final String SIGN_ON = "souk-sign-on";
    private static final String FORM = "souk-form";
    private static final String AUTHORIZE = "/oauth2/authorize?";
    static final Refusal FORGED = new Refusal.Plain(
            Refusal.Kind.FORBIDDEN, "FORM_EXPIRED", "This form is not one of ours or was open for too long. Go back, reload the page and try again.");

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

    /// A page with a form that only this browser can send.
    Answer<String> page(Call<?> call, String title, String goOn, java.util.function.Function<String, String> body) {
        var own = call.cookie(Cookie.name(FORM, place.secure())).filter(value -> value.length() == 43).orElse(null);
        var secret = own == null ? RandomToken.fresh() : own;
        var answer = Answer.html(Html.page(title, body.apply(Html.hidden("form", proof(secret)) + Html.hidden("continue", goOn))))
                .header("Content-Security-Policy", Html.policy(goOn))
                .header("Cache-Control", "no-store");
        return own == null ? answer.cookie(new Cookie(FORM, secret, null, true, place.secure())) : answer;
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
