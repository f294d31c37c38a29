package dev.souk.platform.messaging;

import java.util.List;

/// Handles many messages in one transaction with set-based SQL. Must have the same effect as handling them one by one
/// in the given order; the same key may appear more than once. Use [Tx#because] for what each of them publishes.
@FunctionalInterface
public interface BatchHandler<M extends Message> {
    void handle(List<Received<M>> batch, Tx tx);
}
