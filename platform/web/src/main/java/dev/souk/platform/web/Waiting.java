package dev.souk.platform.web;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One request on its way into a transaction that it may share. Made by the thread of the request, which waits for it;
/// everything else is done by whoever leads, before [#end].
final class Waiting<B, A> {
    private final Transacted<B, A> route;
    private final HttpCall<B> call;
    private final @Nullable Idempotency key;
    private final Cause cause;
    private final @Nullable UUID object;
    private final Thread thread = Thread.currentThread();
    private Answer.@Nullable Good<A> answer;
    private @Nullable Reply reply;
    private @Nullable Throwable failure;
    private volatile boolean over;

    /// @param object what the call changes, when calls on the same thing must not meet
    Waiting(
            Transacted<B, A> route,
            HttpCall<B> call,
            @Nullable Idempotency key,
            Cause cause,
            @Nullable UUID object) {
        this.route = route;
        this.call = call;
        this.key = key;
        this.cause = cause;
        this.object = object;
    }

    HttpCall<B> call() {
        return call;
    }

    @Nullable Idempotency key() {
        return key;
    }

    Cause cause() {
        return cause;
    }

    @Nullable UUID object() {
        return object;
    }

    boolean over() {
        return over;
    }

    void answered(Answer.Good<A> good) {
        answer = good;
    }

    /// Forgets what an attempt that was rolled back has answered.
    void again() {
        answer = null;
        reply = null;
    }

    /// The rendered answer, which a repeat of the request is given too; null when there is none.
    @Nullable Reply rendered() {
        if (answer != null && reply == null) {
            reply = route.reply(this, answer);
        }
        return reply;
    }

    /// Runs it in a transaction of its own, in whatever thread.
    void alone() {
        try {
            reply = route.alone(call, key, cause);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        end();
    }

    /// Its answer will be this failure.
    void fail(Throwable why) {
        again();
        failure = why;
    }

    /// Lets the request's thread go on. Without an answer or a failure it will look at its case alone.
    void end() {
        over = true;
        LockSupport.unpark(thread);
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    /// What came of it, in the thread of the request.
    Reply result() {
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        var ready = rendered();
        return ready == null ? route.alone(call, key, cause) : ready;
    }

    /// Runs the group form of the route for `all`, which are of the same route as this.
    @SuppressWarnings("unchecked")
    void lead(List<Waiting<?, ?>> all, Tx tx) {
        route.together(all.stream().map(one -> (Waiting<B, A>) one).toList(), tx);
    }

    Object route() {
        return route;
    }
}
