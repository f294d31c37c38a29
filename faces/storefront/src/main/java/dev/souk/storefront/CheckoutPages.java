package dev.souk.storefront;

import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.shop.Address;
import dev.souk.storefront.shop.Cart;
import dev.souk.storefront.shop.Checkout;
import dev.souk.storefront.shop.Points;
import dev.souk.storefront.shop.Quote;
import dev.souk.storefront.shop.Shipping;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Buying, on one page: who, where to, how, and the provider's own form for the card.
final class CheckoutPages {
    private final Front front;
    private final CartHolder carts = new CartHolder();

    CheckoutPages(Front front) {
        this.front = front;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/checkout", turn -> show(turn, 200, Form.ofCart(cart(turn), Front.person(turn)), Wrong.NOTHING)),
                Page.get("/checkout/return", this::paid),
                Page.post("/checkout", this::send));
    }

    private @Nullable Cart cart(Turn turn) {
        return carts.read(turn).orElse(null);
    }

    /// Back from the provider's page with a token for the card: for shoppers without scripts.
    private Shown paid(Turn turn) {
        var token = turn.query("token").filter(text -> text.length() <= 255);
        var proof = CartCookie.of(turn).map(Form::proof);
        if (token.isEmpty() || proof.isEmpty() || !turn.query("state").equals(proof)) {
            return turn.go("/checkout");
        }
        return show(turn, 200, Form.ofCart(cart(turn), Front.person(turn)).paidWith(token.get()), Wrong.NOTHING);
    }

    private Shown send(Turn turn) {
        var holder = CartCookie.of(turn);
        if (holder.isEmpty()) {
            return turn.go("/cart");
        }
        var form = Form.of(turn.fields(), Front.person(turn));
        var apply = turn.fields().get("apply");
        var only = !apply.isEmpty() || !turn.fields().get("update").isEmpty();
        var wrong = only ? Wrong.NOTHING : form.wrong();
        if (!wrong.isEmpty()) {
            return show(turn, 422, form, wrong);
        }
        try {
            form.delivery().ifPresent(delivery -> holder.get().api(turn).act("PUT", holder.get().path() + "/delivery", delivery));
            if (only) {
                return show(turn, 200, form, new Reduction(holder.get()).apply(turn, apply));
            }
            return form.token().isEmpty() ? turn.go(cardPage(turn, holder.get())) : buy(turn, holder.get(), form);
        } catch (Refused refused) {
            return refused(turn, form, refused);
        }
    }

    private Shown buy(Turn turn, CartCookie cart, Form form) {
        form.kept().ifPresent(address -> keep(turn, address));
        var order = new HashMap<String, Object>();
        order.put("quoteId", form.quoteId());
        order.put("quoteHash", form.quoteHash());
        order.put("paymentMethodToken", form.token());
        order.put("returnUrl", turn.origin() + "/checkout");
        var started = cart.api(turn).with("Idempotency-Key", form.key())
                .send("POST", cart.path() + "/checkout", order, Checkout.Started.class);
        return turn.go("/checkout/" + started.checkoutId());
    }

    /// Into the address book; a full book does not stop a purchase. The id follows from the address, so that a second
    /// attempt adds no second one.
    private static void keep(Turn turn, Address address) {
        var id = UUID.nameUUIDFromBytes(address.toString().getBytes(StandardCharsets.UTF_8));
        try {
            turn.api().act("POST", "/customers/me/addresses", Map.of("addressId", id, "address", address, "kinds", List.of("SHIPPING")));
        } catch (Refused refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
        }
    }

    private Shown refused(Turn turn, Form form, Refused refused) {
        if (refused.status() >= 500) {
            throw refused;
        }
        return switch (refused.code()) {
            case "CART_ORDERED", "UNKNOWN_CART" -> turn.go("/cart");
            case "CHECKOUT_IN_PROGRESS", "CART_LOCKED" -> Optional.ofNullable(cart(turn))
                    .map(Cart::checkoutId)
                    .map(id -> turn.go("/checkout/" + id))
                    .orElseGet(() -> turn.go("/cart"));
            default -> show(turn, 409, form, Wrong.because(refused.code()));
        };
    }

    /// The provider's page, for a browser that runs no scripts.
    private String cardPage(Turn turn, CartCookie cart) {
        var cards = front.config().cards().map(Object::toString).orElse("");
        return cards.isEmpty()
                ? "/checkout"
                : cards + "?lang=" + turn.words().tag() + "&return_url=" + Client.escaped(turn.origin() + "/checkout/return")
                        + "&state=" + Form.proof(cart);
    }

    private Shown show(Turn turn, int status, Form form, Wrong wrong) {
        var cart = cart(turn);
        if (cart == null || cart.empty()) {
            return turn.go("/cart");
        }
        if (!cart.active() && cart.checkoutId() != null) {
            return turn.go("/checkout/" + cart.checkoutId());
        }
        var holder = CartCookie.of(turn).orElseThrow();
        var country = form.country(turn.words().locale());
        var shipping = shipping(turn, cart, country, form.postcode());
        var quote = quote(turn, holder);
        var model = new HashMap<String, @Nullable Object>();
        model.put("shell", front.own(turn, turn.words().say("checkout.title")));
        model.put("cart", cart);
        model.put("form", form.keyed(UUID.randomUUID().toString()));
        model.put("wrong", wrong);
        model.put("country", country);
        model.put("countries", Countries.of(turn.words().locale()));
        model.put("shipping", shipping);
        model.put("quote", quote);
        model.put("points", form.person().isEmpty() ? null : turn.api().get("/customers/me/points?limit=1", Points.class));
        model.put("merged", Welcome.news(turn).orElse(null));
        model.put("cards", front.config().cards().map(page -> page + "?embed=1&lang=" + turn.words().tag()).orElse(null));
        return turn.html(status, "checkout.jte", model);
    }

    private Shipping shipping(Turn turn, Cart cart, String country, String postcode) {
        var goods = Optional.ofNullable(cart.totals()).map(totals -> totals.subtotal() - totals.discount()).orElse(0L);
        return front.catalogue().shipping(turn, country, postcode, cart.currency(), goods);
    }

    /// Nothing while the cart cannot be priced: the page then says what is in the way.
    private static @Nullable Quote quote(Turn turn, CartCookie cart) {
        try {
            return cart.api(turn).send("POST", cart.path() + "/quote", null, Quote.class);
        } catch (Refused refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
            return null;
        }
    }
}
