package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Optional;

/// An operator has made the worker of a context stand still, since when and why. It outlives a restart.
public record Pause(Instant at, String actor, String reason) {
    static Optional<Pause> read(Tx tx) {
        return tx.sql("select at, actor, reason from paused")
                .optional(row -> new Pause(row.instant("at"), row.text("actor"), row.text("reason")));
    }

    static Pause begin(Tx tx, String reason) {
        var pause = new Pause(tx.now(), tx.cause().actor().id(), reason);
        tx.sql("insert into paused (at, actor, reason) values (?, ?, ?)")
                .params(pause.at(), pause.actor(), pause.reason())
                .update();
        return pause;
    }

    static boolean end(Tx tx) {
        return tx.sql("delete from paused").update() > 0;
    }
}
