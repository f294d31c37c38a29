package dev.souk.product;

import static dev.souk.product.Shop.aMug;
import static dev.souk.product.Shop.code;
import static dev.souk.product.Shop.done;
import static dev.souk.product.Shop.priced;
import static dev.souk.product.Shop.rename;
import static dev.souk.product.Shop.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.product.AttachProductImage;
import dev.souk.contracts.product.CreateProduct;
import dev.souk.contracts.product.DeleteProduct;
import dev.souk.contracts.product.DiscontinueProduct;
import dev.souk.contracts.product.GetProduct;
import dev.souk.contracts.product.GetProducts;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductImageAdded;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.contracts.product.PublishProduct;
import dev.souk.contracts.product.UpdateProduct;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductTest {
    private final Shop shop = Shop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_new_product_is_told_with_its_variants() {
        var variant = new CreateProduct.Variant("MUG-L", Map.of("size", "L"), 1_450L);
        var mug = aMug(UUID.randomUUID(), "MUG", "ACTIVE", List.of(variant));

        assertThat(done(shop.souk.handle(mug))).isEqualTo(1);

        var told = shop.souk.published(ProductCreated.class).getFirst().product();
        assertThat(told.sku()).isEqualTo("MUG");
        assertThat(told.category()).isEqualTo("mugs");
        assertThat(told.categoryId()).isEqualTo(shop.mugs);
        assertThat(told.variants()).singleElement().satisfies(v -> {
            assertThat(v.sku()).isEqualTo("MUG-L");
            assertThat(v.price()).isEqualTo(1_450);
            assertThat(v.attributes()).containsEntry("size", "L");
        });
        assertThat(shop.ask(mug.productId()).variants()).hasSize(1);
    }

    @Test
    void creating_the_same_product_twice_publishes_once() {
        var mug = aMug("MUG");

        assertThat(done(shop.souk.handle(mug))).isEqualTo(1);
        assertThat(done(shop.souk.handle(mug))).isEqualTo(1);

        assertThat(shop.souk.published(ProductCreated.class)).hasSize(1);
    }

    @Test
    void a_sku_is_given_once_over_products_and_variants() {
        var variants = List.of(new CreateProduct.Variant("MUG-L", Map.of(), null));
        done(shop.souk.handle(aMug(UUID.randomUUID(), "MUG", "ACTIVE", variants)));

        assertThat(code(shop.souk.handle(aMug("MUG")))).isEqualTo("SKU_TAKEN");
        assertThat(code(shop.souk.handle(aMug("MUG-L")))).isEqualTo("SKU_TAKEN");
        var twice = List.of(new CreateProduct.Variant("CUP", Map.of(), null));
        assertThat(code(shop.souk.handle(aMug(UUID.randomUUID(), "CUP", "ACTIVE", twice))))
                .isEqualTo("DUPLICATE_SKU");
        assertThat(shop.souk.published(ProductCreated.class)).hasSize(1);
    }

    @Test
    void an_id_stands_for_one_product() {
        var id = shop.mug("MUG");

        assertThat(code(shop.souk.handle(aMug(id, "CUP", "ACTIVE", List.of())))).isEqualTo("ID_TAKEN");
    }

    @Test
    void what_is_for_sale_has_a_price_and_a_category() {
        assertThat(code(shop.souk.handle(priced(aMug("FREE"), 0, "mugs")))).isEqualTo("NOT_PUBLISHABLE");
        assertThat(code(shop.souk.handle(priced(aMug("LOST"), 100, null)))).isEqualTo("NOT_PUBLISHABLE");
        assertThat(code(shop.souk.handle(priced(aMug("ODD"), 100, "no-such")))).isEqualTo("UNKNOWN_CATEGORY");
        assertThat(code(shop.souk.handle(priced(aMug("NAMED"), 100, "Mugs AND cups")))).isEqualTo("done 1");
    }

    @Test
    void publishing_a_draft_is_told_to_those_who_follow_updates_too() {
        var id = shop.draft("MUG");

        assertThat(done(shop.souk.handle(new PublishProduct(id, 1L)))).isEqualTo(3);

        assertThat(shop.souk.published(ProductUpdated.class).getFirst().changes().status()).isEqualTo("ACTIVE");
        assertThat(shop.souk.published(ProductStatusChanged.class).getFirst().previousStatus()).isEqualTo("DRAFT");
        assertThat(done(shop.souk.handle(new PublishProduct(id, 3L)))).isEqualTo(3);
    }

    @Test
    void an_image_is_demanded_where_the_shop_says_so() {
        try (var strict = Shop.open("product.image-required", "true")) {
            var id = strict.draft("MUG");
            assertThat(code(strict.souk.handle(new PublishProduct(id, 1L)))).isEqualTo("NOT_PUBLISHABLE");

            var image = new AttachProductImage(
                    id, UUID.randomUUID(), "https://pictures.example/mug.jpg", "a".repeat(64), null, null, 1L);
            assertThat(done(strict.souk.handle(image))).isEqualTo(2);
            assertThat(done(strict.souk.handle(image))).isEqualTo(2);

            assertThat(done(strict.souk.handle(new PublishProduct(id, 2L)))).isEqualTo(4);
            assertThat(strict.souk.published(ProductImageAdded.class))
                    .singleElement()
                    .satisfies(added -> assertThat(added.primary()).isTrue());
        }
    }

    @Test
    void an_update_tells_only_what_changed_and_a_new_price_by_itself() {
        var id = shop.mug("MUG");
        var update = new UpdateProduct(id, "A better mug", null, 1_300L, null, null, null, null, null, null, 1L);

        assertThat(done(shop.souk.handle(update))).isEqualTo(3);

        var told = shop.souk.published(ProductUpdated.class).getFirst();
        assertThat(told.changedFields()).containsExactly("name", "price");
        assertThat(told.changes().description()).isNull();
        var price = shop.souk.published(ProductPriceChanged.class).getFirst();
        assertThat(price.oldPrice()).isEqualTo(1_250);
        assertThat(price.newPrice()).isEqualTo(1_300);
    }

    @Test
    void an_update_that_changes_nothing_publishes_nothing() {
        var id = shop.mug("MUG");

        assertThat(done(shop.souk.handle(rename(id, "A mug", null)))).isEqualTo(1);

        assertThat(shop.souk.published(ProductUpdated.class)).isEmpty();
    }

    @Test
    void a_stale_version_changes_nothing() {
        var id = shop.mug("MUG");
        done(shop.souk.handle(rename(id, "A better mug", 1L)));

        assertThat(code(shop.souk.handle(rename(id, "The best mug", 1L)))).isEqualTo("STALE_VERSION");
        assertThat(shop.ask(id).name()).isEqualTo("A better mug");
    }

    @Test
    void a_discontinued_product_stays_readable_and_is_never_sold_again() {
        var id = shop.mug("MUG");

        assertThat(done(shop.souk.handle(new DiscontinueProduct(id, "RECALL", null, 1L)))).isEqualTo(3);

        assertThat(shop.ask(id).status()).isEqualTo("DISCONTINUED");
        assertThat(shop.souk.published(ProductDiscontinued.class)).hasSize(1);
        assertThat(shop.souk.published(ProductStatusChanged.class).getFirst().newStatus())
                .isEqualTo("DISCONTINUED");
        assertThat(code(shop.souk.handle(status(id, "ACTIVE")))).isEqualTo("STATUS_NOT_ALLOWED");
        assertThat(code(shop.souk.handle(new PublishProduct(id, 3L)))).isEqualTo("STATUS_NOT_ALLOWED");
    }

    @Test
    void a_deleted_product_is_gone_but_keeps_its_sku() {
        var id = shop.mug("MUG");

        assertThat(done(shop.souk.handle(new DeleteProduct(id, "DUPLICATE", null)))).isEqualTo(2);

        assertThat(shop.souk.published(ProductDeleted.class)).hasSize(1);
        assertThat(shop.souk.ask(new GetProduct(id))).isEmpty();
        assertThat(code(shop.souk.handle(new DeleteProduct(id, null, null)))).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(code(shop.souk.handle(aMug("MUG")))).isEqualTo("SKU_TAKEN");
    }

    @Test
    void a_price_has_one_currency() {
        var id = shop.mug("MUG");
        var other = new UpdateProduct(id, null, null, null, "GBP", null, null, null, null, null, null);
        assertThat(code(shop.souk.handle(other))).isEqualTo("CURRENCY_FIXED");

        var both = new UpdateProduct(id, null, null, 999L, "GBP", null, null, null, null, null, null);
        assertThat(done(shop.souk.handle(both))).isEqualTo(3);
        assertThat(shop.souk.published(ProductPriceChanged.class).getFirst().currency()).isEqualTo("GBP");
    }

    @Test
    void neighbours_may_ask_for_many() {
        var mug = shop.mug("MUG");
        var cup = shop.draft("CUP");

        var answer = shop.souk.ask(new GetProducts(List.of(mug, UUID.randomUUID(), cup, mug)));

        assertThat(answer.products()).extracting(GetProduct.Product::sku).containsExactlyInAnyOrder("MUG", "CUP");
    }
}
