package dev.souk.notification.http;

import dev.souk.notification.Unsubscribing;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Route;
import java.util.List;

/// The way out of advertising: a page for people, one click for mail programs (RFC 8058).
public final class UnsubscribeRoutes {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Unsubscribing unsubscribing;

    public UnsubscribeRoutes(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("//unsubscribe/{token}")
                        .answers(200, String.class)
                        .everyone()
                        .summary("Asks whether advertising is to end; changes nothing, because mail programs look at links")
                        .reads((_, _) -> page(Pages.ask())),
                Route.post("//unsubscribe/{token}")
                        .body(byte[].class)
                        .answers(200, String.class)
                        .everyone()
                        .key(Route.Key.NONE)
                        .summary("Ends advertising, with one click (RFC 8058)")
                        .writes(this::end));
    }

    /// A token that is nobody's answers the same: it tells nothing.
    private static Answer<String> page(String page) {
        return Answer.html(page).header("Content-Security-Policy", POLICY);
    }

    private Answer<String> end(Call<byte[]> call, Tx tx) {
        unsubscribing.end(call.path("token"), tx);
        return page(Pages.ended());
    }
}
