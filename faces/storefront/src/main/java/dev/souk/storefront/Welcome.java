package dev.souk.storefront;

import dev.souk.pages.Arrival;
import dev.souk.pages.Cookie;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.storefront.shop.Cart;
import dev.souk.storefront.shop.Person;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Somebody signs in or out: what happens to the cart, and how she is told.
public final class Welcome implements Arrival {
    private static final Cookie TOLD = new Cookie("arrival", Duration.ofMinutes(10));
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})-(\\d{1,4})");

    private final CartHolder carts = new CartHolder();

    /// What became of two carts.
    ///
    /// @param added things that came from the guest's cart
    /// @param left things for which there was no room
    public record Merged(int added, int left) {}

    @Override
    public Optional<String> arrived(Turn turn) {
        takeOver(turn);
        return Front.person(turn).map(Person::called);
    }

    /// What the guest had chosen goes into the account's cart; both carts stay as they are when that is not possible.
    private void takeOver(Turn turn) {
        var guest = CartCookie.of(turn).filter(CartCookie::guest);
        var chosen = guest.flatMap(cookie -> cookie.api(turn).find(cookie.path(), Cart.class)).filter(Cart::active).filter(cart -> !cart.empty());
        if (chosen.isEmpty()) {
            carts.mine(turn);
            return;
        }
        var before = carts.mine(turn).filter(Cart::active);
        var count = before.map(Cart::count).orElse(0);
        try {
            var target = before.flatMap(_ -> CartCookie.of(turn)).orElseGet(() -> CartHolder.open(turn, chosen.get().currency()));
            merge(turn, guest.get(), chosen.get(), target);
            var now = carts.read(turn).map(Cart::count).orElse(0);
            if (count > 0) {
                turn.remember(TOLD, (now - count) + "-" + Math.max(0, count + chosen.get().count() - now));
            }
        } catch (Refused refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
            guest.get().keep(turn);
        }
    }

    private static void merge(Turn turn, CartCookie guest, Cart chosen, CartCookie target) {
        turn.api().with("Cart-Token", guest.token()).act("POST", target.path() + "/merge", Map.of("sourceCartId", guest.cartId()));
        var code = chosen.promotionCode();
        if (code != null) {
            try {
                turn.api().act("POST", target.path() + "/coupon", Map.of("code", code));
            } catch (Refused refused) {
                if (refused.status() >= 500) {
                    throw refused; // a code that the account may not use is simply not there any more
                }
            }
        }
    }

    /// The account keeps its cart; the browser forgets it.
    @Override
    public void leaves(Turn turn) {
        CartCookie.of(turn).filter(cart -> !cart.guest()).ifPresent(_ -> CartCookie.drop(turn));
    }

    /// What is to be said once.
    public static Optional<Merged> news(Turn turn) {
        var told = turn.cookie(TOLD).map(FORM::matcher).filter(matcher -> matcher.matches());
        told.ifPresent(_ -> turn.forget(TOLD));
        return told.map(matcher -> new Merged(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }
}
