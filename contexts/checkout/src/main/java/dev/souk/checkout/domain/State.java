package dev.souk.checkout.domain;

import java.time.Instant;

/// Where a checkout stands.
public sealed interface State {
    /// Waiting for the answer to a step.
    record Asked(Step step) implements State {}

    /// Waiting for the shopper on the provider's page; then the payment answers.
    record AwaitingShopper(Action action) implements State {}

    /// Giving everything back; the shopper is told when all of it is.
    record Undoing(Failure failure, Undo undo) implements State {}

    /// The order exists.
    record Completed(String confirmationNumber, Instant at) implements State {}

    /// Over without an order. Something that turned up late may still have to be given back.
    record Failed(Failure failure, Undo undo, Instant at) implements State {}

    /// What the provider wants of the shopper.
    ///
    /// @param kind THREE_DS or REDIRECT
    record Action(String kind, String clientRef, Instant until) {}
}
