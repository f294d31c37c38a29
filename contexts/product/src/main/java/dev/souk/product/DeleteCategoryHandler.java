package dev.souk.product;

import dev.souk.contracts.product.CategoryDeleted;
import dev.souk.contracts.product.DeleteCategory;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Categories;
import dev.souk.product.domain.Category;

final class DeleteCategoryHandler {
    private final Categories categories;

    DeleteCategoryHandler(Tables tables) {
        this.categories = tables.categories();
    }

    Outcome<Long> handle(DeleteCategory command, Tx tx) {
        categories.lockTrees(tx);
        return CategoryNews.find(categories, tx, command.categoryId(), command.expectedVersion())
                .then(category -> delete(category, tx));
    }

    private Outcome<Long> delete(Category category, Tx tx) {
        if (!categories.empty(tx, category.id())) {
            return Outcome.refused(Refusal.conflict(
                    "CATEGORY_NOT_EMPTY", "Products or categories still hang below " + category.slug() + "."));
        }
        categories.delete(tx, category.id());
        tx.publish(new CategoryDeleted(category.id(), category.slug()), category.version() + 1);
        return Outcome.done(category.version() + 1);
    }
}
