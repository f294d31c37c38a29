package dev.souk.platform.messaging;

import java.util.function.Function;

/// How a command ended: done, or refused for a reason that the business knows. Bugs and outages are exceptions.
public sealed interface Outcome<R> {
    record Done<R>(R result) implements Outcome<R> {}

    record Refused<R>(Refusal reason) implements Outcome<R> {}

    /// Done with a result.
    static <R> Outcome<R> done(R result) {
        return new Done<>(result);
    }

    /// Refused; nothing was changed.
    static <R> Outcome<R> refused(Refusal reason) {
        return new Refused<>(reason);
    }

    /// Applies `then` to a result; a refusal passes through.
    default <S> Outcome<S> then(Function<? super R, Outcome<S>> then) {
        return switch (this) {
            case Done<R>(var result) -> then.apply(result);
            case Refused<R>(var reason) -> refused(reason);
        };
    }
}
