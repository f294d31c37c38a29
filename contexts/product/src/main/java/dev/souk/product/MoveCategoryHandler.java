package dev.souk.product;

import dev.souk.contracts.product.MoveCategory;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Categories;
import dev.souk.product.domain.Category;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class MoveCategoryHandler {
    private final Categories categories;

    MoveCategoryHandler(Tables tables) {
        this.categories = tables.categories();
    }

    Outcome<Long> handle(MoveCategory command, Tx tx) {
        categories.lockTrees(tx);
        return CategoryNews.find(categories, tx, command.categoryId(), command.expectedVersion())
                .then(before -> move(command, before, tx));
    }

    private Outcome<Long> move(MoveCategory command, Category before, Tx tx) {
        var parentId = command.parentCategoryId();
        if (Objects.equals(parentId, before.parentId())) {
            return Outcome.done(before.version());
        }
        if (parentId == null) {
            return move(before, null, tx);
        }
        return categories
                .find(tx, parentId)
                .map(parent -> move(before, parent, tx))
                .orElseGet(() -> Outcome.refused(CategoryNews.unknownParent(parentId)));
    }

    private Outcome<Long> move(Category before, @Nullable Category parent, Tx tx) {
        return before.moved(parent, categories.levelsBelow(tx, before)).then(after -> {
            categories.save(tx, before, after);
            CategoryNews.moved(tx, before, after);
            return Outcome.done(after.version());
        });
    }
}
