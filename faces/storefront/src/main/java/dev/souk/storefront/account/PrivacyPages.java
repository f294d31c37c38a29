package dev.souk.storefront.account;

import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import dev.souk.storefront.shop.Requests;
import java.util.List;
import java.util.Map;

/// What is kept about a customer: a copy of it, and its end.
public final class PrivacyPages {
    private static final String HERE = "privacy";
    private static final String REQUESTS = Frame.ME + "/requests";

    private final Frame frame;

    public PrivacyPages(Front front) {
        this.frame = new Frame(front);
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/account/privacy", turn -> show(turn, 200, "")).signedIn(),
                Page.post("/account/exports", this::export).signedIn(),
                Page.post("/account/erasure", this::erase).signedIn(),
                Page.get("/account/requests/{id}/package", this::fetch).signedIn(),
                Page.post("/account/requests/{id}/cancel", this::cancel).signedIn());
    }

    private Shown show(Turn turn, int status, String refused) {
        return frame.show(turn, status, HERE, HERE, Map.of(
                "requests", turn.api().get(REQUESTS, Requests.class).requests(), "refused", refused));
    }

    private Shown export(Turn turn) {
        return asked(turn, "export", () -> turn.api().act("POST", Frame.ME + "/exports", Map.of()));
    }

    private Shown erase(Turn turn) {
        return asked(turn, "erasure", () -> turn.api().act("POST", Frame.ME + "/erasure", Map.of("confirm", turn.fields().get("confirm"))));
    }

    private Shown cancel(Turn turn) {
        var id = turn.id("id");
        return id.isEmpty()
                ? turn.missing()
                : asked(turn, "erasure-cancelled", () -> turn.api().act("POST", REQUESTS + "/" + id.get() + "/cancel", null));
    }

    /// Both need a sign-in of the last minutes: whoever sits down at a forgotten browser gets neither.
    private Shown asked(Turn turn, String done, Runnable deed) {
        try {
            deed.run();
            return Frame.done(turn, HERE, done);
        } catch (Refused refused) {
            if (refused.status() >= 500 || refused.status() == 401) {
                throw refused;
            }
            return refused.code().equals("SIGN_IN_AGAIN") ? again(turn) : show(turn, 409, refused.code());
        }
    }

    private static Shown again(Turn turn) {
        return turn.go("/auth/sign-in?as=another&back=" + Client.escaped("/account/privacy?done=fresh"));
    }

    /// The file itself, after a look whether this visitor gets it.
    private Shown fetch(Turn turn) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        try {
            return turn.api().file(REQUESTS + "/" + id.get() + "/package");
        } catch (Refused refused) {
            if (refused.code().equals("SIGN_IN_AGAIN")) {
                return again(turn);
            }
            throw refused;
        }
    }
}
