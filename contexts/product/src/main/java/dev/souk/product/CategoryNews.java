package dev.souk.product;

import dev.souk.contracts.product.CategoryCreated;
import dev.souk.contracts.product.CategoryMoved;
import dev.souk.contracts.product.CategoryUpdated;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Categories;
import dev.souk.product.domain.Category;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What categories have in common: how one is found for a change, and how changes are told.
public final class CategoryNews {
    private CategoryNews() {}

    static Outcome<Category> find(Categories categories, Tx tx, UUID id, @Nullable Long expected) {
        var found = categories.find(tx, id);
        if (found.isEmpty()) {
            return Outcome.refused(unknown(id));
        }
        var category = found.get();
        if (expected != null && expected != category.version()) {
            return Outcome.refused(Refusal.stale(expected, category.version()));
        }
        return Outcome.done(category);
    }

    static Refusal unknown(UUID id) {
        return Refusal.notFound("CATEGORY_NOT_FOUND", "There is no category " + id + ".");
    }

    static Refusal slugTaken(String slug) {
        return Refusal.conflict("SLUG_TAKEN", "Another category has the slug " + slug + ".");
    }

    static Refusal unknownParent(UUID id) {
        return Refusal.invalid("UNKNOWN_PARENT", "There is no category " + id + " to hang this one below.");
    }

    public static void created(Tx tx, Category c) {
        tx.publish(new CategoryCreated(c.id(), c.slug(), c.displayName(), c.parentId(), c.path()), c.version());
    }

    static void updated(Tx tx, Category c) {
        tx.publish(new CategoryUpdated(c.id(), c.slug(), c.displayName(), c.parentId(), c.path()), c.version());
    }

    static void moved(Tx tx, Category before, Category c) {
        tx.publish(new CategoryMoved(c.id(), c.slug(), before.parentId(), c.parentId(), c.path()), c.version());
    }
}
