package dev.souk.inventory;

import static dev.souk.inventory.Given.booksBalance;
import static dev.souk.inventory.Given.commit;
import static dev.souk.inventory.Given.item;
import static dev.souk.inventory.Given.location;
import static dev.souk.inventory.Given.nothing;
import static dev.souk.inventory.Given.number;
import static dev.souk.inventory.Given.orderCancelled;
import static dev.souk.inventory.Given.release;
import static dev.souk.inventory.Given.reserve;
import static dev.souk.inventory.Given.stock;
import static dev.souk.inventory.Given.stocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.contracts.inventory.AdjustStock;
import dev.souk.contracts.inventory.CheckStockLedger;
import dev.souk.contracts.inventory.GetStockLedger;
import dev.souk.contracts.inventory.ReceiveStock;
import dev.souk.contracts.inventory.RecordStockTake;
import dev.souk.contracts.inventory.TransferStock;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final TestPlatform souk = TestPlatform.of(new InventoryContext());
    private static final List<String> SKUS = List.of("A", "B", "C");

    @BeforeEach
    void nothing_yet() {
        nothing(souk);
    }

    @AfterAll
    static void close() {
        souk.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void after_anything_at_all_the_movements_are_the_stock(long seed) {
        var random = new Random(seed);
        location(souk, "EAST", 10);
        SKUS.forEach(sku -> stocked(souk, sku, 30));
        for (int i = 0; i < 60; i++) {
            step(random, i);
        }
        booksBalance(souk);
        assertThat(souk.sweep("reconcile-ledger")).isZero();
        assertThat(number(souk, "select count(*) as n from ledger_checkpoint")).isPositive();
    }

    private static void step(Random random, int i) {
        var sku = SKUS.get(random.nextInt(SKUS.size()));
        var place = random.nextBoolean() ? "MAIN" : "EAST";
        int some = 1 + random.nextInt(20);
        switch (random.nextInt(7)) {
            case 0 -> souk.handle(new ReceiveStock(UUID.randomUUID(), sku, place, some, null));
            case 1 -> souk.handle(new AdjustStock(UUID.randomUUID(), sku, place, some - 10, "FOUND", null, null));
            case 2 ->
                souk.handle(new TransferStock(
                        UUID.randomUUID(), sku, place, place.equals("MAIN") ? "EAST" : "MAIN", some));
            case 3 ->
                souk.handle(new RecordStockTake(
                        UUID.randomUUID(), place, List.of(new RecordStockTake.Count(sku, some * 2))));
            case 4 -> {
                souk.clock().advance(Duration.ofMinutes(random.nextInt(6)));
                souk.sweep("expire-reservations");
            }
            default -> souk.deliver(messages(random, i));
        }
    }

    private static Message[] messages(Random random, int i) {
        var batch = new ArrayList<Message>();
        for (int n = 0; n < 1 + random.nextInt(8); n++) {
            var name = "r" + random.nextInt(i + 2);
            batch.add(switch (random.nextInt(5)) {
                case 0 -> release(name);
                case 1 -> commit(name);
                case 2 -> orderCancelled(name);
                default ->
                    reserve(
                            name,
                            item(SKUS.get(random.nextInt(3)), 1 + random.nextInt(4)),
                            item(SKUS.get(random.nextInt(3)), 1 + random.nextInt(4)));
            });
        }
        return batch.toArray(Message[]::new);
    }

    @Test
    void movements_are_never_changed_or_removed() {
        stocked(souk, "A", 5);
        for (var sql : List.of(
                "update stock_movement set on_hand_delta = 6", "delete from stock_movement", "truncate stock_movement")) {
            assertThatThrownBy(() -> souk.write(tx -> tx.sql(sql).update())).hasMessageContaining("never changed");
        }
    }

    @Test
    void the_database_refuses_negative_and_overpromised_stock() {
        stocked(souk, "A", 5);
        for (var sql : List.of(
                "update stock_item set on_hand = -1",
                "update stock_item set reserved = -1",
                "update stock_item set reserved = 6",
                "update stock_item set on_hand = 2000000001")) {
            assertThatThrownBy(() -> souk.write(tx -> tx.sql(sql).update())).hasMessageContaining("check constraint");
        }
    }

    @Test
    void stock_without_a_movement_is_found() {
        stocked(souk, "A", 5);
        souk.sweep("reconcile-ledger");
        souk.write(tx -> tx.sql("update stock_item set on_hand = 7, reserved = 1").update());

        assertThat(souk.ask(new CheckStockLedger()).differences())
                .containsExactly(
                        new CheckStockLedger.Difference("A", "MAIN", "ON_HAND", 7, 5),
                        new CheckStockLedger.Difference("A", "MAIN", "RESERVED", 1, 0),
                        new CheckStockLedger.Difference("A", "MAIN", "OPEN_RESERVATIONS", 1, 0));
        souk.sweep("reconcile-ledger");
        assertThat(number(souk, "select on_hand as n from ledger_checkpoint"))
                .as("a difference is not taken for granted")
                .isEqualTo(5);
    }

    @Test
    void the_ledger_can_be_read_in_pages_and_from_a_time_on() {
        stocked(souk, "A", 5);
        souk.clock().advance(Duration.ofHours(1));
        souk.deliver(reserve("r", item("A", 2)), release("r"));

        var first = souk.ask(new GetStockLedger("A", "MAIN", null, null, 0, 2)).orElseThrow();
        assertThat(first.movements()).extracting(GetStockLedger.Movement::kind).containsExactly("RECEIPT", "RESERVE");
        assertThat(first.opening()).isEqualTo(new GetStockLedger.Balance(0, 0));
        assertThat(first.closing()).isEqualTo(new GetStockLedger.Balance(5, 2));
        assertThat(first.next()).isEqualTo(2);

        var later = souk.ask(new GetStockLedger("A", "MAIN", Given.THEN.plusSeconds(1), null, 0, 10)).orElseThrow();
        assertThat(later.opening()).isEqualTo(new GetStockLedger.Balance(5, 0));
        assertThat(later.movements()).hasSize(2);
        var after = souk.ask(new GetStockLedger("A", "MAIN", null, null, 3, 10)).orElseThrow();
        assertThat(after.opening()).isEqualTo(new GetStockLedger.Balance(5, 0));
        assertThat(souk.ask(new GetStockLedger("GHOST", "MAIN", null, null, 0, 10))).isEmpty();
        assertThat(stock(souk, "A").available()).isEqualTo(5);
    }
}
