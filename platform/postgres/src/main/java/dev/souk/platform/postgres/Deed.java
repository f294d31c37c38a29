package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Row;
import java.time.Instant;
import java.util.UUID;

/// What somebody on the staff did or looked at, as the audit log has it.
public record Deed(
        String context, Instant at, String actorId, String roles, String action, String target, UUID correlationId) {
    static Deed from(Row row, String context) {
        return new Deed(
                context, row.instant("at"), row.text("actor_id"), row.text("roles"), row.text("action"),
                row.text("target"), row.uuid("correlation_id"));
    }
}
