package dev.souk.storefront.account;

import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import dev.souk.storefront.shop.Orders;
import java.util.List;
import java.util.Map;

/// Everything that was ever ordered.
public final class OrdersPages {
    private static final int PAGE = 15;

    private final Frame frame;

    public OrdersPages(Front front) {
        this.frame = new Frame(front);
    }

    /// How many guests somebody has turned out to be.
    record Claimed(int guests) {}

    public List<Page> pages() {
        return List.of(
                Page.get("/account/orders", this::show).signedIn(),
                Page.post("/account/claims", this::claim).signedIn());
    }

    private Shown show(Turn turn) {
        var cursor = turn.query("cursor").filter(text -> text.matches("\\d{8}"));
        var orders = turn.api().get("/orders?limit=" + PAGE + cursor.map(from -> "&cursor=" + from).orElse(""), Orders.class);
        return frame.show(turn, 200, "orders", "orders", Map.of("orders", orders, "later", cursor.isPresent()));
    }

    private Shown claim(Turn turn) {
        try {
            var claimed = turn.api().send("POST", Frame.ME + "/claims", null, Claimed.class);
            return Frame.done(turn, "orders", claimed.guests() == 0 ? "claimed-none" : "claimed");
        } catch (Refused refused) {
            if (refused.code().equals("EMAIL_NOT_VERIFIED")) {
                return Frame.done(turn, "", "verify-first");
            }
            throw refused;
        }
    }
}
