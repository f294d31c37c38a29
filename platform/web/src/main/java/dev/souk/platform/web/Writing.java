package dev.souk.platform.web;

import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the calls of one writing route run: each in a transaction of its own, or several in one.
final class Writing<B, A> {
    private final Route.Action.Writes<B, A> action;
    private final Rendering<A> rendering;
    private final Transactions transactions;
    private final Gathering gathering;

    Writing(Route.Action.Writes<B, A> action, Rendering<A> rendering, Served served, Gathering gathering) {
        this.action = action;
        this.rendering = rendering;
        this.transactions = Objects.requireNonNull(served.transactions(), "the route needs transactions");
        this.gathering = gathering;
    }

    Reply write(HttpCall<B> call, @Nullable Idempotency key, Journey journey) {
        var together = action.together();
        var waiting = new Waiting<>(
                this,
                call,
                key,
                journey.cause(call.caller().actor()),
                together == null || together.key() == null ? null : call.pathId(together.key()));
        return together == null ? alone(waiting) : gathering.ask(waiting);
    }

    Reply alone(Waiting<B, A> one) {
        var call = one.call();
        var key = one.key();
        if (key == null) {
            return rendering.reply(
                    transactions.write(one.cause(), tx -> kept(action.handler().handle(call.in(tx), tx))), call.request());
        }
        return transactions.write(one.cause(), tx -> {
            var earlier = key.earlier(tx);
            if (earlier != null) {
                return earlier;
            }
            var reply = rendering.reply(kept(action.handler().handle(call.in(tx), tx)), call.request());
            key.keep(tx, reply);
            return reply;
        });
    }

    /// Answers those of them that nothing speaks against.
    void together(List<Waiting<B, A>> calls, Tx tx) {
        var joint = calls.stream()
                .map(one -> {
                    var own = tx.because(one.cause());
                    return new Route.Joint<>(one.call().in(own), own);
                })
                .toList();
        var answers = Objects.requireNonNull(action.together()).handler().handle(joint);
        for (int i = 0; i < calls.size(); i++) {
            if (answers.get(i) instanceof Answer.Good<A> good) {
                calls.get(i).answered(good);
            }
        }
    }

    Reply reply(Waiting<B, A> one, Answer.Good<A> answer) {
        return rendering.reply(answer, one.call().request());
    }

    /// A refusal leaves by exception, so that the transaction keeps nothing.
    private static <A> Answer<A> kept(Answer<A> answer) {
        if (answer instanceof Answer.Bad<A>(var reason)) {
            throw Problem.of(reason).halt();
        }
        return answer;
    }
}
