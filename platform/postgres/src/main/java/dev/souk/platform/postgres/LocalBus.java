package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.CommandHandler;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Query;
import dev.souk.platform.messaging.QueryHandler;
import dev.souk.platform.messaging.Transactions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Queries and calls between the contexts of one process: the owner's handler, directly. Queries run in a transaction of
/// the owner that can only read, commands in one that is rolled back when they are refused; either takes a connection
/// only when it needs one.
final class LocalBus implements Bus {
    private final Map<Class<?>, Answering> answering = new ConcurrentHashMap<>();
    private final Map<Class<?>, Obeying> obeying = new ConcurrentHashMap<>();

    private record Answering(QueryHandler<?, ?> handler, Transactions transactions) {}

    private record Obeying(CommandHandler<?, ?> handler, Transactions transactions) {}

    void answer(Class<?> query, QueryHandler<?, ?> handler, Transactions transactions) {
        if (answering.put(query, new Answering(handler, transactions)) != null) {
            throw new IllegalStateException(query.getSimpleName() + " is answered twice");
        }
    }

    void obey(Class<?> command, CommandHandler<?, ?> handler, Transactions transactions) {
        if (obeying.put(command, new Obeying(handler, transactions)) != null) {
            throw new IllegalStateException(command.getSimpleName() + " is handled twice");
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

    @Override
    @SuppressWarnings("unchecked")
    public <R> Outcome<R> call(Command<R> command, Cause cause) {
        var owner = obeying.get(command.getClass());
        if (owner == null) {
            throw new ContextAbsent("nobody in this process handles " + command.getClass().getSimpleName());
        }
        var handler = (CommandHandler<Command<R>, R>) owner.handler();
        return Refusable.write(owner.transactions(), cause, tx -> handler.handle(command, tx));
    }
}
