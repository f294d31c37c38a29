package dev.souk.storefront;

import dev.souk.pages.Fields;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What its buyer can still change about an order: where it goes, and whether it goes at all.
final class OrderChanges {
    private static final String ORDERS = "/orders/";

    private final Front front;

    OrderChanges(Front front) {
        this.front = front;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/orders/{id}/cancel", turn -> order(turn).map(order -> ask(turn, 200, order, "")).orElseGet(turn::missing)).signedIn(),
                Page.post("/orders/{id}/cancel", this::cancel).signedIn(),
                Page.get("/orders/{id}/address", turn -> order(turn)
                        .map(order -> edit(turn, 200, order, new Fields(Place.values(order.deliveryAddress())), Wrong.NOTHING))
                        .orElseGet(turn::missing)).signedIn(),
                Page.post("/orders/{id}/address", this::redirect).signedIn());
    }

    private static Optional<Order> order(Turn turn) {
        return turn.id("id").flatMap(id -> turn.api().find(ORDERS + id, Order.class));
    }

    private Shown ask(Turn turn, int status, Order order, String refused) {
        return turn.html(status, "cancel.jte", Map.of(
                "shell", front.own(turn, turn.words().say("cancel.title", order.confirmationNumber())), "order", order, "refused", refused));
    }

    /// The key follows from the order: a second click is the same wish.
    private Shown cancel(Turn turn) {
        var order = order(turn);
        if (order.isEmpty()) {
            return turn.missing();
        }
        var id = order.get().orderId();
        try {
            turn.api().with("Idempotency-Key", "storefront-cancel-" + id)
                    .act("POST", ORDERS + id + "/cancel", Map.of("reason", "CUSTOMER_REQUESTED"));
            return turn.go(ORDERS + id + "?done=cancelled");
        } catch (Refused refused) {
            if (refused.status() != 409) {
                throw refused;
            }
            return ask(turn, 409, order(turn).orElse(order.get()), refused.code());
        }
    }

    private Shown edit(Turn turn, int status, Order order, Fields fields, Wrong wrong) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("shell", front.own(turn, turn.words().say("redirect.title", order.confirmationNumber())));
        model.put("order", order);
        model.put("fields", fields);
        model.put("wrong", wrong);
        model.put("country", fields.filled("countryCode").orElse(turn.words().locale().getCountry()));
        model.put("countries", Countries.of(turn.words().locale()));
        return turn.html(status, "redirect.jte", model);
    }

    private Shown redirect(Turn turn) {
        var order = order(turn);
        if (order.isEmpty()) {
            return turn.missing();
        }
        var fields = turn.fields();
        var wrong = Place.wrong(fields);
        var address = Place.address(fields);
        if (!wrong.isEmpty() || address.isEmpty()) {
            return edit(turn, 422, order.get(), fields, new Wrong(wrong, ""));
        }
        try {
            turn.api().act("PUT", ORDERS + order.get().orderId() + "/delivery-address",
                    Map.of("deliveryAddress", address.get(), "expectedVersion", fields.number("version", 0)));
            return turn.go(ORDERS + order.get().orderId() + "?done=redirected");
        } catch (Refused refused) {
            if (refused.status() >= 500 || refused.missing()) {
                throw refused;
            }
            return edit(turn, refused.status(), order(turn).orElse(order.get()), fields, Wrong.because(refused.code()));
        }
    }
}
