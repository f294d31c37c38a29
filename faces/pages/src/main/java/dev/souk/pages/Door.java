package dev.souk.pages;

import dev.souk.platform.face.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// In and out of a face: to the sign-in pages and back (OpenID Connect, code with PKCE).
final class Door {
    static final String IN = "/auth/sign-in";
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final SignIn signIn;
    private final TokenDesk desk;

    Door(SignIn signIn, TokenDesk desk) {
        this.signIn = signIn;
        this.desk = desk;
    }

    List<Page> pages() {
        return List.of(
                Page.get(IN, turn -> goes(turn, turn.query("back").orElse(""), false)),
                Page.get("/auth/callback", this::arrives),
                Page.post("/auth/sign-out", this::leaves));
    }

    private Shown goes(Turn turn, String back, boolean second) {
        var going = Going.to(turn.local(back), second);
        turn.remember(signIn.going(turn.home()), going.text());
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", signIn.client());
        query.put("redirect_uri", redirect(turn));
        query.put("scope", "openid email");
        query.put("state", going.state());
        query.put("nonce", going.nonce());
        query.put("code_challenge", going.challenge());
        query.put("code_challenge_method", "S256");
        query.put("ui_locales", turn.words().tag());
        if (turn.query("as").filter("another"::equals).isPresent()) {
            query.put("prompt", "login");
        }
        return turn.go("/oauth2/authorize?" + TokenDesk.form(query));
    }

    private static String redirect(Turn turn) {
        return turn.origin() + turn.home() + "/auth/callback";
    }

    private Shown arrives(Turn turn) {
        var state = turn.query("state").orElse("");
        var going = turn.cookie(signIn.going(turn.home())).flatMap(Going::read).filter(some -> some.state().equals(state));
        turn.forget(signIn.going(turn.home()));
        if (going.isEmpty()) {
            return again(turn, state, "");
        }
        var back = turn.local(going.get().back());
        if (turn.query("error").isPresent()) {
            return turn.go(turn.home() + "/");
        }
        var tokens = tokens(turn, going.get());
        if (tokens.isEmpty()) {
            return again(turn, state, back);
        }
        turn.session().open(tokens.get());
        welcome(turn);
        return turn.go(back);
    }

    private Optional<Tokens> tokens(Turn turn, Going going) {
        try {
            var tokens = desk.exchange(turn, turn.query("code").orElse(""), going.verifier(), redirect(turn));
            return Optional.of(tokens).filter(some -> Tokens.claims(some.id())
                    .filter(claims -> claims.path("nonce").asString("").equals(going.nonce()))
                    .isPresent());
        } catch (Refused refused) {
            LOG.debug("a code was not taken: {}", refused.getMessage());
            return Optional.empty();
        }
    }

    /// Whoever has signed in at the sign-in pages already is back at once; but not for ever, with cookies switched off.
    private Shown again(Turn turn, String state, String back) {
        return Going.second(state) ? turn.forged() : goes(turn, back, true);
    }

    /// What the face wants to do now must not keep anybody out.
    private void welcome(Turn turn) {
        try {
            signIn.arrival().arrived(turn).ifPresent(turn.session()::greet);
        } catch (Refused refused) {
            LOG.warn("somebody signed in, but what they had as a guest was not taken over: {}", refused.getMessage());
        }
    }

    /// Out of the face, then out of the sign-in pages, and back home.
    private Shown leaves(Turn turn) {
        try {
            signIn.arrival().leaves(turn);
        } catch (Refused refused) {
            LOG.warn("somebody signed out, but the face could not tidy up: {}", refused.getMessage());
        }
        var proof = turn.session().close();
        var query = new LinkedHashMap<>(Map.of(
                "client_id", signIn.client(), "post_logout_redirect_uri", turn.origin() + turn.home() + "/"));
        proof.ifPresent(token -> query.put("id_token_hint", token));
        return turn.go("/oauth2/end-session?" + TokenDesk.form(query));
    }
}
