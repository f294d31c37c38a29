package dev.souk.product.imports;

import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.CategoryNews;
import dev.souk.product.Tables;
import dev.souk.product.domain.Category;
import dev.souk.product.imports.ImportJobs.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The categories that the rows of a chunk name.
final class ImportCategories {
    private final Map<String, Category> byText = new HashMap<>();
    private final Map<UUID, String> slugs = new HashMap<>();

    private ImportCategories() {}

    static ImportCategories of(Tx tx, Tables tables, Job job, List<Row> rows) {
        var found = new ImportCategories();
        var texts = new ArrayList<String>();
        for (var row : rows) {
            if (row.category() != null && !texts.contains(row.category())) {
                texts.add(row.category());
            }
        }
        if (texts.isEmpty()) {
            return found;
        }
        found.resolve(tables.categories().hold(tx, texts), texts);
        var missing = texts.stream().filter(text -> !found.byText.containsKey(text)).toList();
        if (!missing.isEmpty() && job.createCategories()) {
            found.create(tx, tables, missing, job.dryRun());
        }
        return found;
    }

    private void resolve(List<Category> candidates, List<String> texts) {
        for (var text : texts) {
            Category.meant(candidates, text).ifPresent(category -> put(text, category));
        }
    }

    private void put(String text, Category category) {
        byText.put(text, category);
        slugs.put(category.id(), category.slug());
    }

    /// New ones stand at the top; a name whose slug is taken means the category that has it.
    private void create(Tx tx, Tables tables, List<String> names, boolean dryRun) {
        if (!dryRun) {
            tables.categories().lockTrees(tx);
        }
        for (var name : names) {
            var slug = slug(name);
            if (slug.length() < 2) {
                continue;
            }
            var present = tables.categories().bySlug(tx, slug);
            if (present.isPresent()) {
                put(name, present.get());
            } else if (Category.create(tx.newId(), slug, name, null) instanceof Outcome.Done<Category>(var made)) {
                put(name, made);
                if (!dryRun) {
                    tables.categories().insert(tx, made);
                    CategoryNews.created(tx, made);
                }
            }
        }
    }

    private static String slug(String name) {
        var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.length() <= 80 ? slug : slug.substring(0, 80);
    }

    @Nullable Category meant(@Nullable String text) {
        return text == null ? null : byText.get(text);
    }

    @Nullable String slug(@Nullable UUID categoryId) {
        return categoryId == null ? null : slugs.get(categoryId);
    }
}
