package dev.souk.storefront;

import dev.souk.pages.Client;
import dev.souk.pages.Cookie;
import dev.souk.pages.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The shopper's cart: its id, and how many things are in it (so that pages need not ask).
///
/// @param token with which a guest proves it; empty for the cart of an account
record CartCookie(UUID cartId, String token, int count) {
    private static final Cookie COOKIE = new Cookie("cart", Duration.ofDays(30));
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{20,100}|)\\.(\\d{1,6})");

    static Optional<CartCookie> of(Turn turn) {
        return turn.cookie(COOKIE)
                .map(FORM::matcher)
                .filter(matcher -> matcher.matches())
                .flatMap(matcher -> Turn.uuid(matcher.group(1))
                        .map(id -> new CartCookie(id, matcher.group(2), Integer.parseInt(matcher.group(3)))));
    }

    /// The API for whoever holds this cart.
    Client api(Turn turn) {
        return guest() ? turn.api().with("Cart-Token", token) : turn.api();
    }

    boolean guest() {
        return !token.isEmpty();
    }

    String path() {
        return "/carts/" + cartId;
    }

    CartCookie count(int other) {
        return new CartCookie(cartId, token, other);
    }

    void keep(Turn turn) {
        turn.remember(COOKIE, cartId + "." + token + "." + count);
    }

    static void drop(Turn turn) {
        turn.forget(COOKIE);
    }
}
