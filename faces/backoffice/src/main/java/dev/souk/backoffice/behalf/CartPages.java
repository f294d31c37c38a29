package dev.souk.backoffice.behalf;

import dev.souk.backoffice.form.Doing;
import dev.souk.backoffice.form.Query;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cart for a customer, filled by support. The card is entered in the provider's own form, as in the shop.
public final class CartPages {
    private static final List<String> CURRENCIES = List.of("GBP", "EUR");
    private static final List<String> PLACE =
            List.of("recipientName", "line1", "line2", "city", "region", "postalCode", "countryCode", "phone");

    private final Frame frame;
    private final Optional<URI> cards;

    /// @param cards where the payment provider has its card form
    public CartPages(Frame frame, Optional<URI> cards) {
        this.frame = frame;
        this.cards = cards;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/carts/new", turn -> opening(turn, Wrong.NOTHING)).only("SUPPORT"),
                Page.post("/carts", this::open).only("SUPPORT"),
                Page.get("/carts/{id}", turn -> show(turn, Wrong.NOTHING)).only("SUPPORT"),
                Page.post("/carts/{id}/items", this::add).only("SUPPORT"),
                Page.post("/carts/{id}/lines/{line}", this::change).only("SUPPORT"),
                Page.post("/carts/{id}/coupon", this::coupon).only("SUPPORT"),
                Page.post("/carts/{id}/delivery", this::deliver).only("SUPPORT"),
                Page.post("/carts/{id}/checkout", this::checkOut).only("SUPPORT"),
                Page.get("/checkouts/{id}", this::progress).only("SUPPORT"));
    }

    private Shown opening(Turn turn, Wrong wrong) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("customer", turn.query("customer").orElse(turn.fields().get("customer")));
        model.put("currencies", CURRENCIES);
        model.put("wrong", wrong);
        return frame.show(turn, wrong.isEmpty() ? 200 : 422, "behalf/new.jte", "orders", turn.words().say("cart.new.title"), model);
    }

    private Shown open(Turn turn) {
        var customer = turn.fields().filled("customer");
        if (customer.isPresent() && customer.flatMap(Turn::uuid).isEmpty()) {
            return opening(turn, Wrong.at("customer", turn.words().say("cart.customer.wrong")));
        }
        var body = new HashMap<String, @Nullable Object>(Map.of("currency", turn.fields().get("currency"), "channel", "BACK_OFFICE"));
        body.put("customerId", customer.orElse(null));
        return Doing.of(turn, () -> turn.go(frame.home() + "/carts/" + turn.api().send("POST", "/carts", body, Cart.Opened.class).cartId()),
                wrong -> opening(turn, wrong));
    }

    private Shown show(Turn turn, Wrong wrong) {
        var found = turn.id("id").flatMap(id -> turn.api().find("/carts/" + id, Cart.class));
        if (found.isEmpty()) {
            return turn.missing();
        }
        var cart = found.get();
        var checkout = cart.checkoutId();
        if (!cart.active() && checkout != null) {
            return turn.go(frame.home() + "/checkouts/" + checkout);
        }
        var quote = quote(turn, cart);
        var model = new HashMap<String, @Nullable Object>();
        model.put("cart", cart);
        model.put("products", turn.query("q").map(text -> products(turn, text)).orElse(List.of()));
        model.put("q", turn.query("q").orElse(""));
        model.put("quote", quote);
        model.put("methods", methods(turn, cart, quote));
        model.put("cards", cards.map(page -> page + "?embed=1&lang=" + turn.words().tag()).orElse(null));
        model.put("fields", turn.fields());
        model.put("wrong", wrong);
        return frame.show(turn, wrong.isEmpty() ? 200 : 409, "behalf/cart.jte", "orders", turn.words().say("cart.title"), model);
    }

    private static List<Cart.Product> products(Turn turn, String text) {
        return turn.api().get(new Query("/products").and("q", text).and("limit", "8").toString(), Cart.Found.class).items();
    }

    /// Nothing while the cart cannot be priced.
    private static Cart.@Nullable Quote quote(Turn turn, Cart cart) {
        if (cart.lines().isEmpty()) {
            return null;
        }
        try {
            return turn.api().send("POST", "/carts/" + cart.cartId() + "/quote", null, Cart.Quote.class);
        } catch (Refused refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
            return null;
        }
    }

    private static List<Cart.Method> methods(Turn turn, Cart cart, Cart.@Nullable Quote quote) {
        var delivery = cart.delivery();
        var address = delivery == null ? null : delivery.address();
        return turn.api().get(new Query("/pricing/shipping-cost")
                .and("country", address == null ? turn.words().locale().getCountry() : address.countryCode())
                .and("currency", cart.currency())
                .and("goodsValue", String.valueOf(quote == null ? 0 : quote.subtotal() - quote.discount()))
                .toString(), Cart.Shipping.class).methods();
    }

    private Shown doing(Turn turn, String method, String path, Map<String, ? extends @Nullable Object> body) {
        return turn.id("id")
                .map(id -> Doing.of(turn, () -> {
                    turn.api().act(method, "/carts/" + id + path, body);
                    return turn.go(frame.home() + "/carts/" + id);
                }, wrong -> show(turn, wrong)))
                .orElseGet(turn::missing);
    }

    private Shown add(Turn turn) {
        return Turn.uuid(turn.fields().get("product"))
                .map(product -> doing(turn, "POST", "/items", Map.of("productId", product, "quantity", turn.fields().number("quantity", 1))))
                .orElseGet(turn::missing);
    }

    private Shown change(Turn turn) {
        return turn.id("line")
                .map(line -> doing(turn, "PUT", "/items/" + line, Map.of("quantity", turn.fields().number("quantity", 1))))
                .orElseGet(turn::missing);
    }

    private Shown coupon(Turn turn) {
        return doing(turn, "POST", "/coupon", Map.of("code", turn.fields().get("code")));
    }

    private Shown deliver(Turn turn) {
        var address = new HashMap<String, @Nullable Object>();
        PLACE.forEach(name -> address.put(name, turn.fields().orNull(name)));
        var body = new HashMap<String, @Nullable Object>();
        body.put("address", address);
        body.put("shippingMethodId", turn.fields().orNull("shippingMethodId"));
        body.put("email", turn.fields().orNull("email"));
        return doing(turn, "PUT", "/delivery", body);
    }

    private Shown checkOut(Turn turn) {
        var fields = turn.fields();
        var key = fields.filled("key").orElseGet(() -> UUID.randomUUID().toString());
        var body = Map.of(
                "quoteId", fields.get("quoteId"), "quoteHash", fields.get("quoteHash"), "paymentMethodToken", fields.get("token"));
        return turn.id("id")
                .map(id -> Doing.of(turn, () -> {
                    var started = turn.api().with("Idempotency-Key", key)
                            .send("POST", "/carts/" + id + "/checkout", body, Cart.Started.class);
                    return turn.go(frame.home() + "/checkouts/" + started.checkoutId());
                }, wrong -> show(turn, wrong)))
                .orElseGet(turn::missing);
    }

    private Shown progress(Turn turn) {
        var found = turn.id("id").flatMap(id -> turn.api().find("/checkouts/" + id + "?wait=2", Cart.Checkout.class));
        if (found.isEmpty()) {
            return turn.missing();
        }
        var order = found.get().orderId();
        if (found.get().state().equals("COMPLETED") && order != null) {
            Flash.done(turn, "cart.ordered");
            return turn.go(frame.home() + "/orders/" + order);
        }
        return frame.show(turn, "behalf/checkout.jte", "orders", turn.words().say("cart.checkout"), Map.of("checkout", found.get()));
    }
}
