package dev.souk.storefront;

import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.storefront.shop.Cart;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The shopper's cart, from the first item on.
final class CartHolder {
    /// A cart that can no longer be filled; the next item opens another.
    private static final Set<String> OVER = Set.of("UNKNOWN_CART", "CART_EXPIRED", "CART_MERGED", "CART_ORDERED", "CART_GONE");

    /// The cart as it is now, with its number of things noted for the other pages; empty when there is none.
    Optional<Cart> read(Turn turn) {
        var cookie = CartCookie.of(turn);
        var cart = cookie.flatMap(known -> known.api(turn).find(known.path(), Cart.class));
        if (cart.isEmpty()) {
            return mine(turn);
        }
        if (cart.get().count() != cookie.get().count()) {
            cookie.get().count(cart.get().count()).keep(turn);
        }
        return cart;
    }

    /// The cart of the account, which another browser may have begun.
    Optional<Cart> mine(Turn turn) {
        var cart = Front.signedIn(turn) ? turn.api().find("/carts/mine", Cart.class) : Optional.<Cart>empty();
        cart.ifPresentOrElse(
                found -> new CartCookie(found.cartId(), "", found.count()).keep(turn), () -> CartCookie.drop(turn));
        return cart;
    }

    /// Puts something into the cart, and opens one if there is none that can take it.
    void add(Turn turn, String currency, Map<String, Object> item) {
        var known = CartCookie.of(turn);
        try {
            if (known.isPresent()) {
                put(turn, known.get(), item);
                return;
            }
        } catch (Refused refused) {
            if (!refused.missing() && !OVER.contains(refused.code())) {
                throw refused;
            }
        }
        var other = mine(turn).filter(Cart::active).flatMap(_ -> CartCookie.of(turn));
        put(turn, other.orElseGet(() -> open(turn, currency)), item);
    }

    private static void put(Turn turn, CartCookie cart, Map<String, Object> item) {
        cart.api(turn).act("POST", cart.path() + "/items", item);
    }

    /// A guest is given a token for it.
    static CartCookie open(Turn turn, String currency) {
        var opened = turn.api().send("POST", "/carts", Map.of("currency", currency), Cart.Opened.class);
        var cart = new CartCookie(opened.cartId(), Objects.requireNonNullElse(opened.cartToken(), ""), 0);
        cart.keep(turn);
        return cart;
    }
}
