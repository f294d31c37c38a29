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
        if (cookie.isEmpty()) {
            return Optional.empty();
        }
        var cart = cookie.get().api(turn).find(cookie.get().path(), Cart.class);
        if (cart.isEmpty()) {
            CartCookie.drop(turn);
        } else if (cart.get().count() != cookie.get().count()) {
            cookie.get().count(cart.get().count()).keep(turn);
        }
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
        put(turn, open(turn, currency), item);
    }

    private static void put(Turn turn, CartCookie cart, Map<String, Object> item) {
        cart.api(turn).act("POST", cart.path() + "/items", item);
    }

    private static CartCookie open(Turn turn, String currency) {
        var opened = turn.api().send("POST", "/carts", Map.of("currency", currency), Cart.Opened.class);
        var cart = new CartCookie(opened.cartId(), Objects.requireNonNull(opened.cartToken(), "a guest is given a token"), 0);
        cart.keep(turn);
        return cart;
    }
}
