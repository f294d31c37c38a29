package dev.souk.platform.web;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the calls of one route run that needs a transaction: each in one of its own, or several in one.
final class Transacted<B, A> {
    private final Route.WriteHandler<B, A> handler;
    private final Route.@Nullable Together<B, A> together;
    private final boolean reading;
    private final Rendering<A> rendering;
    private final Transactions transactions;
    private final Gathering gathering;

    private Transacted(
            Route.WriteHandler<B, A> handler,
            Route.@Nullable Together<B, A> together,
            boolean reading,
            Rendering<A> rendering,
            Company company) {
        this.handler = handler;
        this.together = together;
        this.reading = reading;
        this.rendering = rendering;
        this.transactions = company.transactions();
        this.gathering = reading ? company.reading() : company.writing();
    }

    /// The requests to one context that wait for one another.
    record Company(Transactions transactions, Gathering writing, Gathering reading) {
        private static final Cause NOBODY = Cause.system(new UUID(0, 0));

        static Company of(Transactions transactions) {
            return new Company(
                    transactions,
                    new Gathering(work -> transactions.write(NOBODY, work)),
                    new Gathering(transactions::read));
        }
    }

    /// How a route runs; null when it runs without a transaction of the platform's.
    static <B, A> @Nullable Transacted<B, A> of(
            Route.Action<B, A> action, Rendering<A> rendering, @Nullable Company company) {
        return switch (action) {
            case Route.Action.Writes<B, A>(var handler, var together) ->
                new Transacted<>(handler, together, false, rendering, needed(company));
            case Route.Action.Reads<B, A>(var handler, var together) ->
                new Transacted<>(handler, together, true, rendering, needed(company));
            case Route.Action.Free<B, A> _, Route.Action.Streams<B, A> _ -> null;
        };
    }

    private static Company needed(@Nullable Company company) {
        return Objects.requireNonNull(company, "the route needs transactions");
    }

    Reply run(HttpCall<B> call, @Nullable Idempotency key, Journey journey) {
        var cause = journey.cause(call.caller().actor());
        if (together == null) {
            return alone(call, key, cause);
        }
        var object = together.key() == null ? null : call.pathId(together.key());
        return gathering.ask(new Waiting<>(this, call, key, cause, reading ? null : object));
    }

    Reply alone(HttpCall<B> call, @Nullable Idempotency key, Cause cause) {
        if (reading) {
            var seen = rendering.reply(transactions.read(tx -> handler.handle(call.in(tx), tx)), call.request());
            if (call.audited()) {
                transactions.write(cause, tx -> recorded(true, call, tx));
            }
            return seen;
        }
        if (key == null) {
            return rendering.reply(
                    transactions.write(cause, tx -> recorded(kept(handler.handle(call.in(tx), tx)), call, tx)),
                    call.request());
        }
        return transactions.write(cause, tx -> {
            var earlier = key.earlier(tx);
            if (earlier != null) {
                return earlier;
            }
            var reply = rendering.reply(kept(handler.handle(call.in(tx), tx)), call.request());
            key.keep(tx, reply);
            return recorded(reply, call, tx);
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
        var answers = Objects.requireNonNull(together).handler().handle(joint);
        for (int i = 0; i < calls.size(); i++) {
            if (answers.get(i) instanceof Answer.Good<A> good && recorded(calls.get(i).call(), joint.get(i).tx())) {
                calls.get(i).answered(good);
            }
        }
    }

    Reply reply(Waiting<B, A> one, Answer.Good<A> answer) {
        return rendering.reply(answer, one.call().request());
    }

    /// What is only looked at is put on record in a transaction that can write, when it is looked at alone.
    private boolean recorded(HttpCall<B> call, Tx tx) {
        if (reading) {
            return !call.audited();
        }
        call.audit(tx);
        return true;
    }

    private static <R> R recorded(R result, HttpCall<?> call, Tx tx) {
        call.audit(tx);
        return result;
    }

    /// A refusal leaves by exception, so that the transaction keeps nothing.
    private static <A> Answer<A> kept(Answer<A> answer) {
        if (answer instanceof Answer.Bad<A>(var reason)) {
            throw Problem.of(reason).halt();
        }
        return answer;
    }
}
