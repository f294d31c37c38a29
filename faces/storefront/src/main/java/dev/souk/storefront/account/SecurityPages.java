package dev.souk.storefront.account;

import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import dev.souk.storefront.Wrong;
import dev.souk.storefront.shop.Sessions;
import java.util.List;
import java.util.Map;

/// The password, and where somebody is signed in.
public final class SecurityPages {
    private static final String HERE = "security";
    private static final String SESSIONS = "/identity/sessions";

    private final Frame frame;

    public SecurityPages(Front front) {
        this.frame = new Frame(front);
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/account/security", turn -> show(turn, 200, Wrong.NOTHING)).signedIn(),
                Page.post("/account/password", this::change).signedIn(),
                Page.post("/account/sessions/end", this::endOthers).signedIn(),
                Page.post("/account/sessions/{id}/end", this::end).signedIn());
    }

    private Shown show(Turn turn, int status, Wrong wrong) {
        return frame.show(turn, status, HERE, HERE, Map.of("sessions", turn.api().get(SESSIONS, Sessions.class), "wrong", wrong));
    }

    private Shown change(Turn turn) {
        var current = turn.fields().get("current");
        var wanted = turn.fields().get("wanted");
        if (current.isEmpty()) {
            return show(turn, 422, Wrong.in("current", "wrong.WRONG_PASSWORD"));
        }
        try {
            turn.api().act("PUT", "/identity/password", Map.of("current", current, "wanted", wanted));
            return Frame.done(turn, HERE, "password");
        } catch (Refused refused) {
            return switch (refused.code()) {
                case "WRONG_PASSWORD" -> show(turn, 422, Wrong.in("current", "wrong.WRONG_PASSWORD"));
                case "PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG", "PASSWORD_COMMON" ->
                        show(turn, 422, Wrong.in("wanted", "wrong." + refused.code()));
                default -> throw refused;
            };
        }
    }

    private Shown end(Turn turn) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        try {
            turn.api().act("DELETE", SESSIONS + "/" + id.get(), null);
        } catch (Refused refused) {
            if (!refused.missing()) {
                throw refused; // one that has ended meanwhile is as it should be
            }
        }
        return Frame.done(turn, HERE, "ended");
    }

    private Shown endOthers(Turn turn) {
        turn.api().act("DELETE", SESSIONS, null);
        return Frame.done(turn, HERE, "ended");
    }
}
