package dev.souk.storefront;

import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import java.util.Locale;
import java.util.Map;

/// What takes something off a cart: a code, or points.
record Reduction(CartCookie cart) {
    /// @param what `coupon`, `uncoupon`, `points` or `unpoints`; anything else changes nothing
    /// @return what is wrong with it
    Wrong apply(Turn turn, String what) {
        var fields = turn.fields();
        try {
            switch (what) {
                case "coupon" -> fields.filled("code").ifPresent(code ->
                        act(turn, "POST", "/coupon", Map.of("code", code.toUpperCase(Locale.ROOT))));
                case "uncoupon" -> cart.api(turn).act("DELETE", cart.path() + "/coupon", null);
                case "points" -> act(turn, "PUT", "/points", Map.of("points", fields.number("points", 0)));
                case "unpoints" -> act(turn, "PUT", "/points", Map.of("points", 0));
                default -> {
                    return Wrong.NOTHING;
                }
            }
            return Wrong.NOTHING;
        } catch (Refused refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
            return wrong(turn, refused);
        }
    }

    private void act(Turn turn, String method, String path, Object body) {
        cart.api(turn).act(method, cart.path() + path, body);
    }

    private static Wrong wrong(Turn turn, Refused refused) {
        var words = turn.words();
        var reason = "coupon." + refused.member("reason").map(node -> node.asString("")).orElse("OTHER");
        return switch (refused.code()) {
            case "COUPON_REJECTED", "INVALID_CODE" -> Wrong.in("code", words.knows(reason) ? reason : "coupon.OTHER");
            case "NO_POINTS", "POINTS_NEED_ACCOUNT", "INVALID_POINTS" -> Wrong.in("points", "points.none.now");
            default -> Wrong.because(refused.code());
        };
    }
}
