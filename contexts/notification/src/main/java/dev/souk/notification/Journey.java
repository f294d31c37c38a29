package dev.souk.notification;

import dev.souk.notification.db.Queued;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;

/// What becomes of a notification belongs to the journey that led to it, also hours later.
final class Journey {
    private final Tx tx;
    private final Queued row;

    private Journey(Tx tx, Queued row) {
        this.tx = tx;
        this.row = row;
    }

    static Journey of(Tx tx, Queued row) {
        return new Journey(tx, row);
    }

    void publish(Event event, long version) {
        var cause = row.cause();
        var envelope = new Envelope(
                cause.eventId(), cause.eventType(), "1.0", "notification", null, row.id().toString(), version, 0,
                tx.now(), new Cause(cause.correlationId(), cause.eventId(), Actor.SYSTEM, null));
        tx.because(new Received<>(event, envelope)).publish(event, version);
    }
}
