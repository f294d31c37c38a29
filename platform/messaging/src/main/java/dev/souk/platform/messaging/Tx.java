package dev.souk.platform.messaging;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One open transaction on one context's own database. Only who holds it can write or publish, so rows and messages
/// commit as one. Not thread-safe; never keep it beyond the call that received it.
public interface Tx extends Rows {
    /// Publishes a fact of this context.
    ///
    /// @param aggregateVersion version of the aggregate after this fact, from 1; raise it by one for every event
    void publish(Event event, long aggregateVersion);

    /// Asks another context, with an id that stays the same when the command is sent again.
    void send(UUID commandId, Command<?> command);

    /// A new time-ordered id (UUID v7).
    UUID newId();

    /// Why this transaction happens.
    Cause cause();

    /// The same transaction, with what is published from it caused by `message`. For batch handlers.
    Tx because(Received<?> message);

    /// The same transaction on behalf of another cause, where several requests share one.
    Tx because(Cause other);

    /// The same transaction as a part of an earlier journey, if it is known: what falls due belongs to what it fell due
    /// for.
    default Tx within(@Nullable UUID journey) {
        return journey == null ? this : because(cause().within(journey));
    }

    /// Writes a row of the audit log.
    void audit(Audited what);

    /// Who on the staff was shown something about this person by this context.
    List<Access> accesses(UUID person);

    /// Forgets the answers that are kept for this person's repeats; answers how many.
    int forgetAnswers(UUID person);

    /// A number that rises from one call to the next, for events that belong to no aggregate of this context.
    long rising();

    /// Runs after the commit, never after a rollback; for caches and waiting requests in this process. It must not
    /// throw, and nothing may depend on it: after a crash it does not run.
    void afterCommit(Runnable action);
}
