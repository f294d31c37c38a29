package dev.souk.inventory;

import static dev.souk.inventory.Given.booksBalance;
import static dev.souk.inventory.Given.commit;
import static dev.souk.inventory.Given.id;
import static dev.souk.inventory.Given.item;
import static dev.souk.inventory.Given.nothing;
import static dev.souk.inventory.Given.number;
import static dev.souk.inventory.Given.orderCancelled;
import static dev.souk.inventory.Given.orderConfirmed;
import static dev.souk.inventory.Given.orderCreated;
import static dev.souk.inventory.Given.orderSubmitted;
import static dev.souk.inventory.Given.reserve;
import static dev.souk.inventory.Given.stock;
import static dev.souk.inventory.Given.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.inventory.CheckStockLedger;
import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.inventory.ReservationCommitted;
import dev.souk.platform.testkit.TestPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderReservationTest {
    private static final TestPlatform souk = TestPlatform.of(new InventoryContext());

    @BeforeEach
    void a_shop_with_two_mugs_and_ten_cups() {
        nothing(souk);
        stocked(souk, "MUG", 2);
        stocked(souk, "CUP", 10);
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
    void an_order_with_its_stock_behind_it_writes_nothing(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 3), item("MUG", 1)), commit("r"));
        long before = writes();
        form.deliver(
                souk,
                orderCreated("r"),
                orderSubmitted("r", item("MUG", 1), item("CUP", 1), item("CUP", 2)),
                orderConfirmed("r"));

        assertThat(writes()).isEqualTo(before);
        assertThat(souk.ask(new CheckStockLedger()).alarms()).isEmpty();
    }

    private long writes() {
        return number(
                souk,
                """
                select (select sum(version) from reservation) + (select count(*) from journal)
                     + (select sum(version) from stock_item) as n
                """);
    }

    @ParameterizedTest
    @EnumSource
    void an_order_without_its_stock_is_an_alarm(Form form) {
        form.deliver(souk, reserve("held", item("CUP", 1)), reserve("other", item("CUP", 1)), commit("other"));
        form.deliver(
                souk,
                orderCreated("ghost"),
                orderSubmitted("held", item("CUP", 1)),
                orderSubmitted("other", item("CUP", 2)));

        assertThat(souk.ask(new CheckStockLedger()).alarms()).extracting(CheckStockLedger.Alarm::kind)
                .containsExactlyInAnyOrder("UNKNOWN_RESERVATION", "NOT_COMMITTED", "NOT_COVERED");
    }

    @ParameterizedTest
    @EnumSource
    void a_confirmed_order_commits_what_was_only_held(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 1)));
        form.deliver(souk, orderConfirmed("r"));

        assertThat(souk.published(ReservationCommitted.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_cancelled_order_gives_its_stock_back_once(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 3)), commit("r"), orderConfirmed("r"));
        form.deliver(souk, orderCancelled("r"), orderCancelled("r"));

        assertThat(souk.published(InventoryReleased.class)).singleElement().satisfies(released -> {
            assertThat(released.reason()).isEqualTo("ORDER_CANCELLED");
            assertThat(released.orderId()).isEqualTo(id("order r"));
            assertThat(released.items()).containsExactly(new InventoryReleased.Item("CUP", "MAIN", 3));
        });
        assertThat(stock(souk, "CUP").reserved()).isZero();
    }
}
