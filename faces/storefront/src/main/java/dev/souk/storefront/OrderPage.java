package dev.souk.storefront;

import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order, for its buyer and for whoever holds its link.
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
        if (id.isEmpty()) {
            return turn.missing();
        }
        var own = Front.signedIn(turn) ? own(turn, id.get()) : Optional.<Order>empty();
        var order = own.or(() -> confirmation.flatMap(number ->
                turn.api().find("/orders/" + id.get() + "?confirmation=" + Client.escaped(number), Order.class)));
        return order.map(found -> page(turn, found, own.isPresent()))
                .orElseGet(() -> Front.signedIn(turn) || confirmation.isPresent() ? turn.missing() : turn.signIn());
    }

    /// A link that was kept from the time as a guest shows it, but only the account's own orders can be changed.
    private static Optional<Order> own(Turn turn, UUID id) {
        return turn.api().find("/orders/" + id, Order.class);
    }

    private Shown page(Turn turn, Order order, boolean own) {
        var fresh = turn.query("new").isPresent();
        var model = new HashMap<String, @Nullable Object>();
        model.put("shell", front.own(turn, turn.words().say("order.title", order.confirmationNumber()))
                .counting(fresh ? 0 : CartCookie.of(turn).map(CartCookie::count).orElse(0)));
        model.put("order", order);
        model.put("fresh", fresh);
        model.put("own", own);
        model.put("done", turn.query("done").map(what -> "order.done." + what).filter(turn.words()::knows).orElse(null));
        return turn.html(200, "order.jte", model);
    }
}
