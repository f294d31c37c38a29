package dev.souk.platform.messaging;

/// Asks other contexts. A direct call when the owner runs in this process.
public interface Bus {
    /// @throws ContextAbsent when no running context answers this query
    <R> R ask(Query<R> query);

    /// The owner of what was asked for is not running here.
    final class ContextAbsent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ContextAbsent(String message) {
            super(message);
        }
    }
}
