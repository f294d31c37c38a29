package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import java.util.function.Function;

/// Stands where a door plate is only read.
enum NoDatabase implements Transactions {
    HERE;

    @Override
    public <T> T write(Cause cause, Function<Tx, T> work) {
        throw new IllegalStateException("this context is not running");
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
        throw new IllegalStateException("this context is not running");
    }
}
