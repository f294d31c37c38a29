package dev.souk.product.imports;

import dev.souk.contracts.product.ImportProducts;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;

/// Queues an import. Its rows are taken by [ImportRun].
public final class ImportProductsHandler {
    private final ImportJobs jobs;

    public ImportProductsHandler(ImportJobs jobs) {
        this.jobs = jobs;
    }

    public Outcome<Boolean> handle(ImportProducts command, Tx tx) {
        var job = new ImportJobs.Job(
                command.importId(),
                SourceFormat.valueOf(command.format()),
                command.sourceSha256(),
                command.dryRun(),
                command.createCategories(),
                command.sellerId(),
                tx.cause().actor().id(),
                "QUEUED",
                command.rows(),
                0,
                0,
                0,
                0,
                0,
                tx.now(),
                null);
        if (jobs.insert(tx, job)) {
            return Outcome.done(true);
        }
        return jobs.find(tx, command.importId())
                .filter(present -> present.sourceSha256().equals(job.sourceSha256())
                        && present.format() == job.format()
                        && present.dryRun() == job.dryRun()
                        && present.requestedBy().equals(job.requestedBy()))
                .map(_ -> Outcome.done(false))
                .orElseGet(() -> Outcome.refused(Refusal.conflict(
                        "IMPORT_ID_REUSED", "This import id already stands for another file or another caller.")));
    }
}
