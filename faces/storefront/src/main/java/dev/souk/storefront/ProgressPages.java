package dev.souk.storefront;

import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Cart;
import dev.souk.storefront.shop.Checkout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A purchase under way: how it stands, what the shopper's bank wants, and how it ended.
final class ProgressPages {
    private final Front front;
    private final CartHolder carts = new CartHolder();

    ProgressPages(Front front) {
        this.front = front;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/checkout/{id}", this::show),
                Page.get("/checkout/{id}/events", this::events),
                Page.post("/checkout/{id}/cancel", this::cancel));
    }

    private Shown show(Turn turn) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        var back = turn.query("back").isPresent();
        if (back) {
            resume(turn, id.get());
        }
        // most purchases are through in the blink of an eye: then this page is never seen
        var found = turn.api().find("/checkouts/" + id.get() + "?wait=" + (back ? 2 : 1), Checkout.class);
        return found.map(checkout -> switch (checkout.state()) {
            case "COMPLETED" -> done(turn, checkout);
            case "FAILED" -> failed(turn, checkout);
            case "ACTION_REQUIRED" -> back ? waiting(turn, checkout) : turn.go(bank(turn, checkout));
            default -> waiting(turn, checkout);
        }).orElseGet(turn::missing);
    }

    /// The shopper is back from the bank's page; the provider is asked at once instead of in a while.
    private static void resume(Turn turn, UUID id) {
        var checkout = turn.api().find("/checkouts/" + id, Checkout.class);
        if (checkout.isPresent() && checkout.get().action() != null) {
            try {
                turn.api().act("POST", "/checkouts/" + id + "/payment-action",
                        Map.of("actionResultRef", checkout.get().action().clientRef()));
            } catch (Refused refused) {
                if (refused.status() >= 500) {
                    throw refused;
                }
            }
        }
    }

    private String bank(Turn turn, Checkout checkout) {
        var action = checkout.action();
        return action == null || front.config().cards().isEmpty()
                ? turn.here() + "?back=1"
                : Storefront.origin(front.config().cards().get()) + "/actions/" + Client.escaped(action.clientRef())
                        + "?lang=" + turn.words().tag() + "&return_url="
                        + Client.escaped(turn.origin() + "/checkout/" + checkout.checkoutId() + "?back=1");
    }

    private static Shown done(Turn turn, Checkout checkout) {
        CartCookie.drop(turn);
        return turn.go("/orders/" + checkout.orderId() + "?confirmation=" + checkout.confirmationNumber() + "&new=1");
    }

    private Shown waiting(Turn turn, Checkout checkout) {
        return turn.html(200, "waiting.jte", Map.of(
                "shell", front.own(turn, turn.words().say("waiting.title")),
                "checkout", checkout, "bank", checkout.action() == null ? "" : bank(turn, checkout)));
    }

    private Shown failed(Turn turn, Checkout checkout) {
        var cart = carts.read(turn);
        var model = new HashMap<String, @Nullable Object>();
        model.put("shell", front.own(turn, turn.words().say("ended.title")).counting(cart.map(Cart::count).orElse(0)));
        model.put("checkout", checkout);
        model.put("cart", cart.orElse(null));
        model.put("key", key(turn, checkout));
        return turn.html(200, "ended.jte", model);
    }

    /// The most exact text there is for how it ended.
    private static String key(Turn turn, Checkout checkout) {
        var code = checkout.detail() == null ? null : checkout.detail().code();
        var exact = "ended." + checkout.reason() + "." + code;
        var plain = "ended." + checkout.reason();
        return turn.words().knows(exact + ".title") ? exact : turn.words().knows(plain + ".title") ? plain : "ended.OTHER";
    }

    private Shown events(Turn turn) {
        return turn.id("id")
                .<Shown>map(id -> new Shown.Relayed(turn.api().call("GET", "/checkouts/" + id + "/events", null)))
                .orElseGet(turn::missing);
    }

    private Shown cancel(Turn turn) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        try {
            turn.api().act("POST", "/checkouts/" + id.get() + "/cancel", Map.of("reason", "CANCELLED"));
        } catch (Refused refused) {
            if (refused.status() != 409) {
                throw refused;
            }
        }
        return turn.go("/checkout/" + id.get() + "?back=1");
    }
}
