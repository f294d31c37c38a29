package dev.souk.storefront;

import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Order;
import java.util.List;
import java.util.Map;

/// An order, for whoever holds its link.
final class OrderPage {
    private final Front front;

    OrderPage(Front front) {
        this.front = front;
    }

    List<Page> pages() {
        return List.of(Page.get("/orders/{id}", this::show));
    }

    private Shown show(Turn turn) {
        var id = turn.id("id");
        var confirmation = turn.query("confirmation");
        if (id.isEmpty() || confirmation.isEmpty()) {
            return turn.missing();
        }
        var fresh = turn.query("new").isPresent();
        return turn.api()
                .find("/orders/" + id.get() + "?confirmation=" + Client.escaped(confirmation.get()), Order.class)
                .map(order -> turn.html(200, "order.jte", Map.of(
                        "shell", front.own(turn, turn.words().say("order.title", order.confirmationNumber()))
                                .counting(fresh ? 0 : CartCookie.of(turn).map(CartCookie::count).orElse(0)),
                        "order", order, "fresh", fresh)))
                .orElseGet(turn::missing);
    }
}
