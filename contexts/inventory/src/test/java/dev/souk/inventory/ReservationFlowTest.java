package dev.souk.inventory;

import static dev.souk.inventory.Given.booksBalance;
import static dev.souk.inventory.Given.commit;
import static dev.souk.inventory.Given.id;
import static dev.souk.inventory.Given.item;
import static dev.souk.inventory.Given.location;
import static dev.souk.inventory.Given.nothing;
import static dev.souk.inventory.Given.product;
import static dev.souk.inventory.Given.release;
import static dev.souk.inventory.Given.reserve;
import static dev.souk.inventory.Given.stock;
import static dev.souk.inventory.Given.stocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.inventory.InventoryReservationExpired;
import dev.souk.contracts.inventory.InventoryReserved;
import dev.souk.contracts.inventory.InventoryUnavailable;
import dev.souk.contracts.inventory.ReservationCommitRejected;
import dev.souk.contracts.inventory.ReservationCommitted;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservationFlowTest {
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
    void a_reservation_holds_every_item_for_a_quarter_of_an_hour(Form form) {
        form.deliver(souk, reserve("r", item("MUG", 2), item("CUP", 3)));

        assertThat(souk.published(InventoryReserved.class)).singleElement().satisfies(reserved -> {
            assertThat(reserved.items())
                    .containsExactly(
                            new InventoryReserved.Item(product("MUG"), "MUG", "MAIN", 2),
                            new InventoryReserved.Item(product("CUP"), "CUP", "MAIN", 3));
            assertThat(reserved.expiresAt()).isEqualTo(souk.clock().instant().plusSeconds(900));
            assertThat(reserved.orderId()).isEqualTo(id("order r"));
        });
        assertThat(stock(souk, "MUG").available()).isZero();
        assertThat(stock(souk, "CUP").reserved()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void one_missing_item_holds_nothing_and_names_what_is_missing(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 3), item("MUG", 3), item("GHOST", 1)));

        assertThat(souk.published(InventoryUnavailable.class)).singleElement().satisfies(unavailable ->
                assertThat(unavailable.unavailableItems())
                        .containsExactly(
                                new InventoryUnavailable.Item(product("MUG"), "MUG", 3, 2),
                                new InventoryUnavailable.Item(product("GHOST"), "GHOST", 1, 0)));
        assertThat(stock(souk, "CUP").reserved()).isZero();
        assertThat(souk.published(InventoryReserved.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_sku_twice_in_one_order_counts_together(Form form) {
        form.deliver(
                souk,
                reserve("too much", item("MUG", 1), item("MUG", 2)),
                reserve("fits", item("MUG", 1), item("MUG", 1)));

        assertThat(souk.published(InventoryUnavailable.class)).extracting(InventoryUnavailable::reservationId)
                .containsExactly(id("too much"));
        assertThat(souk.published(InventoryReserved.class)).singleElement()
                .satisfies(reserved -> assertThat(reserved.items())
                        .containsExactly(new InventoryReserved.Item(product("MUG"), "MUG", "MAIN", 2)));
    }

    @ParameterizedTest
    @EnumSource
    void quantities_that_make_no_sense_hold_nothing(Form form) {
        form.deliver(
                souk,
                reserve("zero", item("CUP", 0)),
                reserve("negative", item("CUP", 5), item("CUP", -2)),
                reserve("huge", item("CUP", Integer.MAX_VALUE), item("CUP", Integer.MAX_VALUE)),
                reserve("nothing"));

        assertThat(souk.published(InventoryUnavailable.class)).hasSize(4);
        assertThat(stock(souk, "CUP").reserved()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void asked_again_it_answers_the_same_and_holds_no_more(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 3)), reserve("r", item("CUP", 3)));
        form.deliver(souk, reserve("r", item("CUP", 3)));
        form.deliver(souk, reserve("no", item("CUP", 8)), reserve("no", item("CUP", 8)));

        assertThat(souk.published(InventoryReserved.class)).hasSize(3).containsOnly(
                souk.published(InventoryReserved.class).getFirst());
        assertThat(souk.published(InventoryUnavailable.class)).hasSize(2).containsOnly(
                souk.published(InventoryUnavailable.class).getFirst());
        assertThat(stock(souk, "CUP").reserved()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void a_committed_reservation_does_not_expire(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 3)), commit("r"), commit("r"));
        souk.clock().advance(Duration.ofHours(1));

        assertThat(souk.sweep("expire-reservations")).isZero();
        assertThat(souk.published(ReservationCommitted.class)).hasSize(2);
        assertThat(stock(souk, "CUP").reserved()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void the_end_of_a_forgotten_hold_belongs_to_the_journey_that_made_it(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 3)), reserve("s", item("CUP", 1)));
        souk.clock().advance(Duration.ofMinutes(15));
        souk.sweep("expire-reservations");

        var journeys = souk.read(tx -> tx.sql("""
                        select count(distinct correlation_id) as journeys, count(*) as told
                        from journal where type in ('InventoryReserved', 'InventoryReservationExpired')
                        group by key""").list(row -> List.of(row.bigint("journeys"), row.bigint("told"))));
        assertThat(journeys).containsExactly(List.of(1L, 2L), List.of(1L, 2L));
    }

    @ParameterizedTest
    @EnumSource
    void a_hold_expires_and_a_late_commit_is_rejected(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 3)));
        souk.clock().advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(souk.sweep("expire-reservations")).isZero();
        souk.clock().advance(Duration.ofMillis(1));
        assertThat(souk.sweep("expire-reservations")).isEqualTo(1);
        form.deliver(souk, commit("r"));

        assertThat(souk.published(InventoryReservationExpired.class)).singleElement()
                .satisfies(expired -> assertThat(expired.items())
                        .containsExactly(new InventoryReservationExpired.Item("CUP", "MAIN", 3)));
        assertThat(souk.published(ReservationCommitRejected.class)).extracting(ReservationCommitRejected::reason)
                .containsExactly("EXPIRED");
        assertThat(stock(souk, "CUP").reserved()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_after_the_time_is_rejected_even_before_the_sweep(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 3)));
        souk.clock().advance(Duration.ofMinutes(15));
        form.deliver(souk, commit("r"));

        assertThat(souk.published(ReservationCommitRejected.class)).extracting(ReservationCommitRejected::reason)
                .containsExactly("EXPIRED");
        assertThat(souk.published(InventoryReservationExpired.class)).hasSize(1);
        assertThat(souk.sweep("expire-reservations")).isZero();
        assertThat(stock(souk, "CUP").reserved()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_release_gives_back_once(Form form) {
        form.deliver(souk, reserve("r", item("CUP", 3)), commit("r"), release("r"), release("r"), commit("r"));

        assertThat(souk.published(InventoryReleased.class)).extracting(event -> event.items().size())
                .containsExactly(1, 0);
        assertThat(souk.published(ReservationCommitRejected.class)).extracting(ReservationCommitRejected::reason)
                .containsExactly("RELEASED");
        assertThat(stock(souk, "CUP").reserved()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_release_that_comes_before_its_reserve_ends_clean(Form form) {
        form.deliver(souk, release("r"), reserve("r", item("CUP", 3)), commit("r"));

        assertThat(souk.published(InventoryReleased.class)).hasSize(2)
                .allSatisfy(released -> assertThat(released.items()).isEmpty());
        assertThat(souk.published(InventoryReserved.class)).isEmpty();
        assertThat(souk.published(ReservationCommitted.class)).isEmpty();
        assertThat(stock(souk, "CUP").reserved()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_commit_of_an_unknown_reservation_is_rejected_for_good(Form form) {
        form.deliver(souk, commit("r"), commit("r"), reserve("r", item("CUP", 1)));

        assertThat(souk.published(ReservationCommitRejected.class)).extracting(ReservationCommitRejected::reason)
                .containsExactly("UNKNOWN", "UNKNOWN");
        assertThat(stock(souk, "CUP").reserved()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void what_one_location_cannot_give_comes_from_several_in_their_order(Form form) {
        location(souk, "EAST", 10);
        location(souk, "WEST", 20);
        stocked(souk, "CUP", 4, "EAST");
        stocked(souk, "CUP", 12, "WEST");
        form.deliver(
                souk,
                reserve("whole", item("CUP", 11)),
                reserve("split", item("CUP", 9)),
                reserve("rest", item("CUP", 6)));

        assertThat(souk.published(InventoryReserved.class))
                .flatExtracting(InventoryReserved::items)
                .extracting(InventoryReserved.Item::locationId, InventoryReserved.Item::quantity)
                .containsExactly(
                        tuple("WEST", 11), // the first that can give all
                        tuple("MAIN", 9),
                        tuple("EAST", 4),
                        tuple("WEST", 1),
                        tuple("MAIN", 1));
        form.deliver(souk, release("rest"));
        assertThat(stock(souk, "CUP").reserved()).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_discontinued_is_reserved_and_what_is_held_stays_held(Form form) {
        form.deliver(souk, reserve("before", item("CUP", 1)));
        form.deliver(souk, new ProductDiscontinued(product("CUP"), "CUP", "DISCONTINUED", null, Given.THEN));
        form.deliver(souk, reserve("after", item("CUP", 1)));

        assertThat(souk.published(InventoryUnavailable.class)).extracting(InventoryUnavailable::reservationId)
                .containsExactly(id("after"));
        form.deliver(souk, commit("before"));
        assertThat(souk.published(ReservationCommitted.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_hold_lasts_an_hour_at_most_and_a_quarter_of_one_unless_asked_otherwise(Form form) {
        form.deliver(souk, withTtl("long", 86_400), withTtl("usual", 0), withTtl("short", 60));

        assertThat(souk.published(InventoryReserved.class))
                .extracting(reserved -> Duration.between(reserved.reservedAt(), reserved.expiresAt()).toSeconds())
                .containsExactly(3_600L, 900L, 60L);
    }

    private static ReserveInventory withTtl(String name, int seconds) {
        var usual = reserve(name, item("CUP", 1));
        return new ReserveInventory(
                usual.reservationId(), usual.cartId(), null, usual.checkoutId(), usual.orderId(),
                List.copyOf(usual.items()), seconds, null);
    }
}
