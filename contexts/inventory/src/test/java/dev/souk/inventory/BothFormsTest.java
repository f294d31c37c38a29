package dev.souk.inventory;

import static dev.souk.inventory.Given.booksBalance;
import static dev.souk.inventory.Given.commit;
import static dev.souk.inventory.Given.item;
import static dev.souk.inventory.Given.nothing;
import static dev.souk.inventory.Given.orderCancelled;
import static dev.souk.inventory.Given.orderConfirmed;
import static dev.souk.inventory.Given.orderCreated;
import static dev.souk.inventory.Given.orderSubmitted;
import static dev.souk.inventory.Given.release;
import static dev.souk.inventory.Given.reserve;
import static dev.souk.inventory.Given.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.product.ProductDeleted;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BothFormsTest {
    private static final TestPlatform souk = TestPlatform.of(new InventoryContext());

    @AfterAll
    static void close() {
        souk.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void a_script_ends_the_same_in_one_batch_and_message_by_message(long seed) {
        assertThat(run(seed, Form.BATCH)).isEqualTo(run(seed, Form.SINGLE));
    }

    private static List<String> run(long seed, Form form) {
        var random = new Random(seed);
        nothing(souk);
        Given.location(souk, "EAST", 10);
        for (var sku : List.of("A", "B", "C", "D")) {
            stocked(souk, sku, 12);
            stocked(souk, sku, 6, "EAST");
        }
        for (int part = 0; part < 5; part++) {
            var batch = new ArrayList<Message>();
            for (int i = 0; i < 25; i++) {
                batch.add(message(random));
            }
            form.deliver(souk, batch.toArray(Message[]::new));
            souk.clock().advance(Duration.ofMinutes(6));
        }
        booksBalance(souk);
        return state();
    }

    private static Message message(Random random) {
        var name = "r" + random.nextInt(20);
        var sku = List.of("A", "B", "C", "D").get(random.nextInt(4));
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> release(name);
            case 3, 4, 5, 6 -> commit(name);
            case 7 -> orderCancelled(name);
            case 8 -> orderConfirmed(name);
            case 9 -> orderCreated(name);
            case 10 -> orderSubmitted(name, item(sku, 2));
            case 11 ->
                random.nextInt(8) == 0
                        ? new ProductDeleted(new UUID(0, 1), Given.THEN, Given.product("D"), "OTHER")
                        : Given.created(sku);
            default -> reserve(name, item(sku, 1 + random.nextInt(9)), item("A", 1 + random.nextInt(2)));
        };
    }

    /// Everything but what is random: the ids of messages, and with it the order of equal instants under other keys.
    private static List<String> state() {
        var rows = new ArrayList<String>();
        for (var sql : List.of(
                "select key || ' ' || aggregate_version || ' ' || type || ' ' || payload as line from journal"
                        + " where type not in ('InventoryReplenished') order by key, aggregate_version",
                "select sku || location_id || ' ' || on_hand || ' ' || reserved || ' ' || version as line"
                        + " from stock_item order by 1",
                "select sku || ' ' || sellable || low || alerted || suggested || version as line from article order by 1",
                "select id || ' ' || status || ' ' || lines || ' ' || version as line from reservation order by 1",
                "select kind || reference || detail as line from stock_alarm order by 1")) {
            rows.addAll(souk.read(tx -> tx.sql(sql).list(row -> row.text("line"))));
        }
        return rows;
    }
}
