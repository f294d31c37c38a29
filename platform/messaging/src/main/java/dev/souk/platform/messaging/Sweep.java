package dev.souk.platform.messaging;

/// Work that falls due with time: expiry, activation, retries. Claims due rows of the context's own tables with
/// `for update skip locked limit n`, acts, and answers how many it took; it is called again at once while it answers
/// more than zero, and otherwise after its interval.
@FunctionalInterface
public interface Sweep {
    int run(Tx tx);
}
