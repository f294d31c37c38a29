package dev.souk.platform.messaging;

/// Asks the owning context for information; never changes state. `R` is the answer.
public interface Query<R> {}
