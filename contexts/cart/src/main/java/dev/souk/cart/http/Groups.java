package dev.souk.cart.http;

import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Requests of several shoppers, turned into one set-based command.
final class Groups {
    private Groups() {}

    /// The group form of a route.
    ///
    /// @param key path variable with the id of the cart, if it exists already
    /// @param prepare what is asked for; null when the request is not in order
    /// @param command what the handler needs of it
    static <B, P, C, R, A> Route.Together<B, A> of(
            @Nullable String key,
            BiFunction<Call<B>, Tx, @Nullable P> prepare,
            Function<P, C> command,
            Several<C, R> handler,
            BiFunction<P, R, Answer<A>> answer) {
        return new Route.Together<>(key, calls -> {
            var prepared = new ArrayList<@Nullable P>();
            var asked = new ArrayList<Asked<C>>();
            for (var call : calls) {
                var one = prepare.apply(call.call(), call.tx());
                prepared.add(one);
                if (one != null) {
                    asked.add(new Asked<>(command.apply(one), call.tx()));
                }
            }
            var results = asked.isEmpty() ? List.<@Nullable R>of() : handler.handle(asked);
            return answers(prepared, results, answer);
        });
    }

    private static <P, R, A> List<@Nullable Answer<A>> answers(
            List<@Nullable P> prepared, List<@Nullable R> results, BiFunction<P, R, Answer<A>> answer) {
        var answers = new ArrayList<@Nullable Answer<A>>();
        var next = results.iterator();
        for (var one : prepared) {
            var result = one == null ? null : next.next();
            answers.add(one == null || result == null ? null : answer.apply(one, result));
        }
        return answers;
    }
}
