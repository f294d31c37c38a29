package dev.souk.product;

import static dev.souk.product.Shop.aMug;
import static dev.souk.product.Shop.code;
import static dev.souk.product.Shop.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.product.AddProductVariant;
import dev.souk.contracts.product.ChangeProductPrice;
import dev.souk.contracts.product.CreateProduct;
import dev.souk.contracts.product.DeleteProduct;
import dev.souk.contracts.product.GetPriceHistory;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.contracts.product.ProductVariantUpdated;
import dev.souk.contracts.product.RemoveProductVariant;
import dev.souk.contracts.product.UpdateProductVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriceTest {
    private final Shop shop = Shop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    private static ChangeProductPrice price(UUID id, long price, @Nullable Instant at) {
        return new ChangeProductPrice(id, null, price, "EUR", at, null, null);
    }

    private Instant in(Duration ahead) {
        return shop.souk.clock().instant().plus(ahead);
    }

    @Test
    void a_scheduled_price_waits_for_its_time() {
        var id = shop.mug("MUG");

        assertThat(done(shop.souk.handle(price(id, 999, in(Duration.ofHours(2)))))).isEqualTo(1);
        shop.souk.sweep("scheduled-prices");
        assertThat(shop.ask(id).price()).isEqualTo(1_250);

        shop.souk.clock().advance(Duration.ofHours(2));
        assertThat(shop.souk.sweep("scheduled-prices")).isEqualTo(1);

        assertThat(shop.ask(id).price()).isEqualTo(999);
        assertThat(shop.souk.published(ProductPriceChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.oldPrice()).isEqualTo(1_250);
            assertThat(changed.newPrice()).isEqualTo(999);
            assertThat(changed.effectiveAt()).isEqualTo(shop.souk.clock().instant());
        });
        assertThat(shop.souk.sweep("scheduled-prices")).isZero();
    }

    @Test
    void of_two_prices_for_one_moment_the_later_word_counts() {
        var id = shop.mug("MUG");
        var noon = in(Duration.ofHours(2));
        done(shop.souk.handle(price(id, 999, noon)));
        done(shop.souk.handle(price(id, 899, noon)));

        shop.souk.clock().advance(Duration.ofHours(3));
        shop.souk.sweep("scheduled-prices");

        assertThat(shop.souk.published(ProductPriceChanged.class))
                .extracting(ProductPriceChanged::newPrice)
                .containsExactly(899L);
    }

    @Test
    void a_withdrawn_product_takes_no_scheduled_price() {
        var id = shop.mug("MUG");
        done(shop.souk.handle(price(id, 999, in(Duration.ofHours(2)))));
        done(shop.souk.handle(new DeleteProduct(id, null, null)));

        shop.souk.clock().advance(Duration.ofHours(3));
        assertThat(shop.souk.sweep("scheduled-prices")).isEqualTo(1);

        assertThat(shop.souk.published(ProductPriceChanged.class)).isEmpty();
    }

    @Test
    void prices_out_of_bounds_are_refused() {
        var id = shop.mug("MUG");

        assertThat(code(shop.souk.handle(price(id, 0, null)))).isEqualTo("INVALID_PRICE");
        assertThat(code(shop.souk.handle(price(id, -5, null)))).isEqualTo("INVALID_PRICE");
        assertThat(code(shop.souk.handle(price(id, Long.MAX_VALUE, null)))).isEqualTo("INVALID_PRICE");
        assertThat(code(shop.souk.handle(price(id, 5, Instant.MAX)))).isEqualTo("INVALID_EFFECTIVE_AT");
        assertThat(code(shop.souk.handle(price(UUID.randomUUID(), 5, null)))).isEqualTo("PRODUCT_NOT_FOUND");
    }

    @Test
    void the_lowest_price_of_thirty_days_is_known() {
        var id = shop.mug("MUG");
        shop.souk.clock().advance(Duration.ofDays(10));
        done(shop.souk.handle(price(id, 800, null)));
        shop.souk.clock().advance(Duration.ofDays(5));
        done(shop.souk.handle(price(id, 1_500, null)));

        shop.souk.clock().advance(Duration.ofDays(20));
        var history = shop.souk.ask(new GetPriceHistory(id, null, 30));
        assertThat(history.lowest30d()).isEqualTo(800);
        assertThat(history.prices()).extracting(GetPriceHistory.Entry::price).containsExactly(1_500L, 800L, 1_250L);
        assertThat(history.prices().getFirst().to()).isNull();

        shop.souk.clock().advance(Duration.ofDays(11));
        assertThat(shop.souk.ask(new GetPriceHistory(id, null, 30)).lowest30d()).isEqualTo(1_500);
        assertThat(shop.souk.ask(new GetPriceHistory(id, null, null)).prices()).hasSize(3);
    }

    @Test
    void a_variant_lives_with_its_product() {
        var id = shop.mug("MUG");
        var variant = UUID.randomUUID();
        var add = new AddProductVariant(id, variant, "MUG-XL", Map.of("size", "XL"), 1_600L, 1L);

        assertThat(done(shop.souk.handle(add))).isEqualTo(3);
        assertThat(done(shop.souk.handle(add))).isEqualTo(3);
        assertThat(shop.souk.published(ProductVariantAdded.class)).hasSize(1);
        assertThat(shop.souk.published(ProductPriceChanged.class).getFirst().variantId()).isEqualTo(variant);

        var update = new UpdateProductVariant(id, variant, Map.of("size", "XXL"), 1_700L, 3L);
        assertThat(done(shop.souk.handle(update))).isEqualTo(5);
        assertThat(shop.souk.published(ProductVariantUpdated.class).getFirst().price()).isEqualTo(1_700);
        assertThat(shop.ask(id).variants().getFirst().attributes()).containsEntry("size", "XXL");

        assertThat(done(shop.souk.handle(new ChangeProductPrice(id, variant, 1_650, "EUR", null, null, null))))
                .isEqualTo(6);

        assertThat(done(shop.souk.handle(new RemoveProductVariant(id, variant, 6L)))).isEqualTo(7);
        assertThat(shop.souk.published(ProductVariantRemoved.class)).hasSize(1);
        assertThat(shop.ask(id).variants()).isEmpty();
        var late = new UpdateProductVariant(id, variant, Map.of(), null, null);
        assertThat(code(shop.souk.handle(late))).isEqualTo("VARIANT_NOT_FOUND");
        var again = new AddProductVariant(id, UUID.randomUUID(), "MUG-XL", Map.of(), null, null);
        assertThat(code(shop.souk.handle(again))).isEqualTo("SKU_TAKEN");
    }

    @Test
    void a_variant_of_another_product_is_not_found() {
        var id = shop.mug("MUG");
        var variants = List.of(new CreateProduct.Variant("CUP-S", Map.of(), null));
        var cup = aMug(UUID.randomUUID(), "CUP", "ACTIVE", variants);
        done(shop.souk.handle(cup));
        var foreign = shop.ask(cup.productId()).variants().getFirst().variantId();

        assertThat(code(shop.souk.handle(new RemoveProductVariant(id, foreign, null)))).isEqualTo("VARIANT_NOT_FOUND");
        assertThat(code(shop.souk.handle(new ChangeProductPrice(id, foreign, 5, "EUR", null, null, null))))
                .isEqualTo("VARIANT_NOT_FOUND");
    }
}
