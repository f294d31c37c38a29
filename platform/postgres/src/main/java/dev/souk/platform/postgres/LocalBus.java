package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Query;
import dev.souk.platform.messaging.QueryHandler;
import dev.souk.platform.messaging.Transactions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Queries between the contexts of one process: a direct call, in a transaction of the owner that can only read and
/// takes a connection only when it needs one.
final class LocalBus implements Bus {
    private final Map<Class<?>, Answering> answering = new ConcurrentHashMap<>();

    private record Answering(QueryHandler<?, ?> handler, Transactions transactions) {}

    void answer(Class<?> query, QueryHandler<?, ?> handler, Transactions transactions) {
        if (answering.put(query, new Answering(handler, transactions)) != null) {
            throw new IllegalStateException(query.getSimpleName() + " is answered twice");
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R ask(Query<R> query) {
        var owner = answering.get(query.getClass());
        if (owner == null) {
            throw new ContextAbsent("nobody in this process answers " + query.getClass().getSimpleName());
        }
        var handler = (QueryHandler<Query<R>, R>) owner.handler();
        return owner.transactions().read(tx -> handler.answer(query, tx));
    }
}
