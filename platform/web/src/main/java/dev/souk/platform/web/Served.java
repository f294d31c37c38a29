package dev.souk.platform.web;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes of one running context, and what they run in.
///
/// @param transactions null where every route is free of them
public record Served(String context, List<Route<?, ?>> routes, @Nullable Transactions transactions, Commands commands) {
    public Served {
        routes = List.copyOf(routes);
    }

    /// Runs the handler of a command of the context in an open transaction.
    public interface Commands {
        <R> Outcome<R> handle(Command<R> command, Tx tx);
    }

    public static Served of(RunningContext running) {
        return new Served(running.name(), running.routes(), running.transactions(), running::handle);
    }

    /// Routes that belong to no context and need no database.
    public static Served free(String name, List<Route<?, ?>> routes) {
        return new Served(name, routes, null, new Commands() {
            @Override
            public <R> Outcome<R> handle(Command<R> command, Tx tx) {
                throw new IllegalStateException(name + " handles no commands");
            }
        });
    }
}
