package dev.souk.storefront.account;

import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import dev.souk.storefront.Welcome;
import dev.souk.storefront.shop.Notices;
import dev.souk.storefront.shop.Orders;
import dev.souk.storefront.shop.Person;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page of an account: how things stand.
public final class OverviewPages {
    private static final int LATEST = 3;

    private final Frame frame;

    public OverviewPages(Front front) {
        this.frame = new Frame(front);
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/account", this::show).signedIn(),
                Page.post("/account/verify", this::verify).signedIn());
    }

    private Shown show(Turn turn) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("person", turn.api().get(Frame.ME, Person.class));
        model.put("latest", turn.api().get("/orders?limit=" + LATEST, Orders.class).orders());
        model.put("unread", turn.api().get("/notifications?limit=1", Notices.class).unread());
        model.put("merged", Welcome.news(turn).orElse(null));
        return frame.show(turn, 200, "", "home", model);
    }

    private Shown verify(Turn turn) {
        turn.api().act("POST", "/identity/email-verification/again", null);
        return Frame.done(turn, "", "verify");
    }
}
