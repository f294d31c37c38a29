package dev.souk.pages;

import java.util.Optional;

/// What a face does when somebody signs in or out. The turn's API is already the visitor's own when they arrive, and
/// still when they leave.
public interface Arrival {
    /// Nothing in particular.
    Arrival PLAIN = _ -> Optional.empty();

    /// Right after signing in, before the page that was asked for: takes over what the visitor had as a guest.
    ///
    /// @return how to greet them; empty for the first part of their mail address
    Optional<String> arrived(Turn turn);

    /// Right before signing out: forgets what the browser keeps for this visitor.
    default void leaves(Turn turn) {}
}
