package dev.souk.inventory;

import static dev.souk.inventory.Given.booksBalance;
import static dev.souk.inventory.Given.item;
import static dev.souk.inventory.Given.nothing;
import static dev.souk.inventory.Given.product;
import static dev.souk.inventory.Given.release;
import static dev.souk.inventory.Given.reserve;
import static dev.souk.inventory.Given.stocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.souk.contracts.inventory.CheckAvailability;
import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.inventory.ListLowStock;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.contracts.inventory.ReceiveStock;
import dev.souk.contracts.inventory.ReorderPolicyChanged;
import dev.souk.contracts.inventory.ReorderSuggested;
import dev.souk.contracts.inventory.SetReorderPolicy;
import dev.souk.contracts.inventory.StockLevelChanged;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StockSignalsTest {
    private static final TestPlatform souk = TestPlatform.of(new InventoryContext());

    @BeforeEach
    void nothing_yet() {
        nothing(souk);
    }

    @AfterEach
    void the_books_balance() {
        booksBalance(souk);
    }

    @AfterAll
    static void close() {
        souk.close();
    }

    @ParameterizedTest
    @EnumSource
    void low_stock_is_told_once_until_it_has_been_a_fifth_above(Form form) {
        stocked(souk, "CUP", 12);
        form.deliver(souk, reserve("a", item("CUP", 1)), reserve("b", item("CUP", 1)), reserve("c", item("CUP", 1)));
        form.deliver(souk, release("b"), release("c"), reserve("d", item("CUP", 2)));
        assertThat(souk.published(LowStockAlert.class)).as("11 is above 10 but not yet far enough").hasSize(1);
        form.deliver(souk, release("a"), release("d"), reserve("e", item("CUP", 5)));

        assertThat(souk.published(LowStockAlert.class)).extracting(LowStockAlert::available).containsExactly(10L, 7L);
        assertThat(souk.published(LowStockAlert.class)).extracting(LowStockAlert::reorderPoint).containsOnly(10L);
    }

    @ParameterizedTest
    @EnumSource
    void the_last_unit_is_told_every_time_it_goes(Form form) {
        stocked(souk, "CUP", 2);
        form.deliver(souk, reserve("a", item("CUP", 1)));
        assertThat(souk.published(InventoryDepleted.class)).isEmpty();
        form.deliver(souk, reserve("b", item("CUP", 1)), release("a"), reserve("c", item("CUP", 1)));

        assertThat(souk.published(InventoryDepleted.class)).hasSize(2);
        assertThat(souk.published(LowStockAlert.class)).as("it never was above the reorder point").isEmpty();
    }

    @Test
    void a_level_is_told_once_an_interval_with_its_last_value() {
        stocked(souk, "CUP", 20);
        souk.deliver(reserve("a", item("CUP", 1)), reserve("b", item("CUP", 1)));
        assertThat(souk.sweep("announce-levels")).isZero();
        souk.clock().advance(Duration.ofSeconds(2));
        assertThat(souk.sweep("announce-levels")).isEqualTo(1);
        assertThat(souk.sweep("announce-levels")).isZero();

        assertThat(souk.published(StockLevelChanged.class)).singleElement().satisfies(level -> {
            assertThat(level.available()).isEqualTo(18);
            assertThat(level.reserved()).isEqualTo(2);
            assertThat(level.onHand()).isEqualTo(20);
            assertThat(level.productId()).isEqualTo(product("CUP"));
        });
        souk.deliver(release("a"));
        souk.clock().advance(Duration.ofSeconds(1));
        assertThat(souk.sweep("announce-levels")).isZero();
        souk.clock().advance(Duration.ofSeconds(1));
        assertThat(souk.sweep("announce-levels")).isEqualTo(1);
        assertThat(souk.published(StockLevelChanged.class)).extracting(StockLevelChanged::available)
                .containsExactly(18L, 19L);
    }

    @Test
    void a_reorder_is_suggested_once_for_each_dip() {
        stocked(souk, "CUP", 6);
        stocked(souk, "POT", 6);
        souk.deliver(Given.created("NEVER STOCKED"));
        souk.deliver(reserve("a", item("CUP", 1)));
        assertThat(souk.sweep("suggest-reorders")).isEqualTo(1);
        assertThat(souk.sweep("suggest-reorders")).isZero();
        souk.deliver(release("a"), reserve("b", item("CUP", 2)));
        assertThat(souk.sweep("suggest-reorders")).isEqualTo(1);

        assertThat(souk.published(ReorderSuggested.class))
                .extracting(ReorderSuggested::sku, ReorderSuggested::available, ReorderSuggested::suggestedQuantity)
                .containsExactly(
                        tuple("CUP", 5L, 15L),
                        tuple("CUP", 4L, 16L));
    }

    @Test
    void nothing_withdrawn_is_reordered() {
        stocked(souk, "CUP", 3);
        souk.deliver(new ProductDiscontinued(product("CUP"), "CUP", "DISCONTINUED", null, Given.THEN));
        assertThat(souk.sweep("suggest-reorders")).isZero();
    }

    @Test
    void another_policy_is_applied_to_the_present_level() {
        stocked(souk, "CUP", 30);
        souk.handle(new SetReorderPolicy("CUP", 50, 20, 100L, null));
        souk.handle(new SetReorderPolicy("CUP", 50, 20, 100L, null));

        assertThat(souk.published(LowStockAlert.class)).hasSize(1);
        assertThat(souk.published(ReorderPolicyChanged.class)).hasSize(1);
        assertThat(souk.ask(new ListLowStock(null, null, 10)).items()).extracting(ListLowStock.Item::sku)
                .containsExactly("CUP");
    }

    @Test
    void low_stock_is_listed_in_pages_and_leaves_the_list_when_it_is_replenished() {
        for (var sku : List.of("A", "B", "C", "D")) {
            stocked(souk, sku, 8);
        }
        stocked(souk, "PLENTY", 80);
        souk.handle(new ReceiveStock(UUID.randomUUID(), "C", "MAIN", 80, null));

        var first = souk.ask(new ListLowStock(null, null, 2));
        var second = souk.ask(new ListLowStock(null, first.next(), 2));
        assertThat(first.items()).extracting(ListLowStock.Item::sku).containsExactly("A", "B");
        assertThat(second.items()).extracting(ListLowStock.Item::sku).containsExactly("D");
        assertThat(second.next()).isNull();
        assertThat(souk.ask(new ListLowStock(UUID.randomUUID(), null, 2)).items()).isEmpty();
    }

    @Test
    void availability_is_known_at_once_after_a_change_in_this_process() {
        stocked(souk, "JUG", 3);
        assertThat(available("JUG", 3)).isEqualTo(new CheckAvailability.Availability("JUG", true, 3));
        souk.deliver(reserve("a", item("JUG", 1)));
        assertThat(available("JUG", 3)).isEqualTo(new CheckAvailability.Availability("JUG", false, 2));
        souk.deliver(new ProductDiscontinued(product("JUG"), "JUG", "DISCONTINUED", null, Given.THEN));
        assertThat(available("JUG", 1)).isEqualTo(new CheckAvailability.Availability("JUG", false, 0));
        assertThat(available("GHOST", 1)).isEqualTo(new CheckAvailability.Availability("GHOST", false, 0));
    }

    @Test
    void a_change_behind_this_process_is_seen_within_a_second() {
        stocked(souk, "URN", 3);
        available("URN", 1);
        souk.write(tx -> tx.sql("update stock_item set on_hand = 1 where sku = 'URN'").update());
        souk.clock().advance(Duration.ofMillis(1_001));

        assertThat(available("URN", 1).available()).isEqualTo(1);
        souk.write(tx -> tx.sql("update stock_item set on_hand = 3 where sku = 'URN'").update());
    }

    private static CheckAvailability.Availability available(String sku, int quantity) {
        return souk.ask(new CheckAvailability(List.of(new CheckAvailability.Item(sku, quantity))))
                .items()
                .getFirst();
    }
}
