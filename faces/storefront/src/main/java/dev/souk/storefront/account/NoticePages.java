package dev.souk.storefront.account;

import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import dev.souk.storefront.shop.Notices;
import java.util.List;
import java.util.Map;

/// What the shop has told a customer.
public final class NoticePages {
    private static final int PAGE = 20;

    private final Frame frame;

    public NoticePages(Front front) {
        this.frame = new Frame(front);
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/account/notices", this::show).signedIn(),
                Page.post("/account/notices/{id}", this::read).signedIn());
    }

    private Shown show(Turn turn) {
        var cursor = turn.query("cursor").flatMap(Turn::uuid);
        var notices = turn.api().get(
                "/notifications?limit=" + PAGE + cursor.map(from -> "&cursor=" + from).orElse(""), Notices.class);
        return frame.show(turn, 200, "notices", "notices", Map.of("notices", notices, "later", cursor.isPresent()));
    }

    private Shown read(Turn turn) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        turn.api().act("POST", "/notifications/" + id.get() + "/read", null);
        return turn.go("/account/notices");
    }
}
