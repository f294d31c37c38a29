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

import dev.souk.contracts.inventory.GetStockItem;
import dev.souk.contracts.inventory.GetStockLedger;
import dev.souk.contracts.inventory.InventoryAdjusted;
import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.contracts.inventory.ListLowStock;
import dev.souk.contracts.inventory.ReceiveDelivery;
import dev.souk.contracts.inventory.RecordStockTake;
import dev.souk.contracts.inventory.StockPosition;
import dev.souk.contracts.inventory.StockTransferred;
import dev.souk.inventory.http.AdjustmentRequest;
import dev.souk.inventory.http.DeliveryRequest;
import dev.souk.inventory.http.LocationRoutes;
import dev.souk.inventory.http.ReceiptRequest;
import dev.souk.inventory.http.ReorderPolicyAnswer;
import dev.souk.inventory.http.ReorderPolicyRequest;
import dev.souk.inventory.http.StockLevelAnswer;
import dev.souk.inventory.http.StockTakeRequest;
import dev.souk.inventory.http.TransferRequest;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryRoutesTest {
    private static final TestPlatform souk = TestPlatform.of(new InventoryContext());
    private static final Caller WAREHOUSE = TestPlatform.staff(Role.WAREHOUSE);
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

    private static TestAnswer post(String path, Object body) {
        return souk.call(WAREHOUSE, "POST", path, body);
    }

    @Test
    void a_receipt_is_booked_once_under_its_id() {
        souk.deliver(Given.created("CUP"));
        var receipt = new ReceiptRequest(id("receipt"), "MAIN", 7, "PO-1");
        var first = post("/inventory/CUP/receipts", receipt);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body(StockPosition.class)).isEqualTo(new StockPosition("CUP", "MAIN", 7, 0, 7, 1));
        assertThat(first.headers()).containsEntry("ETag", "\"1\"");
        assertThat(post("/inventory/CUP/receipts", receipt).body(StockPosition.class).onHand()).isEqualTo(7);
        assertThat(post("/inventory/CUP/receipts", new ReceiptRequest(id("receipt"), "MAIN", 8, "PO-1")).code())
                .isEqualTo("ID_REUSED");
        assertThat(souk.published(InventoryReplenished.class)).hasSize(1);
    }

    @Test
    void a_receipt_of_something_unknown_leaves_nothing_behind() {
        souk.deliver(Given.created("CUP"));
        var receipt = new ReceiptRequest(id("receipt"), "MAIN", 7, null);
        assertThat(post("/inventory/GHOST/receipts", receipt).code()).isEqualTo("UNKNOWN_SKU");
        assertThat(post("/inventory/CUP/receipts", new ReceiptRequest(id("receipt"), "MARS", 7, null)).code())
                .isEqualTo("UNKNOWN_LOCATION");
        assertThat(number(souk, "select count(*) as n from stock_document")).isZero();
        assertThat(post("/inventory/CUP/receipts", receipt).status()).isEqualTo(201);
    }

    @Test
    void a_delivery_of_thousands_of_lines_is_taken_in_at_once_or_not_at_all() {
        souk.deliver(IntStream.range(0, 1_000)
                .mapToObj(i -> Given.created("SKU " + i))
                .toArray(Message[]::new));
        var lines = new ArrayList<DeliveryRequest.@Nullable Line>();
        IntStream.range(0, 5_000).forEach(i -> lines.add(new DeliveryRequest.Line("SKU " + i % 1_000, 2)));
        var delivery = new DeliveryRequest(id("delivery"), "MAIN", lines, null);

        assertThat(post("/inventory/receipts", delivery).body(ReceiveDelivery.Received.class))
                .isEqualTo(new ReceiveDelivery.Received(5_000, 10_000));
        assertThat(post("/inventory/receipts", delivery).status()).isEqualTo(201);
        assertThat(stock(souk, "SKU 7").onHand()).isEqualTo(10);
        assertThat(souk.published(InventoryReplenished.class)).hasSize(5_000);

        var withGhost = new DeliveryRequest(
                id("other"),
                "MAIN",
                List.of(new DeliveryRequest.Line("SKU 1", 1), new DeliveryRequest.Line("GHOST", 1)),
                null);
        var refused = post("/inventory/receipts", withGhost);
        assertThat(refused.code()).isEqualTo("UNKNOWN_SKU");
        assertThat(refused.refusal())
                .extracting(Refusal::extra, as(InstanceOfAssertFactories.MAP))
                .containsEntry("skus", List.of("GHOST"));
        assertThat(stock(souk, "SKU 1").onHand()).isEqualTo(10);
    }

    @Test
    void an_adjustment_cannot_take_what_is_reserved() {
        stocked(souk, "CUP", 5);
        souk.deliver(reserve("r", item("CUP", 3)));
        assertThat(post("/inventory/CUP/adjustments", adjustment(-3)).code()).isEqualTo("STOCK_RESERVED");
        assertThat(post("/inventory/CUP/adjustments", adjustment(-2)).body(StockPosition.class).onHand())
                .isEqualTo(3);
        assertThat(souk.published(InventoryAdjusted.class)).singleElement().satisfies(adjusted -> {
            assertThat(adjusted.delta()).isEqualTo(-2);
            assertThat(adjusted.onHand()).isEqualTo(3);
            assertThat(adjusted.by()).isEqualTo(String.valueOf(WAREHOUSE.subject()));
        });
    }

    @Test
    void an_adjustment_of_an_older_version_is_refused() {
        stocked(souk, "CUP", 5);
        stocked(souk, "CUP", 5);
        var stale = souk.call(
                WAREHOUSE, "POST", "/inventory/CUP/adjustments", adjustment(-1), Map.of("If-Match", "\"1\""));
        var current = souk.call(
                WAREHOUSE, "POST", "/inventory/CUP/adjustments", adjustment(-1), Map.of("If-Match", "\"2\""));
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        assertThat(current.status()).isEqualTo(201);
    }

    private static AdjustmentRequest adjustment(int delta) {
        return new AdjustmentRequest(UUID.randomUUID(), "MAIN", delta, "DAMAGE", "fell");
    }

    @Test
    void stock_moves_between_locations_but_only_what_is_not_reserved() {
        stocked(souk, "CUP", 5);
        souk.deliver(reserve("r", item("CUP", 3)));
        assertThat(post("/inventory/locations", new LocationRoutes.LocationRequest("EAST", "East", 10)).status())
                .isEqualTo(201);
        assertThat(post("/inventory/CUP/transfers", new TransferRequest(id("t1"), "MAIN", "EAST", 3)).code())
                .isEqualTo("STOCK_RESERVED");
        var moved = post("/inventory/CUP/transfers", new TransferRequest(id("t2"), "MAIN", "EAST", 2));
        assertThat(moved.body(StockPosition.class)).isEqualTo(new StockPosition("CUP", "EAST", 2, 0, 2, 1));
        assertThat(souk.published(StockTransferred.class)).hasSize(1);
        assertThat(souk.call(WAREHOUSE, "GET", "/inventory/locations", null)
                        .body(LocationRoutes.LocationList.class)
                        .locations())
                .extracting(location -> location.locationId())
                .containsExactly("EAST", "MAIN");
    }

    @Test
    void a_count_sets_what_is_on_hand_and_leaves_shortages_to_people() {
        stocked(souk, "A", 5);
        stocked(souk, "B", 5);
        stocked(souk, "C", 5);
        souk.deliver(reserve("r", item("C", 4)));
        var take = new StockTakeRequest(
                id("take"),
                "MAIN",
                List.of(
                        new StockTakeRequest.Count("A", 3),
                        new StockTakeRequest.Count("B", 5),
                        new StockTakeRequest.Count("C", 3)));
        var expected = new RecordStockTake.Result(3, 1, List.of("C"));

        assertThat(post("/inventory/stock-takes", take).body(RecordStockTake.Result.class)).isEqualTo(expected);
        assertThat(post("/inventory/stock-takes", take).body(RecordStockTake.Result.class)).isEqualTo(expected);
        assertThat(stock(souk, "A").onHand()).isEqualTo(3);
        assertThat(stock(souk, "C").onHand()).isEqualTo(5);
        assertThat(souk.published(InventoryAdjusted.class)).hasSize(1);
        assertThat(number(souk, "select count(*) as n from stock_alarm where kind = 'SHORTAGE'")).isEqualTo(1);
    }

    @Test
    void the_public_sees_buckets_and_staff_sees_numbers() {
        stocked(souk, "CUP", 6);
        var open = level(Caller.GUEST);
        assertThat(open.availability()).isEqualTo("IN_STOCK");
        assertThat(open.left()).isNull();
        assertThat(open.exact()).isNull();
        souk.deliver(reserve("r", item("CUP", 2)));
        assertThat(level(Caller.GUEST).availability()).isEqualTo("LOW");
        assertThat(level(Caller.GUEST).left()).isEqualTo(4);
        souk.deliver(reserve("s", item("CUP", 4)));
        assertThat(level(TestPlatform.customer(id("c"))).availability()).isEqualTo("OUT");
        assertThat(level(WAREHOUSE).exact()).satisfies(exact -> assertThat(exact.reserved()).isEqualTo(6));
        assertThat(souk.call(Caller.GUEST, "GET", "/stock/" + id("nobody"), null).code()).isEqualTo("UNKNOWN_PRODUCT");
        assertThat(souk.call(Caller.GUEST, "GET", "/stock/nonsense", null).code()).isEqualTo("NOT_FOUND");
    }

    private static StockLevelAnswer level(Caller caller) {
        return souk.call(caller, "GET", "/stock/" + product("CUP"), null).body(StockLevelAnswer.class);
    }

    @Test
    void a_sellers_policy_is_the_sellers() {
        var seller = id("seller");
        souk.deliver(Given.created("CUP"));
        souk.write(tx -> tx.sql("update article set seller_id = ?").params(seller).update());
        var policy = new ReorderPolicyRequest(20L, null, 40L);
        var own = new Caller(seller, Set.of(Role.SELLER));
        var other = new Caller(id("other"), Set.of(Role.SELLER));

        assertThat(souk.call(other, "PUT", "/inventory/CUP/reorder-policy", policy).code()).isEqualTo("UNKNOWN_SKU");
        assertThat(souk.call(own, "PUT", "/inventory/CUP/reorder-policy", policy).body(ReorderPolicyAnswer.class))
                .isEqualTo(new ReorderPolicyAnswer("CUP", 20, 5, 40L, 1));
        var stale = souk.call(own, "PUT", "/inventory/CUP/reorder-policy", policy, Map.of("If-Match", "\"0\""));
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        assertThat(souk.call(own, "GET", "/inventory/low-stock", null).body(ListLowStock.Page.class).items())
                .hasSize(1);
        assertThat(souk.call(other, "GET", "/inventory/low-stock", null).body(ListLowStock.Page.class).items())
                .isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_code() {
        stocked(souk, "CUP", 5);
        assertThat(post("/inventory/CUP/receipts", new ReceiptRequest(null, "MAIN", 1, null)).code())
                .isEqualTo("INVALID_INPUT");
        for (var quantity : Arrays.asList(null, 0, -1, 1_000_001)) {
            assertThat(post("/inventory/CUP/receipts", new ReceiptRequest(id("r"), "MAIN", quantity, null)).code())
                    .isEqualTo("INVALID_INPUT");
        }
        assertThat(post("/inventory/CUP/receipts", new ReceiptRequest(id("r"), "main street", 1, null)).code())
                .isEqualTo("INVALID_LOCATION");
        assertThat(post("/inventory/" + "X".repeat(65) + "/receipts", new ReceiptRequest(id("r"), "MAIN", 1, null))
                        .code())
                .isEqualTo("INVALID_SKU");
        assertThat(post("/inventory/CUP/adjustments", adjustment(0)).code()).isEqualTo("INVALID_INPUT");
        assertThat(post("/inventory/CUP/adjustments", new AdjustmentRequest(id("a"), "MAIN", 1, "MAGIC", null)).code())
                .isEqualTo("INVALID_INPUT");
        assertThat(post("/inventory/CUP/transfers", new TransferRequest(id("t"), "MAIN", "MAIN", 1)).code())
                .isEqualTo("INVALID_INPUT");
        assertThat(post("/inventory/receipts", new DeliveryRequest(id("d"), "MAIN", List.of(), null)).code())
                .isEqualTo("INVALID_INPUT");
        assertThat(post("/inventory/receipts", new DeliveryRequest(id("d"), "MAIN", Arrays.asList(null, null), null))
                        .code())
                .isEqualTo("INVALID_INPUT");
        var twice = List.<StockTakeRequest.@Nullable Count>of(
                new StockTakeRequest.Count("CUP", 1), new StockTakeRequest.Count("CUP", 2));
        assertThat(post("/inventory/stock-takes", new StockTakeRequest(id("s"), "MAIN", twice)).code())
                .isEqualTo("INVALID_INPUT");
        assertThat(souk.call(WAREHOUSE, "GET", "/inventory/CUP/ledger?from=yesterday", null).code())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(stock(souk, "CUP").onHand()).isEqualTo(5);
    }

    @Test
    void a_location_is_never_fuller_than_the_books_can_hold() {
        souk.deliver(Given.created("CUP"));
        var count = List.<StockTakeRequest.@Nullable Count>of(new StockTakeRequest.Count("CUP", 2_000_000_000));
        assertThat(post("/inventory/stock-takes", new StockTakeRequest(id("s"), "MAIN", count)).status())
                .isEqualTo(201);
        assertThat(post("/inventory/CUP/receipts", new ReceiptRequest(id("r"), "MAIN", 1, null)).code())
                .isEqualTo("STOCK_LIMIT");
        assertThat(post("/inventory/CUP/adjustments", adjustment(1)).code()).isEqualTo("STOCK_LIMIT");
    }

    @Test
    void staff_reads_a_sku_and_its_ledger() {
        stocked(souk, "CUP", 5);
        assertThat(souk.call(WAREHOUSE, "GET", "/inventory/CUP", null)
                        .body(GetStockItem.Item.class)
                        .available())
                .isEqualTo(5);
        assertThat(souk.call(WAREHOUSE, "GET", "/inventory/GHOST", null).code()).isEqualTo("UNKNOWN_SKU");
        assertThat(souk.call(WAREHOUSE, "GET", "/inventory/CUP/ledger?limit=10", null)
                        .body(GetStockLedger.Ledger.class)
                        .closing())
                .isEqualTo(new GetStockLedger.Balance(5, 0));
        assertThat(souk.call(TestPlatform.customer(id("c")), "GET", "/inventory/CUP", null).code())
                .isEqualTo("FORBIDDEN");
        assertThat(souk.call(OPERATOR, "GET", "/inventory/ledger-check", null).status()).isEqualTo(200);
    }
}
