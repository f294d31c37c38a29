package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that could not be handled, or waits behind one that could not.
///
/// @param attempts 0 for one that only waits
/// @param dueAt the next try; null when it is dead or waits
/// @param dead whether the retry ladder is at its end
public record DeadLetter(
        UUID id,
        String source,
        long position,
        String type,
        String key,
        int attempts,
        @Nullable Instant dueAt,
        boolean dead,
        @Nullable String error,
        Instant parkedAt) {
    static DeadLetter from(Row row) {
        return new DeadLetter(
                row.uuid("id"),
                row.text("source"),
                row.bigint("position"),
                row.text("type"),
                row.text("key"),
                row.integer("attempts"),
                row.instantOrNull("due_at"),
                row.bool("dead"),
                error(row.textOrNull("error")),
                row.instant("parked_at"));
    }

    private static @Nullable String error(@Nullable String text) {
        return text == null ? null : MaskedJson.text(text);
    }
}
