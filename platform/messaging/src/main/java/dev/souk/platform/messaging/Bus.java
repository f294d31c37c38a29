package dev.souk.platform.messaging;

/// Asks and calls other contexts. A direct call when the owner runs in this process.
public interface Bus {
    /// @throws ContextAbsent when no running context answers this query
    <R> R ask(Query<R> query);

    /// A command handled at once by its owner, in the owner's own transaction and in no journal: for secrets and for
    /// what a request must know before it answers. The caller may repeat it, so it is idempotent.
    ///
    /// @throws ContextAbsent when no running context handles this command
    <R> Outcome<R> call(Command<R> command, Cause cause);

    /// The owner of what was asked for is not running here.
    final class ContextAbsent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ContextAbsent(String message) {
            super(message);
        }
    }
}
