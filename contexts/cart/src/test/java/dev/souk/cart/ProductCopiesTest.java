package dev.souk.cart;

import static dev.souk.cart.Shop.adding;
import static dev.souk.cart.Shop.code;
import static dev.souk.cart.Shop.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.contracts.product.ProductVariantUpdated;
import dev.souk.platform.messaging.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductCopiesTest {
    private static final Shop SHOP = new Shop();

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static void deliver(boolean oneByOne, Message... messages) {
        if (oneByOne) {
            SHOP.souk.deliverOneByOne(messages);
        } else {
            SHOP.souk.deliver(messages);
        }
    }

    private static ProductUpdated renamed(UUID product, String name) {
        return new ProductUpdated(
                UUID.randomUUID(), Instant.EPOCH, product,
                new ProductUpdated.Changes(name, null, null, null, null, null, null, null), List.of("name"));
    }

    private static String add(UUID product, @Nullable UUID variant) {
        return code(SHOP.souk.handle(new AddItemToCart(SHOP.aCart(), product, variant, 1, null, null, SHOP.me())));
    }

    private static long priceOf(UUID product, @Nullable UUID variant) {
        return done(SHOP.souk.handle(new AddItemToCart(SHOP.aCart(), product, variant, 1, null, null, SHOP.me())))
                .unitPrice();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void events_of_one_product_add_up_in_order(boolean oneByOne) {
        var product = UUID.randomUUID();
        deliver(
                oneByOne,
                Shop.created(product, "SKU", 100, "DRAFT"),
                renamed(product, "Better name"),
                new ProductStatusChanged(product, "DRAFT", "ACTIVE", Instant.EPOCH),
                new ProductPriceChanged(product, null, "SKU", 100, 130, "GBP", Instant.EPOCH, "staff", null));
        var cart = SHOP.aCart();
        SHOP.prices.put(product, 130L);

        SHOP.add(cart, product, 1);

        assertThat(SHOP.see(cart).lines()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Better name");
            assertThat(line.unitPrice()).isEqualTo(130);
            assertThat(line.priceChanged()).isFalse();
        });
        deliver(oneByOne, new ProductDiscontinued(product, "SKU", "RECALL", null, Instant.EPOCH));
        assertThat(code(SHOP.souk.handle(adding(cart, product, 1, SHOP.me())))).isEqualTo("NOT_FOR_SALE");
        deliver(oneByOne, new ProductDeleted(UUID.randomUUID(), Instant.EPOCH, product, "OTHER"));
        assertThat(code(SHOP.souk.handle(adding(cart, product, 1, SHOP.me())))).isEqualTo("NOT_FOR_SALE");
        assertThat(SHOP.see(cart).lines()).singleElement().satisfies(line -> assertThat(line.discontinued()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void variants_come_change_and_go(boolean oneByOne) {
        var product = UUID.randomUUID();
        var red = UUID.randomUUID();
        var blue = UUID.randomUUID();
        var created = Shop.created(product, "SHIRT-" + product, 100, "ACTIVE").product();
        deliver(
                oneByOne,
                new ProductCreated(UUID.randomUUID(), Instant.EPOCH, new ProductCreated.Product(
                        product, created.sku(), "Shirt", null, 100, "GBP", null, "ACTIVE", null,
                        List.of(new ProductCreated.Variant(red, "RED-" + product, Map.of(), null)), null, null, null)),
                new ProductVariantAdded(product, blue, "BLUE-" + product, Map.of(), 110L));

        assertThat(priceOf(product, red)).isEqualTo(100);
        assertThat(priceOf(product, blue)).isEqualTo(110);
        assertThat(priceOf(product, null)).isEqualTo(100);

        deliver(
                oneByOne,
                new ProductVariantUpdated(product, red, "RED-" + product, Map.of(), 105L),
                new ProductPriceChanged(
                        product, blue, "BLUE-" + product, 110, 115, "GBP", Instant.EPOCH, "staff", null));
        assertThat(priceOf(product, red)).isEqualTo(105);
        assertThat(priceOf(product, blue)).isEqualTo(115);

        deliver(oneByOne, new ProductVariantRemoved(product, red, "RED-" + product));
        assertThat(add(product, red)).isEqualTo("UNKNOWN_PRODUCT");
        assertThat(priceOf(product, blue)).isEqualTo(115);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_published_a_moment_ago_is_sold_at_once(boolean oneByOne) {
        var product = SHOP.aProduct("FRESH-" + oneByOne, 100);
        deliver(oneByOne, Shop.created(product, "FRESH-" + oneByOne, 100, "DRAFT"));

        assertThat(priceOf(product, null)).isEqualTo(100);
    }
}
