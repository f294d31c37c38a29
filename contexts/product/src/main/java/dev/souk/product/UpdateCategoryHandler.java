package dev.souk.product;

import dev.souk.contracts.product.UpdateCategory;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Category;
import dev.souk.product.domain.Check;

final class UpdateCategoryHandler {
    private final Tables tables;

    UpdateCategoryHandler(Tables tables) {
        this.tables = tables;
    }

    Outcome<Long> handle(UpdateCategory command, Tx tx) {
        var wrong = new Check().slug(command.slug()).displayName(command.displayName()).refusal();
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        tables.categories().lockTrees(tx);
        return CategoryNews.find(tables.categories(), tx, command.categoryId(), command.expectedVersion())
                .then(before -> update(command, before, tx));
    }

    private Outcome<Long> update(UpdateCategory command, Category before, Tx tx) {
        var slug = command.slug() == null ? before.slug() : command.slug();
        var name = command.displayName() == null ? before.displayName() : command.displayName();
        if (slug.equals(before.slug()) && name.equals(before.displayName())) {
            return Outcome.done(before.version());
        }
        if (!slug.equals(before.slug()) && tables.categories().bySlug(tx, slug).isPresent()) {
            return Outcome.refused(CategoryNews.slugTaken(slug));
        }
        var after = before.renamed(slug, name);
        tables.categories().save(tx, before, after);
        CategoryNews.updated(tx, after);
        tables.shelf().changingAll(tx);
        return Outcome.done(after.version());
    }
}
