package dev.souk.pricing;

import static dev.souk.pricing.Catalogue.THEN;
import static dev.souk.pricing.Catalogue.cart;
import static dev.souk.pricing.Catalogue.created;
import static dev.souk.pricing.Catalogue.line;
import static dev.souk.pricing.Catalogue.repriced;
import static dev.souk.pricing.Catalogue.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.product.GetProduct;
import dev.souk.contracts.product.GetProducts;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.contracts.product.ProductVariantUpdated;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.testkit.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasePricesTest {
    private static TestPlatform souk;

    private final UUID product = UUID.randomUUID();
    private final UUID red = UUID.randomUUID();
    private final UUID blue = UUID.randomUUID();
    private final UUID green = UUID.randomUUID();
    private final String sku = "MUG-" + product;

    @BeforeAll
    static void start() {
        souk = TestPlatform.of(new PricingContext());
    }

    @AfterAll
    static void stop() {
        souk.close();
    }

    private static void tell(boolean batch, Message... messages) {
        if (batch) {
            souk.deliver(messages);
        } else {
            souk.deliverOneByOne(messages);
        }
    }

    private long price() {
        return souk.ask(cart(line(product, sku, 1))).subtotal();
    }

    private long price(UUID variant, String variantSku) {
        return souk.ask(cart(line(product, variant, variantSku, 1))).subtotal();
    }

    private List<String> problems() {
        return souk.ask(cart(line(product, sku, 1))).problems().stream()
                .map(Quote.Problem::code)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void prices_follow_the_catalogue(boolean batch) {
        tell(batch, created(product, sku, 700, variant(red, sku + "R", 750L), variant(blue, sku + "B", null)));
        assertThat(price()).isEqualTo(700);
        tell(
                batch,
                repriced(product, sku, 700, 800),
                repriced(product, sku, 800, 900),
                new ProductVariantAdded(product, green, sku + "G", Map.of(), 650L),
                new ProductVariantUpdated(product, blue, sku + "B", Map.of(), 990L));
        assertThat(price()).isEqualTo(900);
        assertThat(price(red, sku + "R")).isEqualTo(750);
        assertThat(price(blue, sku + "B")).isEqualTo(990);
        assertThat(price(green, sku + "G")).isEqualTo(650);
        tell(batch, new ProductVariantRemoved(product, red, sku + "R"));
        assertThat(souk.ask(cart(line(product, red, sku + "R", 1))).problems())
                .extracting(Quote.Problem::code)
                .containsExactly("NOT_FOR_SALE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_variant_without_a_price_has_the_products(boolean batch) {
        tell(batch, created(product, sku, 700, variant(blue, sku + "B", null)), repriced(product, sku, 700, 710));
        assertThat(price(blue, sku + "B")).isEqualTo(710);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_leaves_the_shop_is_not_for_sale(boolean batch) {
        tell(batch, created(product, sku, 700));
        tell(batch, new ProductStatusChanged(product, "ACTIVE", "DRAFT", THEN));
        assertThat(problems()).containsExactly("NOT_FOR_SALE");
        tell(batch, new ProductStatusChanged(product, "DRAFT", "ACTIVE", THEN));
        assertThat(problems()).isEmpty();
        tell(batch, new ProductDiscontinued(product, sku, "RECALL", null, THEN));
        assertThat(problems()).containsExactly("NOT_FOR_SALE");
        tell(batch, new ProductDeleted(UUID.randomUUID(), THEN, product, null));
        assertThat(problems()).containsExactly("NOT_FOR_SALE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_price_in_an_update_is_not_looked_at(boolean batch) {
        tell(batch, created(product, sku, 700));
        tell(
                batch,
                new ProductUpdated(
                        UUID.randomUUID(), THEN, product,
                        new ProductUpdated.Changes(null, null, 1L, "EUR", null, null, "BOOKS", 90), List.of("price")));
        assertThat(problems()).containsExactly("CURRENCY_MISMATCH");
    }

    @Test
    void a_product_or_sku_that_is_not_known_is_a_problem() {
        assertThat(problems()).containsExactly("UNKNOWN_PRODUCT");
        souk.deliver(created(product, sku, 700));
        assertThat(problems()).isEmpty();
        assertThat(souk.ask(cart(line(product, "OTHER", 1))).problems())
                .extracting(Quote.Problem::code)
                .containsExactly("UNKNOWN_PRODUCT");
        assertThat(souk.ask(cart(line(product, UUID.randomUUID(), sku, 1))).problems())
                .extracting(Quote.Problem::code)
                .containsExactly("UNKNOWN_PRODUCT");
    }

    @Test
    void a_product_that_no_event_told_of_yet_is_asked_for() {
        var brandNew = new GetProduct.Product(
                product, sku, "A thing", 700, "GBP", "ACTIVE",
                List.of(new GetProduct.Variant(red, sku + "R", 750L, Map.of())), null, null, null, 400, 1);
        try (var shop = TestPlatform.of(new PricingContext())) {
            shop.answering(GetProducts.class, asked -> new GetProducts.Products(
                    asked.productIds().contains(product) ? List.of(brandNew) : List.of()));
            assertThat(shop.ask(cart(line(product, sku, 2))).subtotal()).isEqualTo(1400);
            assertThat(shop.ask(cart(line(product, red, sku + "R", 1))).subtotal()).isEqualTo(750);
            assertThat(shop.ask(cart(line(blue, sku, 1))).problems())
                    .extracting(Quote.Problem::code)
                    .containsExactly("UNKNOWN_PRODUCT");

            shop.deliver(created(product, sku, 700), repriced(product, sku, 700, 800));
            assertThat(shop.ask(cart(line(product, sku, 1))).subtotal()).isEqualTo(800);
            assertThat(shop.ask(cart(line(product, red, sku + "R", 1))).subtotal())
                    .as("a variant that was added a moment ago")
                    .isEqualTo(750);
        }
    }

    @Test
    void prices_come_from_memory_once_they_were_asked_for() {
        souk.deliver(created(product, sku, 700));
        price();
        souk.write(tx -> tx.sql("update base_price_cache set price = 1 where product_id = ?")
                .params(product)
                .update());
        assertThat(price()).isEqualTo(700);
    }
}
