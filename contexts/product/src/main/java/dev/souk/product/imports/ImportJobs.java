package dev.souk.product.imports;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Imports, their files and their row errors.
public final class ImportJobs {
    private static final String SELECT = "select * from import_job ";

    /// One import and how far it is.
    ///
    /// @param processed rows done, which is also where it goes on
    public record Job(
            UUID importId,
            SourceFormat format,
            String sourceSha256,
            boolean dryRun,
            boolean createCategories,
            @Nullable UUID sellerId,
            String requestedBy,
            String state,
            int total,
            int processed,
            int created,
            int updated,
            int unchanged,
            int failed,
            Instant queuedAt,
            @Nullable Instant completedAt) {}

    /// Why a row was not taken.
    public record RowError(int row, @Nullable String sku, String code, String detail) {}

    /// What became of the rows of one chunk.
    record Counts(int created, int updated, int unchanged, int failed) {}

    /// Answers false when there is an import with this id already.
    public boolean insert(Tx tx, Job job) {
        return tx.sql(
                                """
                                insert into import_job (id, format, source_sha256, dry_run, create_categories, seller_id,
                                                        requested_by, state, total, queued_at)
                                values (?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)
                                on conflict (id) do nothing
                                """)
                        .params(job.importId(), job.format(), job.sourceSha256(), job.dryRun(), job.createCategories())
                        .params(job.sellerId(), job.requestedBy(), job.total(), job.queuedAt())
                        .update()
                == 1;
    }

    /// Keeps the file until its import is through.
    public void keep(Tx tx, UUID importId, byte[] source) {
        tx.sql("insert into import_source (import_id, bytes) values (?, ?)").params(importId, source).update();
    }

    byte[] source(Tx tx, UUID importId) {
        return tx.sql("select bytes from import_source where import_id = ?")
                .params(importId)
                .one(row -> row.bytes("bytes"));
    }

    public Optional<Job> find(Tx tx, UUID importId) {
        return tx.sql(SELECT + "where id = ?").params(importId).optional(ImportJobs::job);
    }

    /// The oldest import that is not through, for this transaction alone.
    Optional<Job> claim(Tx tx) {
        return tx.sql(
                        SELECT
                                + """
                        where state in ('QUEUED', 'RUNNING') order by queued_at, id limit 1 for update skip locked
                        """)
                .optional(ImportJobs::job);
    }

    void advance(Tx tx, Job job, int rows, Counts counts) {
        tx.sql(
                        """
                        update import_job
                        set state = 'RUNNING', next_row = next_row + ?, created = created + ?, updated = updated + ?,
                            unchanged = unchanged + ?, failed = failed + ?
                        where id = ?
                        """)
                .params(rows, counts.created(), counts.updated(), counts.unchanged(), counts.failed(), job.importId())
                .update();
    }

    void end(Tx tx, UUID importId, String state) {
        tx.sql("update import_job set state = ?, completed_at = ? where id = ?")
                .params(state, tx.now(), importId)
                .update();
        tx.sql("delete from import_source where import_id = ?").params(importId).update();
    }

    void note(Tx tx, UUID importId, List<RowError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        var skus = new ArrayList<@Nullable String>();
        errors.forEach(error -> skus.add(error.sku()));
        tx.sql(
                        """
                        insert into import_row_error (import_id, row, sku, code, detail)
                        select ?::uuid, n.* from unnest(?::int[], ?::text[], ?::text[], ?::text[]) as n
                        """)
                .params(importId)
                .array("int", errors, RowError::row)
                .array("text", skus)
                .array("text", errors, RowError::code)
                .array("text", errors, RowError::detail)
                .update();
    }

    public List<RowError> errors(Tx tx, UUID importId, int afterRow, int limit) {
        return tx.sql(
                        """
                        select row, sku, code, detail from import_row_error
                        where import_id = ? and row > ? order by row limit ?
                        """)
                .params(importId, afterRow, limit)
                .list(row -> new RowError(
                        row.integer("row"), row.textOrNull("sku"), row.text("code"), row.text("detail")));
    }

    private static Job job(Row row) {
        return new Job(
                row.uuid("id"),
                row.enumOf(SourceFormat.class, "format"),
                row.text("source_sha256"),
                row.bool("dry_run"),
                row.bool("create_categories"),
                row.uuidOrNull("seller_id"),
                row.text("requested_by"),
                row.text("state"),
                row.integer("total"),
                row.integer("next_row"),
                row.integer("created"),
                row.integer("updated"),
                row.integer("unchanged"),
                row.integer("failed"),
                row.instant("queued_at"),
                row.instantOrNull("completed_at"));
    }
}
