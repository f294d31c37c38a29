package dev.souk.product.http;

import static dev.souk.platform.route.Role.ADMIN;
import static dev.souk.platform.route.Role.MERCHANDISER;
import static dev.souk.platform.route.Role.SELLER;

import dev.souk.contracts.product.ImportProducts;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Route;
import dev.souk.product.imports.ImportJobs;
import dev.souk.product.imports.ImportJobs.Job;
import dev.souk.product.imports.ImportJobs.RowError;
import dev.souk.product.imports.SourceFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Products from files: upload, progress, row errors.
public final class ImportRoutes {
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern ROW = Pattern.compile("[0-9]{1,9}");

    private final ImportJobs jobs;

    public ImportRoutes(ImportJobs jobs) {
        this.jobs = jobs;
    }

    /// How far an import is. `state` is QUEUED, RUNNING, COMPLETED or FAILED.
    record Status(
            UUID importId,
            String state,
            String format,
            boolean dryRun,
            int total,
            int processed,
            int created,
            int updated,
            int unchanged,
            int failed,
            Instant queuedAt,
            @Nullable Instant completedAt) {
        static Status of(Job j) {
            return new Status(
                    j.importId(),
                    j.state(),
                    j.format().name(),
                    j.dryRun(),
                    j.total(),
                    j.processed(),
                    j.created(),
                    j.updated(),
                    j.unchanged(),
                    j.failed(),
                    j.queuedAt(),
                    j.completedAt());
        }
    }

    record Errors(List<RowError> errors, @Nullable String nextCursor) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/products/imports")
                        .body(byte[].class)
                        .answers(202, Status.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .bodyLimit(LARGEST)
                        .query(Parameter.oneOf("format", "of the file; otherwise its Content-Type says it", "CSV", "JSONL"),
                                Parameter.id("importId", "the same again is the same import; needed without an Idempotency-Key"),
                                Parameter.flag("dryRun", "only say what would be wrong"),
                                Parameter.flag("createCategories", "add those that are not there, for those who keep the catalogue"))
                        .summary("Takes a CSV or JSONL file; rows are upserts by sku")
                        .writes(this::upload),
                Route.get("/products/imports/{importId}")
                        .answers(200, Status.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("How far an import is")
                        .reads(this::status),
                Route.get("/products/imports/{importId}/errors")
                        .answers(200, Errors.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .query(Parameter.text("cursor", "nextCursor of the page before"),
                                Parameter.limit(100, 500))
                        .summary("Rows that were not taken, and why")
                        .reads(this::errors));
    }

    private Answer<Status> upload(Call<byte[]> call, Tx tx) {
        var format = format(call);
        var id = importId(call);
        if (format.isEmpty()) {
            return Answer.refused(Refusal.invalid(
                    "UNKNOWN_FORMAT", "Say ?format=CSV or JSONL, or Content-Type text/csv or application/jsonl."));
        }
        if (id.isEmpty()) {
            return Answer.refused(Refusal.invalid(
                    "IMPORT_ID_REQUIRED", "Send an importId (a UUID) or an Idempotency-Key."));
        }
        try {
            return queue(call, tx, id.get(), format.get());
        } catch (SourceFormat.Unreadable e) {
            return Answer.refused(Refusal.invalid(e.code(), e.detail()));
        }
    }

    private Answer<Status> queue(Call<byte[]> call, Tx tx, UUID id, SourceFormat format) {
        var source = call.body();
        var command = new ImportProducts(
                id,
                format.name(),
                sha256(source),
                flag(call, "dryRun"),
                flag(call, "createCategories") && Access.keepsCatalogue(call.caller()),
                Access.keepsCatalogue(call.caller()) ? null : call.caller().subject(),
                format.count(source));
        return switch (call.handle(command)) {
            case Outcome.Refused<Boolean>(var reason) -> Answer.refused(reason);
            case Outcome.Done<Boolean>(var isNew) -> {
                if (isNew) {
                    jobs.keep(tx, id, source);
                }
                yield status(tx, id, call.caller()).header("Location", "/api/v1/products/imports/" + id);
            }
        };
    }

    private Answer<Status> status(Call<Void> call, Tx tx) {
        return status(tx, call.pathId("importId"), call.caller());
    }

    private Answer<Status> status(Tx tx, UUID id, Caller caller) {
        return own(tx, id, caller).map(Status::of).map(Answer::of).orElseGet(() -> Answer.refused(unknown()));
    }

    private Answer<Errors> errors(Call<Void> call, Tx tx) {
        var id = call.pathId("importId");
        var cursor = call.query("cursor").orElse("0");
        if (!ROW.matcher(cursor).matches()) {
            return Answer.refused(Refusal.invalid("INVALID_CURSOR", "The cursor is one that a page gave."));
        }
        if (own(tx, id, call.caller()).isEmpty()) {
            return Answer.refused(unknown());
        }
        int limit = call.limit(100, 500);
        var found = jobs.errors(tx, id, Integer.parseInt(cursor), limit + 1);
        if (found.size() <= limit) {
            return Answer.of(new Errors(found, null));
        }
        var page = found.subList(0, limit);
        return Answer.of(new Errors(page, String.valueOf(page.getLast().row())));
    }

    private Optional<Job> own(Tx tx, UUID id, Caller caller) {
        return jobs.find(tx, id)
                .filter(job -> Access.keepsCatalogue(caller)
                        || (caller.subject() != null && Objects.equals(caller.subject(), job.sellerId())));
    }

    private static Refusal unknown() {
        return Refusal.notFound("IMPORT_NOT_FOUND", "There is no such import.");
    }

    private static Optional<SourceFormat> format(Call<?> call) {
        var asked = call.query("format").map(f -> f.toUpperCase(Locale.ROOT));
        if (asked.isPresent()) {
            return asked.filter(f -> "CSV".equals(f) || "JSONL".equals(f)).map(SourceFormat::valueOf);
        }
        var type = call.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/csv")) {
            return Optional.of(SourceFormat.CSV);
        }
        return type.startsWith("application/jsonl") || type.startsWith("application/x-ndjson")
                ? Optional.of(SourceFormat.JSONL)
                : Optional.empty();
    }

    /// The same key of the same caller is the same import.
    private static Optional<UUID> importId(Call<?> call) {
        var asked = call.query("importId");
        if (asked.isPresent()) {
            return asked.filter(id -> ID.matcher(id).matches()).map(UUID::fromString);
        }
        var caller = call.caller().subject();
        return caller == null
                ? Optional.empty()
                : call.header("Idempotency-Key").map(key -> NameBasedId.of(caller, "product-import:" + key));
    }

    private static boolean flag(Call<?> call, String name) {
        return call.query(name).map("true"::equals).orElse(false);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
