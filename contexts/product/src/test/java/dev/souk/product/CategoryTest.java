package dev.souk.product;

import static dev.souk.product.Shop.code;
import static dev.souk.product.Shop.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.product.CategoryDeleted;
import dev.souk.contracts.product.CategoryMoved;
import dev.souk.contracts.product.CreateCategory;
import dev.souk.contracts.product.DeleteCategory;
import dev.souk.contracts.product.DeleteProduct;
import dev.souk.contracts.product.GetCategoryTree;
import dev.souk.contracts.product.ListProducts;
import dev.souk.contracts.product.MoveCategory;
import dev.souk.contracts.product.UpdateCategory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CategoryTest {
    private final Shop shop = Shop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    private UUID category(String slug, @Nullable UUID parent) {
        var id = UUID.randomUUID();
        done(shop.souk.handle(new CreateCategory(id, slug, "The " + slug, parent)));
        return id;
    }

    @Test
    void six_levels_are_the_most() {
        @Nullable UUID parent = null;
        for (int level = 1; level <= 6; level++) {
            parent = category("level-" + level, parent);
        }

        assertThat(code(shop.souk.handle(new CreateCategory(UUID.randomUUID(), "level-7", "Too deep", parent))))
                .isEqualTo("CATEGORY_TOO_DEEP");
        assertThat(code(shop.souk.handle(new MoveCategory(shop.mugs, parent, null)))).isEqualTo("CATEGORY_TOO_DEEP");
    }

    @Test
    void a_category_never_hangs_below_itself() {
        var home = category("home", null);
        var kitchen = category("kitchen", home);
        var pots = category("pots", kitchen);

        assertThat(code(shop.souk.handle(new MoveCategory(home, pots, null)))).isEqualTo("CATEGORY_CYCLE");
        assertThat(code(shop.souk.handle(new MoveCategory(home, home, null)))).isEqualTo("CATEGORY_CYCLE");
    }

    @Test
    void two_moves_at_once_close_no_circle() {
        var one = category("one", null);
        var two = category("two", null);

        var first = CompletableFuture.supplyAsync(() -> code(shop.souk.handle(new MoveCategory(one, two, null))));
        var second = CompletableFuture.supplyAsync(() -> code(shop.souk.handle(new MoveCategory(two, one, null))));

        assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder("done 2", "CATEGORY_CYCLE");
    }

    @Test
    void moving_and_renaming_take_all_below_along() {
        var home = category("home", null);
        var kitchen = category("kitchen", null);
        var pots = category("pots", kitchen);

        done(shop.souk.handle(new MoveCategory(kitchen, home, 1L)));
        done(shop.souk.handle(new UpdateCategory(home, "living", null, 1L)));

        var tree = shop.souk.ask(new GetCategoryTree(null)).categories();
        var living = tree.stream().filter(c -> c.categoryId().equals(home)).findFirst().orElseThrow();
        assertThat(living.children().getFirst().path()).isEqualTo("living/kitchen");
        assertThat(living.children().getFirst().children().getFirst())
                .satisfies(c -> assertThat(c.categoryId()).isEqualTo(pots))
                .satisfies(c -> assertThat(c.path()).isEqualTo("living/kitchen/pots"));
        assertThat(shop.souk.published(CategoryMoved.class).getFirst().path()).isEqualTo("home/kitchen");
        assertThat(shop.souk.ask(new GetCategoryTree(1)).categories())
                .allSatisfy(c -> assertThat(c.children()).isEmpty());
    }

    @Test
    void only_an_empty_category_goes() {
        var below = category("below", shop.mugs);
        assertThat(code(shop.souk.handle(new DeleteCategory(shop.mugs, null)))).isEqualTo("CATEGORY_NOT_EMPTY");
        done(shop.souk.handle(new DeleteCategory(below, null)));

        var mug = shop.mug("MUG");
        assertThat(code(shop.souk.handle(new DeleteCategory(shop.mugs, null)))).isEqualTo("CATEGORY_NOT_EMPTY");

        done(shop.souk.handle(new DeleteProduct(mug, null, null)));
        done(shop.souk.handle(new DeleteCategory(shop.mugs, null)));
        assertThat(shop.souk.published(CategoryDeleted.class)).hasSize(2);
    }

    @Test
    void slugs_are_unique_and_plain() {
        assertThat(code(shop.souk.handle(new CreateCategory(UUID.randomUUID(), "mugs", "Again", null))))
                .isEqualTo("SLUG_TAKEN");
        assertThat(code(shop.souk.handle(new CreateCategory(UUID.randomUUID(), "Mugs!", "Again", null))))
                .isEqualTo("INVALID_SLUG");
        assertThat(code(shop.souk.handle(new CreateCategory(UUID.randomUUID(), "cups", "Cups", UUID.randomUUID()))))
                .isEqualTo("UNKNOWN_PARENT");
        assertThat(code(shop.souk.handle(new CreateCategory(shop.mugs, "mugs", "Mugs", null)))).isEqualTo("done 1");
    }

    @Test
    void a_list_of_a_category_has_all_below_it_page_by_page() {
        var below = category("below", shop.mugs);
        done(shop.souk.handle(Shop.priced(Shop.aMug("B-1"), 100, "below")));
        done(shop.souk.handle(Shop.priced(Shop.aMug("B-2"), 100, "below")));
        shop.mug("M-1");
        shop.draft("M-2");
        var other = category("other", null);

        var first = shop.souk.ask(new ListProducts(shop.mugs, null, null, null, null, 2));
        var second = shop.souk.ask(new ListProducts(shop.mugs, null, null, null, first.nextCursor(), 2));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.nextCursor()).isNull();
        assertThat(shop.souk.ask(new ListProducts(below, null, null, null, null, 9)).items()).hasSize(2);
        assertThat(shop.souk.ask(new ListProducts(other, null, null, null, null, 9)).items()).isEmpty();
        assertThat(shop.souk.ask(new ListProducts(shop.mugs, "ANY", null, null, null, 9)).items()).hasSize(4);
        assertThat(shop.souk.ask(new ListProducts(null, "DRAFT", null, null, null, 9)).items())
                .extracting(ListProducts.Item::sku)
                .containsExactly("M-2");
        assertThat(shop.souk.ask(new ListProducts(null, null, null, "B-2", null, 9)).items()).hasSize(1);
        assertThat(shop.souk.ask(new ListProducts(null, null, null, "M-2", null, 9)).items()).isEmpty();
    }
}
