package dev.souk.product;

import static dev.souk.product.Shop.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.inventory.StockLevelChanged;
import dev.souk.contracts.product.ListProducts;
import dev.souk.platform.testkit.TestAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists as a shop shows them: sorted, narrowed, searched.
class ListTest {
    private final Shop shop = Shop.open();

    @BeforeEach
    void five_products() {
        add(1, "L-1", "Red lantern", 500);
        add(2, "L-2", "blue lanterns, set of 3", 300);
        add(3, "L-3", "Étagère", 300);
        add(4, "M-1", "Red mug", 120);
        add(5, "M-2", "Zinc bowl", 990);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /// Ids grow with time, so the greater one is the newer one.
    private void add(int age, String sku, String name, long price) {
        var plain = Shop.priced(Shop.aMug(new UUID(0x7000, age), sku, "ACTIVE", List.of()), price, "mugs");
        done(shop.souk.handle(plain));
        done(shop.souk.handle(Shop.rename(plain.productId(), name, null)));
    }

    @Test
    void every_order_visits_every_product_once_whatever_the_page_size() {
        for (var sort : List.of("newest", "name", "price", "-price")) {
            for (var category : new ArrayList<@Nullable UUID>(Arrays.asList(null, shop.mugs))) {
                assertThat(all(category, sort)).as(sort).hasSize(5).doesNotHaveDuplicates();
            }
        }
        assertThat(all(null, "price")).startsWith("M-1").endsWith("L-1", "M-2");
        assertThat(all(shop.mugs, "-price")).startsWith("M-2", "L-1").endsWith("M-1");
        assertThat(all(shop.mugs, "newest")).containsExactly("M-2", "M-1", "L-3", "L-2", "L-1");
        assertThat(all(null, "name")).startsWith("L-2", "L-1", "M-1", "M-2");
    }

    private List<String> all(@Nullable UUID category, String sort) {
        var skus = new ArrayList<String>();
        String cursor = null;
        do {
            var page = shop.souk.ask(new ListProducts(category, null, null, null, cursor, 2, null, sort, null, null, null));
            page.items().forEach(item -> skus.add(item.sku()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return skus;
    }

    @Test
    void words_are_found_from_their_beginning_in_any_order_and_number() {
        assertThat(found("lant")).containsExactlyInAnyOrder("L-1", "L-2");
        assertThat(found("lanterns")).containsExactlyInAnyOrder("L-1", "L-2");
        assertThat(found("mug red")).containsExactly("M-1");
        assertThat(found("red bowl")).isEmpty();
        assertThat(found("'); drop & | ! :*")).isEmpty();
    }

    private List<String> found(String text) {
        return shop.souk
                .ask(new ListProducts(null, null, null, null, null, 9, text, "name", null, null, null))
                .items().stream().map(ListProducts.Item::sku).toList();
    }

    @Test
    void prices_and_stock_narrow_a_list() {
        var cheap = shop.souk.ask(new ListProducts(shop.mugs, null, null, null, null, 9, null, "price", 300L, 500L, null));
        assertThat(cheap.items()).extracting(ListProducts.Item::sku).containsExactlyInAnyOrder("L-1", "L-2", "L-3");

        var red = cheap.items().getLast();
        shop.souk.deliver(level(red, 7));
        var there = shop.souk.ask(new ListProducts(shop.mugs, null, null, null, null, 9, null, null, null, null, true));
        assertThat(there.items()).extracting(ListProducts.Item::sku).containsExactly(red.sku());
    }

    private static StockLevelChanged level(ListProducts.Item item, int available) {
        return new StockLevelChanged(item.sku(), item.productId(), available, 0, available, 1);
    }

    @Test
    void what_cannot_be_read_is_refused() {
        for (var query : List.of("sort=colour", "q=", "minPrice=1.50", "maxPrice=-1", "available=maybe", "sort=price&cursor=" + UUID.randomUUID())) {
            assertThat(list(query).code()).as(query).startsWith("INVALID_");
        }
        assertThat(list("sort=price&minPrice=100&q=red&available=false").status()).isEqualTo(200);
    }

    private TestAnswer list(String query) {
        return shop.souk.call(Shop.MERCHANDISER, "GET", "/products?" + query, null);
    }
}
