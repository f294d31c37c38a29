package dev.souk.inventory;

import static dev.souk.inventory.Given.booksBalance;
import static dev.souk.inventory.Given.commit;
import static dev.souk.inventory.Given.item;
import static dev.souk.inventory.Given.nothing;
import static dev.souk.inventory.Given.release;
import static dev.souk.inventory.Given.reserve;
import static dev.souk.inventory.Given.stock;
import static dev.souk.inventory.Given.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.inventory.AdjustStock;
import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.inventory.InventoryReserved;
import dev.souk.contracts.inventory.InventoryUnavailable;
import dev.souk.contracts.inventory.ReceiveStock;
import dev.souk.contracts.inventory.ReservationCommitRejected;
import dev.souk.contracts.inventory.ReservationCommitted;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationRaceTest {
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

    private static void atOnce(List<? extends Callable<?>> work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(work.stream().map(w -> (Callable<Object>) w::call).toList())) {
                done.get();
            }
        }
    }

    @Test
    void two_hundred_buyers_in_threads_and_batches_get_exactly_twenty_units() throws Exception {
        stocked(souk, "LAST", 20);
        var work = new ArrayList<Callable<?>>();
        IntStream.range(0, 100).forEach(i -> work.add(() -> souk.handle(reserve("single " + i, item("LAST", 1)))));
        work.add(20, () -> {
            for (int batch = 0; batch < 4; batch++) {
                int first = batch * 25;
                souk.deliver(IntStream.range(first, first + 25)
                        .mapToObj(i -> reserve("batch " + i, item("LAST", 1)))
                        .toArray(ReserveInventory[]::new));
            }
            return true;
        });
        atOnce(work);

        assertThat(souk.published(InventoryReserved.class)).hasSize(20);
        assertThat(souk.published(InventoryUnavailable.class)).hasSize(180);
        assertThat(souk.published(InventoryDepleted.class)).hasSize(1);
        assertThat(stock(souk, "LAST").available()).isZero();
    }

    @Test
    void baskets_in_opposite_order_do_not_stand_in_each_others_way() throws Exception {
        var skus = List.of("A", "B", "C", "D", "E", "F");
        skus.forEach(sku -> stocked(souk, sku, 1_000));
        var work = new ArrayList<Callable<?>>();
        for (int i = 0; i < 120; i++) {
            var order = i % 2 == 0 ? skus : skus.reversed();
            var items = order.stream().map(sku -> item(sku, 1)).toArray(ReserveInventory.Item[]::new);
            var name = "basket " + i;
            work.add(() -> souk.handle(reserve(name, items)));
        }
        work.add(() -> souk.handle(new ReceiveStock(UUID.randomUUID(), "F", "MAIN", 5, null)));
        work.add(() -> souk.handle(new AdjustStock(UUID.randomUUID(), "A", "MAIN", -5, "LOSS", null, null)));
        atOnce(work);

        assertThat(souk.published(InventoryReserved.class)).hasSize(120);
        assertThat(stock(souk, "A").reserved()).isEqualTo(120);
    }

    @Test
    void a_reservation_ends_in_one_way_however_many_try_to_end_it() throws Exception {
        stocked(souk, "CUP", 50);
        for (int i = 0; i < 50; i++) {
            souk.handle(reserve("r" + i, item("CUP", 1)));
        }
        souk.clock().advance(Duration.ofMinutes(15).minusNanos(1_000));
        var work = new ArrayList<Callable<?>>();
        for (int i = 0; i < 50; i++) {
            var name = "r" + i;
            work.add(() -> souk.handle(commit(name)));
            if (i % 3 == 0) {
                work.add(() -> souk.handle(release(name)));
            }
            if (i == 25) {
                work.add(() -> {
                    souk.clock().advance(Duration.ofMinutes(1));
                    return souk.sweep("expire-reservations");
                });
            }
        }
        atOnce(work);
        souk.sweep("expire-reservations");

        var committed = souk.published(ReservationCommitted.class).size();
        var rejected = souk.published(ReservationCommitRejected.class).size();
        assertThat(committed + rejected).isEqualTo(50);
        assertThat(stock(souk, "CUP").reserved()).isLessThanOrEqualTo(committed);
    }
}
