package dev.souk.platform.messaging;

/// Reacts to one event of another context (or of its own). Comes once per event and in order per key; repeats have
/// already been dropped.
@FunctionalInterface
public interface Reaction<E extends Event> {
    void react(E event, Tx tx);
}
