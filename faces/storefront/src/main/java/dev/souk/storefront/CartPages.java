package dev.souk.storefront;

import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Cart;
import dev.souk.storefront.shop.Shipping;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the shopper has chosen so far.
public final class CartPages {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Front front;
    private final CartHolder carts = new CartHolder();

    CartPages(Front front) {
        this.front = front;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/cart", turn -> page(turn, 200, null)),
                Page.get("/cart/drawer", turn -> drawer(turn, null)),
                Page.post("/cart/items", this::add),
                Page.post("/cart/items/{line}", this::change),
                Page.post("/cart/coupon", this::coupon),
                Page.post("/cart/coupon/remove", this::removeCoupon));
    }

    private Shown add(Turn turn) {
        var fields = turn.fields();
        var product = fields.filled("product").flatMap(Turn::uuid);
        if (product.isEmpty() || !fields.get("currency").matches("[A-Z]{3}")) {
            return turn.missing();
        }
        var item = new HashMap<String, Object>();
        item.put("productId", product.get());
        item.put("quantity", Math.max(1, fields.number("quantity", 1)));
        fields.filled("variant").flatMap(Turn::uuid).ifPresent(variant -> item.put("variantId", variant));
        return answer(turn, () -> carts.add(turn, fields.get("currency"), item));
    }

    private Shown change(Turn turn) {
        var line = turn.id("line");
        var cart = CartCookie.of(turn);
        if (line.isEmpty() || cart.isEmpty()) {
            return turn.go("/cart");
        }
        var quantity = turn.fields().number("quantity", 1);
        return answer(turn, () -> cart.get().api(turn)
                .act("PUT", cart.get().path() + "/items/" + line.get(), Map.of("quantity", quantity)));
    }

    private Shown coupon(Turn turn) {
        var cart = CartCookie.of(turn);
        var code = turn.fields().filled("code").map(text -> text.toUpperCase(Locale.ROOT));
        return cart.isEmpty() || code.isEmpty()
                ? turn.go("/cart")
                : answer(turn, () -> cart.get().api(turn).act("POST", cart.get().path() + "/coupon", Map.of("code", code.get())));
    }

    private Shown removeCoupon(Turn turn) {
        return CartCookie.of(turn)
                .map(cart -> answer(turn, () -> cart.api(turn).act("DELETE", cart.path() + "/coupon", null)))
                .orElseGet(() -> turn.go("/cart"));
    }

    /// Does it, and shows the cart with what came of it: as a drawer to a script, as a page otherwise.
    private Shown answer(Turn turn, Runnable deed) {
        Problem problem = null;
        try {
            deed.run();
        } catch (Refused refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
            problem = Problem.of(refused);
        }
        if (turn.fragment()) {
            return drawer(turn, problem);
        }
        if (problem != null) {
            return page(turn, 422, problem);
        }
        carts.read(turn);
        return turn.go("/cart");
    }

    /// @param key of the text that says what went wrong
    public record Problem(String key, String code) {
        static Problem of(Refused refused) {
            var reason = refused.member("reason").map(node -> node.asString("")).orElse("");
            return new Problem("cart.refused." + refused.code(), reason);
        }
    }

    private Shown drawer(Turn turn, @Nullable Problem problem) {
        var cart = carts.read(turn);
        var model = new HashMap<String, @Nullable Object>();
        model.put("shell", front.bare(turn, "").counting(cart.map(Cart::count).orElse(0)));
        model.put("cart", cart.orElse(null));
        model.put("problem", problem);
        return turn.html(200, "drawer.jte", model);
    }

    private Shown page(Turn turn, int status, @Nullable Problem problem) {
        var cart = carts.read(turn);
        var country = turn.query("country").filter(COUNTRIES::contains)
                .or(() -> cart.map(Cart::delivery).map(Cart.Delivery::address).map(address -> address.countryCode()))
                .orElse(turn.words().locale().getCountry());
        var model = new HashMap<String, @Nullable Object>();
        model.put("shell", front.own(turn, turn.words().say("cart.title")).counting(cart.map(Cart::count).orElse(0)));
        model.put("cart", cart.orElse(null));
        model.put("problem", problem);
        model.put("merged", Welcome.news(turn).orElse(null));
        model.put("country", country);
        model.put("countries", Countries.of(turn.words().locale()));
        model.put("shipping", cart.filter(one -> !one.empty()).map(one -> shipping(turn, one, country)).orElse(Shipping.NONE));
        return turn.html(status, "cart.jte", model);
    }

    private Shipping shipping(Turn turn, Cart cart, String country) {
        var goods = Optional.ofNullable(cart.totals()).map(totals -> totals.subtotal() - totals.discount()).orElse(0L);
        return front.catalogue().shipping(turn, country, "", cart.currency(), goods);
    }
}
