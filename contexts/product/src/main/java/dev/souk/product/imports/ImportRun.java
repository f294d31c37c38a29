package dev.souk.product.imports;

import dev.souk.contracts.product.ProductImportCompleted;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.imports.ImportJobs.Counts;
import dev.souk.product.imports.ImportJobs.Job;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the open imports forward, a chunk a transaction. The file stays open in memory between chunks; when that is
/// not where the import stands (after a restart or a rollback) it is opened anew.
public final class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int MOST_TRIES = 5;

    private final ImportJobs jobs;
    private final ImportChunk chunk;
    private final int size;
    private @Nullable Open open;
    private @Nullable Trying trying;

    private static final class Open {
        private final UUID importId;
        private final Iterator<RawRow> rows;
        private int next;

        Open(UUID importId, Iterator<RawRow> rows, int next) {
            this.importId = importId;
            this.rows = rows;
            this.next = next;
            for (int i = 0; i < next; i++) {
                rows.next();
            }
        }

        List<RawRow> take(int most) {
            var taken = new ArrayList<RawRow>(most);
            while (taken.size() < most && rows.hasNext()) {
                taken.add(rows.next());
            }
            next += taken.size();
            return taken;
        }
    }

    /// How often the same place has been tried.
    private record Trying(UUID importId, int row, int times) {}

    /// Nothing is open yet.
    ///
    /// @param size rows a chunk
    public ImportRun(ImportJobs jobs, ImportChunk chunk, int size) {
        this.jobs = jobs;
        this.chunk = chunk;
        this.size = size;
    }

    /// Answers 1 when there was something to do.
    public int run(Tx tx) {
        var claimed = jobs.claim(tx);
        if (claimed.isEmpty()) {
            open = null;
            return 0;
        }
        var job = claimed.get();
        if (tries(job) > MOST_TRIES) {
            LOG.error("import {} failed {} times at row {}, given up", job.importId(), MOST_TRIES, job.processed());
            jobs.end(tx, job.importId(), "FAILED");
            return 1;
        }
        var rows = opened(tx, job).take(size);
        var counts = chunk.take(tx, job, rows);
        jobs.advance(tx, job, rows.size(), counts);
        if (job.processed() + rows.size() >= job.total()) {
            complete(tx, job, counts);
        }
        return 1;
    }

    private int tries(Job job) {
        var last = trying;
        boolean same = last != null && last.importId().equals(job.importId()) && last.row() == job.processed();
        var now = new Trying(job.importId(), job.processed(), same && last != null ? last.times() + 1 : 1);
        trying = now;
        return now.times();
    }

    private Open opened(Tx tx, Job job) {
        var present = open;
        if (present != null && present.importId.equals(job.importId()) && present.next == job.processed()) {
            return present;
        }
        var anew = new Open(
                job.importId(), job.format().rows(jobs.source(tx, job.importId())), job.processed());
        open = anew;
        return anew;
    }

    private void complete(Tx tx, Job job, Counts last) {
        jobs.end(tx, job.importId(), "COMPLETED");
        if (!job.dryRun()) {
            tx.publish(
                    new ProductImportCompleted(
                            job.importId(),
                            job.total(),
                            job.created() + last.created(),
                            job.updated() + last.updated(),
                            job.failed() + last.failed(),
                            tx.now()),
                    1);
        }
    }
}
