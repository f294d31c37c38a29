package dev.souk.platform.messaging;

/// Asks exactly one context to do something. `R` is what a successful handling answers (for callers in the same
/// context; across contexts the answer is an event).
public non-sealed interface Command<R> extends Message {}
