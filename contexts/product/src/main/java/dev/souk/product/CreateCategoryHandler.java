package dev.souk.product;

import dev.souk.contracts.product.CreateCategory;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Categories;
import dev.souk.product.domain.Category;
import dev.souk.product.domain.Check;
import dev.souk.product.domain.ProductRefusal;
import org.jspecify.annotations.Nullable;

final class CreateCategoryHandler {
    private final Categories categories;

    CreateCategoryHandler(Tables tables) {
        this.categories = tables.categories();
    }

    Outcome<Long> handle(CreateCategory command, Tx tx) {
        var wrong = new Check().slug(command.slug()).displayName(command.displayName()).refusal();
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        categories.lockTrees(tx);
        var present = categories.find(tx, command.categoryId());
        if (present.isPresent()) {
            return present.get().slug().equals(command.slug())
                    ? Outcome.done(present.get().version())
                    : Outcome.refused(new ProductRefusal.IdTaken(command.categoryId()));
        }
        if (categories.bySlug(tx, command.slug()).isPresent()) {
            return Outcome.refused(CategoryNews.slugTaken(command.slug()));
        }
        var parentId = command.parentCategoryId();
        if (parentId == null) {
            return add(command, null, tx);
        }
        return categories
                .find(tx, parentId)
                .map(parent -> add(command, parent, tx))
                .orElseGet(() -> Outcome.refused(CategoryNews.unknownParent(parentId)));
    }

    private Outcome<Long> add(CreateCategory command, @Nullable Category parent, Tx tx) {
        return Category.create(command.categoryId(), command.slug(), command.displayName(), parent)
                .then(category -> {
                    categories.insert(tx, category);
                    CategoryNews.created(tx, category);
                    return Outcome.done(category.version());
                });
    }
}
