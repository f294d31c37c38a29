package dev.souk.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What surrounds a message. Layout and meaning: ground rules of the contracts, section 2.
///
/// @param id unique per message; for a command its idempotency key
/// @param type wire name
/// @param version `major.minor`
/// @param context who wrote it
/// @param target for a command the handling context, otherwise null
/// @param key order of delivery
/// @param aggregateVersion version of the aggregate that the event describes, from 1; 0 for commands
/// @param position place in the writer's journal; 0 while not yet written
/// @param occurredAt UTC, the writer's clock
/// @param cause the journey and what led here
public record Envelope(
        UUID id,
        String type,
        String version,
        String context,
        @Nullable String target,
        String key,
        long aggregateVersion,
        long position,
        Instant occurredAt,
        Cause cause) {
    /// The same, with its place in the journal.
    public Envelope at(long position) {
        return new Envelope(
                id, type, version, context, target, key, aggregateVersion, position, occurredAt, cause);
    }
}
