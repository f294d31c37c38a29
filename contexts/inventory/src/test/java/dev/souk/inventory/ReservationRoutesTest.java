package dev.souk.inventory;

import static dev.souk.inventory.Given.booksBalance;
import static dev.souk.inventory.Given.id;
import static dev.souk.inventory.Given.item;
import static dev.souk.inventory.Given.nothing;
import static dev.souk.inventory.Given.number;
import static dev.souk.inventory.Given.product;
import static dev.souk.inventory.Given.reserve;
import static dev.souk.inventory.Given.stock;
import static dev.souk.inventory.Given.stocked;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.inventory.InventoryReserved;
import dev.souk.inventory.http.ReservationAnswer;
import dev.souk.inventory.http.ReservationRequest;
import dev.souk.inventory.http.ReservationRoutes;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationRoutesTest {
    private static final TestPlatform souk = TestPlatform.of(new InventoryContext());
    private static final Caller OPERATOR = TestPlatform.staff(Role.OPERATOR);

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

    @Test
    void a_reservation_by_hand_is_there_at_once_and_a_refused_one_leaves_no_trace() {
        stocked(souk, "CUP", 5);
        var held = souk.call(OPERATOR, "POST", "/reservations", reservation("r", "CUP", 3));
        assertThat(held.status()).isEqualTo(201);
        assertThat(held.body(ReservationAnswer.class).status()).isEqualTo("HELD");
        var refused = souk.call(OPERATOR, "POST", "/reservations", reservation("s", "CUP", 3));
        assertThat(refused.code()).isEqualTo("OUT_OF_STOCK");
        assertThat(refused.refusal()).extracting(Refusal::extra, as(InstanceOfAssertFactories.MAP))
                .containsEntry("unavailableItems", List.of(Map.of("sku", "CUP", "available", 2)));
        assertThat(number(souk, "select count(*) as n from reservation")).isEqualTo(1);
        assertThat(souk.published(InventoryReserved.class)).hasSize(1);
    }

    @Test
    void a_release_by_hand_needs_a_reservation_and_may_be_repeated() {
        stocked(souk, "CUP", 5);
        souk.deliver(reserve("r", item("CUP", 3)));
        var path = "/reservations/" + id("r") + "/release";
        var body = new ReservationRoutes.ReleaseRequest(null);
        assertThat(souk.call(OPERATOR, "POST", path, body).body(ReservationAnswer.class).status())
                .isEqualTo("RELEASED");
        assertThat(souk.call(OPERATOR, "POST", path, body).status()).isEqualTo(200);
        assertThat(souk.call(OPERATOR, "POST", "/reservations/" + id("x") + "/release", body).code())
                .isEqualTo("UNKNOWN_RESERVATION");
        assertThat(souk.call(OPERATOR, "POST", "/reservations", reservation("r", "CUP", 3)).code())
                .isEqualTo("RESERVATION_ENDED");
        assertThat(stock(souk, "CUP").reserved()).isZero();
    }

    private static ReservationRequest reservation(String name, String sku, @Nullable Integer quantity) {
        return new ReservationRequest(
                id(name), id("cart"), null, id("checkout"), id("order"),
                List.of(new ReservationRequest.Item(product(sku), null, sku, quantity)), null, null);
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_code() {
        stocked(souk, "CUP", 5);
        for (var quantity : Arrays.asList(null, 0, -1, 1_000_001)) {
            assertThat(souk.call(OPERATOR, "POST", "/reservations", reservation("r", "CUP", quantity)).code())
                    .isEqualTo("INVALID_INPUT");
        }
        assertThat(souk.call(OPERATOR, "POST", "/reservations", reservation("r", "C\nP", 1)).code())
                .isEqualTo("INVALID_SKU");
        var body = new ReservationRoutes.ReleaseRequest("BORED");
        assertThat(souk.call(OPERATOR, "POST", "/reservations/" + id("r") + "/release", body).code())
                .isEqualTo("INVALID_INPUT");
    }
}
