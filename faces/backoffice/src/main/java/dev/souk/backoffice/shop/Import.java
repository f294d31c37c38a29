package dev.souk.backoffice.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far an import is.
///
/// @param state QUEUED, RUNNING, COMPLETED or FAILED
public record Import(
        UUID importId,
        String state,
        String format,
        boolean dryRun,
        long total,
        long processed,
        long created,
        long updated,
        long unchanged,
        long failed,
        Instant queuedAt,
        @Nullable Instant completedAt) {
    public boolean running() {
        return state.equals("QUEUED") || state.equals("RUNNING");
    }

    /// Rows that were not taken.
    public record Errors(List<Row> errors, @Nullable String nextCursor) {}

    public record Row(int row, @Nullable String sku, String code, String detail) {}
}
