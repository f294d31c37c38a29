package dev.souk.platform.messaging;

import java.util.function.Function;

/// Opens transactions on the context's own database, for work that is neither a message nor a request: a background
/// worker that talks to an outside party, or a resumable job.
public interface Transactions {
    /// Runs `work` in one transaction and commits; rolls back when it throws.
    <T> T write(Cause cause, Function<Tx, T> work);

    /// Runs `work` where only reading is possible.
    <T> T read(Function<Tx, T> work);
}
