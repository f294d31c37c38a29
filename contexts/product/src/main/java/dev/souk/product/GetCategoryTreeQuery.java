package dev.souk.product;

import dev.souk.contracts.product.GetCategoryTree;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Categories;
import dev.souk.product.domain.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The category trees, whole or from one category on.
public final class GetCategoryTreeQuery {
    private static final UUID TOP = new UUID(0, 0);

    private final Categories categories;

    GetCategoryTreeQuery(Tables tables) {
        this.categories = tables.categories();
    }

    public GetCategoryTree.Tree answer(GetCategoryTree query, Tx tx) {
        int levels = query.depth() == null ? Category.DEEPEST : query.depth();
        return new GetCategoryTree.Tree(below(TOP, byParent(tx), levels));
    }

    /// The category with this slug, or with this id, and all below it.
    public Optional<GetCategoryTree.Node> bySlugOrId(Tx tx, String text) {
        return categories.bySlug(tx, text)
                .or(() -> categories.byIdText(tx, text))
                .map(c -> node(c, byParent(tx), Category.DEEPEST));
    }

    private Map<UUID, List<Category>> byParent(Tx tx) {
        var byParent = new HashMap<UUID, List<Category>>();
        for (var category : categories.all(tx)) {
            byParent.computeIfAbsent(orTop(category.parentId()), _ -> new ArrayList<>()).add(category);
        }
        return byParent;
    }

    private static UUID orTop(@Nullable UUID parent) {
        return parent == null ? TOP : parent;
    }

    private static List<GetCategoryTree.Node> below(UUID parent, Map<UUID, List<Category>> byParent, int levels) {
        if (levels == 0) {
            return List.of();
        }
        return byParent.getOrDefault(parent, List.of()).stream()
                .sorted(Comparator.comparing(Category::displayName).thenComparing(Category::slug))
                .map(c -> node(c, byParent, levels))
                .toList();
    }

    private static GetCategoryTree.Node node(Category c, Map<UUID, List<Category>> byParent, int levels) {
        return new GetCategoryTree.Node(
                c.id(), c.slug(), c.displayName(), c.path(), c.version(), below(c.id(), byParent, levels - 1));
    }
}
