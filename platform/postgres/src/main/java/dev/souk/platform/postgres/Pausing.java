package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Tx;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a worker may work.
final class Pausing {
    private volatile @Nullable Pause pause;

    void load(Tx tx) {
        pause = Pause.read(tx).orElse(null);
    }

    Pause begin(Tx tx, String reason) {
        var begun = Pause.read(tx).orElseGet(() -> Pause.begin(tx, reason));
        tx.afterCommit(() -> pause = begun);
        return begun;
    }

    boolean end(Tx tx) {
        boolean stood = Pause.end(tx);
        tx.afterCommit(() -> pause = null);
        return stood;
    }

    Optional<Pause> now() {
        return Optional.ofNullable(pause);
    }

    boolean off() {
        return pause == null;
    }
}
