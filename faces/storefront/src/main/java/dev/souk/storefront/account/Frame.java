package dev.souk.storefront.account;

import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands around the pages of an account.
public final class Frame {
    static final String ME = "/customers/me";
    /// In the order of the navigation; each is also the last part of its address.
    public static final List<String> PLACES =
            List.of("orders", "notices", "points", "profile", "addresses", "security", "preferences", "privacy");

    private final Front front;

    Frame(Front front) {
        this.front = front;
    }

    /// @param here one of [#PLACES], or empty for the first page
    Shown show(Turn turn, int status, String here, String template, Map<String, ? extends @Nullable Object> more) {
        var model = new HashMap<String, @Nullable Object>(more);
        model.put("shell", front.own(turn, turn.words().say("account." + (here.isEmpty() ? "title" : here))));
        model.put("here", here);
        return turn.html(status, "account/" + template + ".jte", model);
    }

    /// On to a page that says what has been done.
    static Shown done(Turn turn, String here, String what) {
        return turn.go("/account" + (here.isEmpty() ? "" : "/" + here) + "?done=" + what);
    }
}
