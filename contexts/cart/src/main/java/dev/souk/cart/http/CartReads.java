package dev.souk.cart.http;

import dev.souk.cart.domain.CartRefusal;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.GetMyCart;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.QueryHandler;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Requests that change nothing.
final class CartReads {
    private static final int LONGEST_TOKEN = 256;

    private final QueryHandler<GetCart, Optional<GetCart.Cart>> cart;
    private final QueryHandler<GetMyCart, Optional<GetCart.Cart>> mine;
    private final Quoting quoting;

    CartReads(
            QueryHandler<GetCart, Optional<GetCart.Cart>> cart,
            QueryHandler<GetMyCart, Optional<GetCart.Cart>> mine,
            Quoting quoting) {
        this.cart = cart;
        this.mine = mine;
        this.quoting = quoting;
    }

    /// By what right the caller touches a cart.
    static CartAccess access(Call<?> call) {
        var token = call.header(CartToken.HEADER).filter(value -> value.length() <= LONGEST_TOKEN);
        return new CartAccess(
                call.caller().subject(),
                token.map(CartToken::hash).orElse(null),
                call.caller().has(Role.SUPPORT));
    }

    Answer<GetCart.Cart> get(Call<Void> call, Tx tx) {
        return answer(cart.answer(new GetCart(call.pathId("cartId"), access(call)), tx), call);
    }

    Answer<GetCart.Cart> mine(Call<Void> call, Tx tx) {
        var customer = call.caller().subject();
        return customer == null
                ? Answer.refused(new CartRefusal.UnknownCart())
                : answer(mine.answer(new GetMyCart(customer), tx), call);
    }

    private static Answer<GetCart.Cart> answer(Optional<GetCart.Cart> found, Call<?> call) {
        return found.map(cart -> call.unmasked(cart.customerId()) ? cart : cart.masked())
                .map(cart -> Answer.of(cart).version(cart.version()))
                .orElseGet(() -> Answer.refused(new CartRefusal.UnknownCart()));
    }

    Answer<Quote> quote(Call<Void> call, Tx tx) {
        return Answer.from(quoting.quotes(List.of(wanted(call)), tx).getFirst(), quote -> quote);
    }

    Route.Together<Void, Quote> quotes() {
        return new Route.Together<>("cartId", calls -> quoting
                .quotes(calls.stream().map(call -> wanted(call.call())).toList(), calls.getFirst().tx())
                .stream()
                .<@Nullable Answer<Quote>>map(outcome -> Answer.from(outcome, quote -> quote))
                .toList());
    }

    private static Quoting.Wanted wanted(Call<Void> call) {
        return new Quoting.Wanted(call.pathId("cartId"), access(call));
    }
}
