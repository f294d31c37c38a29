package dev.souk.platform.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why something happens: the journey it belongs to, the message or request that led to it, and who stands behind it.
///
/// @param correlationId the journey; the same from the shopper's click to the last consequence
/// @param causationId id of the message or request that caused this one
/// @param actor who stands at the beginning
/// @param traceparent W3C trace context, if any
public record Cause(UUID correlationId, UUID causationId, Actor actor, @Nullable String traceparent) {
    /// The cause of whatever a handler of message `id` does next.
    public Cause next(UUID id) {
        return new Cause(correlationId, id, actor, traceparent);
    }

    /// The same as a part of an earlier journey: what falls due belongs to what it fell due for.
    public Cause within(UUID journey) {
        return new Cause(journey, causationId, actor, traceparent);
    }

    /// A new journey that the platform itself begins, for example a timer.
    public static Cause system(UUID id) {
        return new Cause(id, id, Actor.SYSTEM, null);
    }
}
