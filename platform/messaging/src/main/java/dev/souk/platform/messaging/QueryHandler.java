package dev.souk.platform.messaging;

/// Answers a query in a transaction that can only read.
@FunctionalInterface
public interface QueryHandler<Q extends Query<R>, R> {
    R answer(Q query, Tx tx);
}
