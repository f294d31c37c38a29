package dev.souk.identity.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Answer;
import java.util.Locale;
import net.minidev.json.JSONObject;

/// Answers in the form of OAuth: JSON of its own, errors with `error` (and our `code` beside it).
final class OAuthAnswer {
    private OAuthAnswer() {}

    static Answer<String> json(String json) {
        return Answer.of(json).header("Content-Type", "application/json").header("Cache-Control", "no-store");
    }

    static Answer<String> error(ErrorObject error) {
        var body = new JSONObject();
        body.put("error", error.getCode());
        body.put("error_description", error.getDescription());
        body.put("code", String.valueOf(error.getCode()).toUpperCase(Locale.ROOT));
        var status = error.getHTTPStatusCode() == 0 ? 400 : error.getHTTPStatusCode();
        var answer = json(body.toJSONString()).status(status);
        return OAuth2Error.INVALID_CLIENT.getCode().equals(error.getCode())
                ? answer.header("WWW-Authenticate", "Basic realm=\"souk\"")
                : answer;
    }

    static <T> Answer<String> of(Outcome<T> outcome, java.util.function.Function<T, String> json) {
        return switch (outcome) {
            case Outcome.Done<T>(var result) -> json(json.apply(result));
            case Outcome.Refused<T>(var reason) -> reason instanceof Refused(var error) ? error(error) : Answer.refused(reason);
        };
    }

    /// An OAuth error on its way through an outcome.
    record Refused(ErrorObject error) implements dev.souk.platform.messaging.Refusal {
        @Override
        public String code() {
            return String.valueOf(error.getCode()).toUpperCase(Locale.ROOT);
        }

        @Override
        public String detail() {
            return String.valueOf(error.getDescription());
        }
    }

    static <T> Outcome<T> refused(ErrorObject error) {
        return Outcome.refused(new Refused(error));
    }

    static <T> Outcome<T> refused(ErrorObject error, String description) {
        return refused(error.setDescription(description));
    }
}
