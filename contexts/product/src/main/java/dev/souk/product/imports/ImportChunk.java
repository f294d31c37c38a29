package dev.souk.product.imports;

import dev.souk.contracts.product.ProductImageAdded;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.CatalogueNews;
import dev.souk.product.Tables;
import dev.souk.product.db.Media;
import dev.souk.product.db.Prices;
import dev.souk.product.db.Skus;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import dev.souk.product.imports.ImportJobs.Counts;
import dev.souk.product.imports.ImportJobs.Job;
import dev.souk.product.imports.ImportJobs.RowError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes some rows of a file into the catalogue: everything read at once, decided in memory row by row, written with
/// one statement a table.
public final class ImportChunk {
    private final Tables tables;
    private final ImportJobs jobs;
    private final boolean imageRequired;

    public ImportChunk(Tables tables, ImportJobs jobs, boolean imageRequired) {
        this.tables = tables;
        this.jobs = jobs;
        this.imageRequired = imageRequired;
    }

    Counts take(Tx tx, Job job, List<RawRow> raws) {
        var errors = new ArrayList<RowError>();
        var rows = new ArrayList<Row>();
        for (var raw : raws) {
            switch (Row.of(raw)) {
                case Outcome.Done<Row>(var row) -> rows.add(row);
                case Outcome.Refused<Row>(var why) -> errors.add(error(raw.number(), null, why));
            }
        }
        var categories = ImportCategories.of(tx, tables, job, rows);
        var shelf = Shelved.of(tx, tables, rows);
        int created = 0;
        int updated = 0;
        for (var row : rows) {
            switch (decided(tx, job, row, shelf, categories)) {
                case Outcome.Done<Effect>(var effect) -> {
                    created += effect == Effect.CREATED ? 1 : 0;
                    updated += effect == Effect.UPDATED ? 1 : 0;
                }
                case Outcome.Refused<Effect>(var why) -> errors.add(error(row.number(), row.sku(), why));
            }
        }
        if (!job.dryRun()) {
            write(tx, job, shelf, categories);
        }
        jobs.note(tx, job.importId(), errors);
        return new Counts(created, updated, raws.size() - created - updated - errors.size(), errors.size());
    }

    private enum Effect {
        CREATED,
        UPDATED,
        NONE
    }

    private Outcome<Effect> decided(Tx tx, Job job, Row row, Shelved shelf, ImportCategories categories) {
        var category = categories.meant(row.category());
        if (row.category() != null && category == null) {
            return Outcome.refused(new ProductRefusal.UnknownCategory(row.category()));
        }
        var categoryId = category == null ? null : category.id();
        var present = shelf.find(row.sku());
        if (present == null) {
            return shelf.whyNotNew(row.sku())
                    .<Outcome<Effect>>map(Outcome::refused)
                    .orElseGet(() -> row.created(tx.newId(), categoryId, job.sellerId(), imageRequired)
                            .then(product -> {
                                shelf.add(product, row.imageUrl());
                                return Outcome.done(Effect.CREATED);
                            }));
        }
        if (job.sellerId() != null && !job.sellerId().equals(present.now().sellerId())) {
            return Outcome.refused(Refusal.conflict("SKU_TAKEN", "The sku " + row.sku() + " belongs to another product."));
        }
        return apply(row, present, categoryId, shelf);
    }

    private Outcome<Effect> apply(Row row, Shelved.Work present, @Nullable UUID categoryId, Shelved shelf) {
        var image = row.imageUrl() != null && !present.has(row.imageUrl()) ? row.imageUrl() : null;
        var before = present.now();
        var pictured = image == null ? before : before.withImages(before.images() + 1);
        return row.applied(pictured, categoryId, imageRequired).then(after -> {
            shelf.put(present.with(after, image));
            return Outcome.done(after.equals(before) ? Effect.NONE : Effect.UPDATED);
        });
    }

    private void write(Tx tx, Job job, Shelved shelf, ImportCategories categories) {
        var added = shelf.added();
        if (!added.isEmpty()) {
            add(tx, added, categories);
        }
        var changed = new ArrayList<Product>();
        for (var work : shelf.changed()) {
            changed.add(work.now().atVersion(announced(tx, job, work, categories)));
        }
        if (!changed.isEmpty()) {
            tables.products().save(tx, changed);
            tables.shelf().changing(tx, changed.stream().map(Product::id).toList());
        }
        var images = images(shelf);
        if (!images.isEmpty()) {
            tables.media().insert(tx, images);
        }
        tables.prices().record(tx, prices(shelf), job.requestedBy());
    }

    /// @throws IllegalStateException when somebody has just taken one of the skus; the chunk is then tried again
    private void add(Tx tx, List<Product> added, ImportCategories categories) {
        var taken = tables.skus()
                .claim(tx, added.stream().map(p -> new Skus.Holder(p.sku(), p.id(), null)).toList());
        if (taken.isPresent()) {
            throw new IllegalStateException("sku " + taken.get() + " was taken meanwhile");
        }
        tables.products().insert(tx, added);
        for (var product : added) {
            CatalogueNews.created(tx, product, categories.slug(product.categoryId()), List.of());
        }
    }

    private static long announced(Tx tx, Job job, Shelved.Work work, ImportCategories categories) {
        var before = Objects.requireNonNull(work.before());
        var moved = Objects.equals(before.categoryId(), work.now().categoryId());
        var slug = moved ? null : categories.slug(work.now().categoryId());
        long version = CatalogueNews.updated(tx, before, work.now(), slug, List.of(), job.requestedBy());
        for (var image : work.images()) {
            version++;
            tx.publish(
                    new ProductImageAdded(
                            before.id(), image.id(), image.url(), image.primary(), image.position()),
                    version);
        }
        return version;
    }

    private static List<Media.Image> images(Shelved shelf) {
        var images = new ArrayList<Media.Image>();
        shelf.all().forEach(work -> images.addAll(work.images()));
        return images;
    }

    private static List<Prices.Change> prices(Shelved shelf) {
        var changes = new ArrayList<Prices.Change>();
        for (var work : shelf.all()) {
            var before = work.before();
            var now = work.now();
            if (before == null
                    || before.price() != now.price()
                    || !before.currency().equals(now.currency())) {
                var old = before == null ? null : before.price();
                changes.add(new Prices.Change(now.id(), null, old, now.price(), now.currency(), "IMPORT"));
            }
        }
        return changes;
    }

    private static RowError error(int row, @Nullable String sku, Refusal why) {
        return new RowError(row, sku, why.code(), why.detail());
    }
}
