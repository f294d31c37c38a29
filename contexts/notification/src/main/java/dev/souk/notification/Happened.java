package dev.souk.notification;

import dev.souk.notification.db.Queued;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// An event that has come, alone or in a batch.
///
/// @param correlation the journey that it belongs to
record Happened(Event event, UUID id, UUID correlation) {
    /// As a reaction sees it: the event is the cause of its transaction.
    static Happened alone(Event event, Tx tx) {
        return new Happened(event, tx.cause().causationId(), tx.cause().correlationId());
    }

    static Happened of(Received<Message> received) {
        var envelope = received.envelope();
        return new Happened((Event) received.message(), envelope.id(), envelope.cause().correlationId());
    }

    Queued.Cause cause() {
        return new Queued.Cause(id, type(event), correlation);
    }

    static String type(Event event) {
        return event.getClass().getAnnotation(MessageType.class).name();
    }
}
