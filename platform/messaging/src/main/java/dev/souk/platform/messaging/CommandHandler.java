package dev.souk.platform.messaging;

/// Handles one command: load or build, decide, save, publish. A refusal must leave no rows behind: decide first.
@FunctionalInterface
public interface CommandHandler<C extends Command<R>, R> {
    Outcome<R> handle(C command, Tx tx);
}
