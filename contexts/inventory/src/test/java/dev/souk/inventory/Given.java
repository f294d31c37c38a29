package dev.souk.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.inventory.CheckStockLedger;
import dev.souk.contracts.inventory.CommitReservation;
import dev.souk.contracts.inventory.CreateLocation;
import dev.souk.contracts.inventory.GetStockItem;
import dev.souk.contracts.inventory.ReceiveStock;
import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/// The words in which the inventory's tests are written.
final class Given {
    static final Instant THEN = Instant.parse("2026-01-05T10:00:00Z");

    private Given() {}

    /// Empties the tables, which is quicker than another database for every test.
    static void nothing(TestPlatform souk) {
        souk.clock().set(THEN);
        souk.write(tx -> {
            for (var statement : List.of(
                    "alter table stock_movement disable trigger stock_movement_append_only",
                    "truncate journal, reservation, stock_movement, stock_item, article, ledger_checkpoint, stock_take, "
                            + "stock_document, stock_alarm",
                    "delete from location where id <> 'MAIN'",
                    "alter table stock_movement enable trigger stock_movement_append_only")) {
                tx.sql(statement).update();
            }
            return true;
        });
    }

    static UUID id(String name) {
        return NameBasedId.of(new UUID(0, 0), name);
    }

    static UUID product(String sku) {
        return id("product " + sku);
    }

    static ProductCreated created(String sku, ProductCreated.Variant... variants) {
        return new ProductCreated(
                UUID.randomUUID(),
                THEN,
                new ProductCreated.Product(
                        product(sku), sku, "Name of " + sku, null, 100, "GBP", null, "ACTIVE", null, List.of(variants),
                        null, null, null));
    }

    static void stocked(TestPlatform souk, String sku, int quantity) {
        stocked(souk, sku, quantity, "MAIN");
    }

    static void stocked(TestPlatform souk, String sku, int quantity, String location) {
        if (souk.ask(new GetStockItem(sku)).isEmpty()) {
            souk.deliver(created(sku));
        }
        souk.handle(new ReceiveStock(UUID.randomUUID(), sku, location, quantity, null));
    }

    static void location(TestPlatform souk, String id, int priority) {
        souk.handle(new CreateLocation(id, "Place " + id, priority));
    }

    static GetStockItem.Item stock(TestPlatform souk, String sku) {
        return souk.ask(new GetStockItem(sku)).orElseThrow();
    }

    static ReserveInventory.Item item(String sku, int quantity) {
        return new ReserveInventory.Item(product(sku), null, sku, quantity);
    }

    static ReserveInventory reserve(String name, ReserveInventory.Item... items) {
        return new ReserveInventory(
                id(name),
                id("cart " + name),
                id("customer"),
                id("checkout " + name),
                id("order " + name),
                List.of(items),
                900,
                "GB");
    }

    static CommitReservation commit(String name) {
        return new CommitReservation(id(name), id("checkout " + name), id("order " + name));
    }

    static ReleaseInventory release(String name) {
        return new ReleaseInventory(id(name), id("checkout " + name), "CHECKOUT_FAILED");
    }

    static OrderCreated orderCreated(String name) {
        return new OrderCreated(
                id("order " + name), id("customer"), 100, "GBP", "created", List.of(), THEN, 100, 0, 0, 0,
                id("cart " + name), id("checkout " + name), id(name), "ORD-00000001", "web", null);
    }

    static OrderSubmitted orderSubmitted(String name, ReserveInventory.Item... items) {
        var ordered = List.of(items).stream()
                .map(item -> new OrderSubmitted.Item(item.productId(), null, item.sku(), item.quantity(), 100))
                .toList();
        return new OrderSubmitted(
                id("order " + name), id("customer"), 100, "GBP", id(name), id("payment " + name), ordered, List.of(),
                Sealed.of(id("customer"), "AAAA"), "GB", null, THEN);
    }

    static OrderConfirmed orderConfirmed(String name) {
        return new OrderConfirmed(
                id("order " + name), id("customer"), "ORD-00000001", null, id(name), id("payment " + name), 100, "GBP",
                THEN, "standard", "GB");
    }

    static OrderCancelled orderCancelled(String name) {
        return new OrderCancelled(
                id("order " + name), id("customer"), "CUSTOMER_REQUESTED", THEN, id(name), null, 0, "GBP", "CONFIRMED",
                null, null);
    }

    /// The number that a query of the tables answers, as its column `n`.
    static long number(TestPlatform souk, String sql) {
        return souk.<Long>read(tx -> tx.sql(sql).one(row -> row.bigint("n")));
    }

    /// Stock is the sum of its movements, reserved the sum of open reservations, and the versions of the events under
    /// each key have no gap.
    static void booksBalance(TestPlatform souk) {
        assertThat(souk.ask(new CheckStockLedger()).differences()).isEmpty();
        var last = new HashMap<String, Long>();
        var gaps = new ArrayList<String>();
        souk.read(tx -> tx.sql("select key, aggregate_version from journal where target is null order by position")
                .list(row -> {
                    long before = last.getOrDefault(row.text("key"), 0L);
                    if (row.bigint("aggregate_version") != before + 1) {
                        gaps.add(row.text("key") + ": " + before + " then " + row.bigint("aggregate_version"));
                    }
                    return last.put(row.text("key"), row.bigint("aggregate_version"));
                }));
        assertThat(gaps).isEmpty();
    }
}
