package dev.souk.inventory;

import static dev.souk.inventory.Given.created;
import static dev.souk.inventory.Given.id;
import static dev.souk.inventory.Given.nothing;
import static dev.souk.inventory.Given.product;
import static dev.souk.inventory.Given.stock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.inventory.GetStockItem;
import dev.souk.contracts.inventory.GetStockLevel;
import dev.souk.contracts.inventory.StockPosition;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.testkit.TestPlatform;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueFlowTest {
    private static final TestPlatform souk = TestPlatform.of(new InventoryContext());

    @BeforeEach
    void nothing_yet() {
        nothing(souk);
    }

    @AfterAll
    static void close() {
        souk.close();
    }

    private static ProductCreated.Variant variant(String sku) {
        return new ProductCreated.Variant(id(sku), sku, Map.of("size", "L"), null);
    }

    @ParameterizedTest
    @EnumSource
    void a_product_and_its_variants_get_an_empty_stock_row_each(Form form) {
        form.deliver(souk, created("SHIRT", variant("SHIRT-L"), variant("SHIRT-M")));
        form.deliver(
                souk, new ProductVariantAdded(product("SHIRT"), id("SHIRT-S"), "SHIRT-S", Map.of("size", "S"), null));

        assertThat(souk.ask(new GetStockLevel(product("SHIRT"))).orElseThrow().positions())
                .extracting(StockPosition::sku)
                .containsExactly("SHIRT", "SHIRT-L", "SHIRT-M", "SHIRT-S");
        assertThat(stock(souk, "SHIRT-S").productId()).isEqualTo(product("SHIRT"));
        assertThat(stock(souk, "SHIRT-S").positions())
                .containsExactly(new StockPosition("SHIRT-S", "MAIN", 0, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void withdrawing_follows_the_order_of_events(Form form) {
        form.deliver(
                souk,
                created("SHIRT", variant("SHIRT-L"), variant("SHIRT-M")),
                created("HAT", variant("HAT-L")),
                new ProductVariantRemoved(product("SHIRT"), id("SHIRT-L"), "SHIRT-L"),
                new ProductDeleted(id("e"), Given.THEN, product("HAT"), null),
                new ProductVariantAdded(product("SHIRT"), id("SHIRT-L"), "SHIRT-L", Map.of(), null),
                new ProductVariantRemoved(product("SHIRT"), id("SHIRT-M"), "SHIRT-M"));

        assertThat(stock(souk, "SHIRT").sellable()).isTrue();
        assertThat(stock(souk, "SHIRT-L").sellable()).isTrue();
        assertThat(stock(souk, "SHIRT-M").sellable()).isFalse();
        assertThat(stock(souk, "HAT").sellable()).isFalse();
        assertThat(stock(souk, "HAT-L").sellable()).isFalse();
    }

    @Test
    void a_whole_import_arrives_in_one_pass() {
        souk.deliver(IntStream.range(0, 500).mapToObj(i -> created("SKU " + i)).toArray(Message[]::new));

        assertThat(souk.ask(new GetStockItem("SKU 0"))).isPresent();
        assertThat(souk.ask(new GetStockItem("SKU 499"))).isPresent();
        assertThat(souk.ask(new GetStockItem("SKU 500"))).isEmpty();
    }
}
