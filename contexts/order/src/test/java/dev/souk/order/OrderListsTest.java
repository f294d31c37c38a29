package dev.souk.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.GuestClaimed;
import dev.souk.contracts.order.CancelOrder;
import dev.souk.contracts.order.ListOrders;
import dev.souk.contracts.order.SummarizeOrders;
import dev.souk.order.db.Figures;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ten orders of Ada and ten of Bob, one an hour, in turn.
class OrderListsTest {
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final Caller SUPPORT = TestPlatform.staff(Role.SUPPORT);

    private final TestPlatform souk = TestPlatform.of(new OrderContext());
    private final Instant start = souk.clock().instant();
    private final List<AnOrder> orders = new ArrayList<>();

    @BeforeEach
    void place() {
        for (int i = 0; i < 20; i++) {
            var order = AnOrder.any().by(i % 2 == 0 ? ADA : BOB);
            orders.add(order);
            souk.deliver(order.create());
            souk.clock().advance(Duration.ofHours(1));
        }
    }

    @AfterEach
    void close() {
        souk.close();
    }

    @Test
    void days_are_the_same_before_and_after_they_are_counted() {
        var before = figures();
        assertThat(before.stream().mapToLong(Figures.Day::orders).sum()).isEqualTo(20);
        assertThat(before).hasSizeGreaterThan(1);

        souk.sweep("count-days");
        var placed = AnOrder.any().by(ADA);
        souk.deliver(placed.create());
        souk.sweep("count-days");

        assertThat(figures().stream().mapToLong(Figures.Day::orders).sum()).isEqualTo(21);
        assertThat(number("select sum(orders)::bigint as n from order_day")).isEqualTo(20);
        assertThat(figures().stream().mapToLong(Figures.Day::revenue).sum())
                .isEqualTo(number("select sum(total)::bigint as n from orders"));
    }

    private List<Figures.Day> figures() {
        return souk.read(tx -> Figures.days(tx, 14));
    }

    private long number(String sql) {
        return souk.read(tx -> tx.sql(sql).optional(row -> row.bigint("n"))).orElseThrow();
    }

    @Test
    void states_are_counted_over_the_newest_orders() {
        souk.handle(new CancelOrder(orders.get(3).id(), "CUSTOMER_REQUESTED", null, null, null));
        var answer = souk.call(SUPPORT, "GET", "/orders/figures?days=2", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(souk.read(Figures::states))
                .containsExactly(new Figures.State("CANCELLED", 1), new Figures.State("CONFIRMED", 19));
    }

    @Test
    void customers_page_through_their_own_newest_first() {
        var ids = new ArrayList<UUID>();
        String cursor = "";
        do {
            var page = page(TestPlatform.customer(ADA), "?limit=4&customerId=" + BOB + "&cursor=" + cursor);
            page.orders().forEach(line -> ids.add(line.orderId()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(ids)
                .containsExactlyElementsOf(orders.reversed().stream()
                        .filter(order -> order.customer().equals(ADA))
                        .map(AnOrder::id)
                        .toList());
    }

    @Test
    void what_a_guest_ordered_is_the_customers_once_it_is_claimed() {
        souk.deliver(new GuestClaimed(BOB, ADA, souk.clock().instant()));
        assertThat(ids(page(TestPlatform.customer(ADA), "?limit=100"))).hasSize(20);
        assertThat(ids(page(TestPlatform.customer(BOB), "?limit=100"))).isEmpty();
    }

    @Test
    void staff_filters_by_customer_status_and_time() {
        souk.handle(new CancelOrder(orders.get(3).id(), "CUSTOMER_REQUESTED", null, null, null));
        souk.deliver(orders.get(4).captured());

        assertThat(ids(page(SUPPORT, "?limit=100"))).hasSize(20).startsWith(orders.getLast().id());
        assertThat(ids(page(SUPPORT, "?customerId=" + BOB))).hasSize(10);
        assertThat(ids(page(SUPPORT, "?status=CANCELLED"))).containsExactly(orders.get(3).id());
        assertThat(ids(page(SUPPORT, "?status=AWAITING_FULFILMENT"))).containsExactly(orders.get(4).id());
        assertThat(ids(page(SUPPORT, "?status=CREATED&limit=100"))).hasSize(19);
        assertThat(ids(page(SUPPORT, "?from=" + at(5) + "&to=" + at(8))))
                .containsExactly(orders.get(7).id(), orders.get(6).id(), orders.get(5).id());
        assertThat(ids(page(SUPPORT, "?to=" + at(1)))).containsExactly(orders.getFirst().id());
    }

    @Test
    void an_order_is_found_by_its_confirmation_number() {
        var line = page(SUPPORT, "?customerId=" + BOB).orders().getFirst();

        assertThat(ids(page(SUPPORT, "?confirmation=" + line.confirmationNumber()))).containsExactly(line.orderId());
        assertThat(page(TestPlatform.customer(ADA), "?confirmation=" + line.confirmationNumber()).orders()).isEmpty();
    }

    @Test
    void the_summary_counts_what_was_not_cancelled() {
        souk.handle(new CancelOrder(orders.get(6).id(), "CUSTOMER_REQUESTED", null, null, null));

        var all = summary("").currencies().getFirst();
        var some = summary("?from=" + at(5) + "&to=" + at(8) + "&channel=WEB").currencies().getFirst();

        assertThat(all.orders()).isEqualTo(19);
        assertThat(all.lines()).isEqualTo(38);
        assertThat(all.units()).isEqualTo(57);
        assertThat(all.revenue()).isEqualTo(19 * orders.getFirst().total());
        assertThat(some.orders()).isEqualTo(2);
        assertThat(summary("?channel=BACK_OFFICE").currencies()).isEmpty();
        assertThat(souk.call(TestPlatform.customer(ADA), "GET", "/orders/summary", null).refusal()).isNotNull();
    }

    @Test
    void lists_and_lookups_use_indexes_on_a_filled_table() {
        souk.deliver(Stream.generate(AnOrder::any).limit(400).map(AnOrder::create).toArray(Message[]::new));

        assertThat(plan("select number from orders where order_id = any('{" + ADA + "}'::uuid[]) order by number for update"))
                .contains("orders_by_id");
        assertThat(plan("select number from orders where customer_id = '" + ADA + "' and number < 9 order by number desc"))
                .contains("orders_by_customer");
        assertThat(plan("select due_at from fulfilment_due where due_at <= now() order by due_at, number limit 500"))
                .contains("fulfilment_due_pkey");
    }

    @Test
    void a_capture_leaves_the_order_on_its_page_so_that_no_index_is_touched() {
        var many = Stream.generate(AnOrder::any).limit(300).toList();
        souk.deliver(many.stream().map(AnOrder::create).toArray(Message[]::new));
        var before = pages();
        souk.deliver(many.stream().map(AnOrder::captured).toArray(Message[]::new));

        var after = pages();
        long stayed = before.keySet().stream().filter(id -> Objects.equals(before.get(id), after.get(id))).count();
        assertThat(stayed).isGreaterThan(before.size() * 95L / 100);
    }

    private Map<UUID, String> pages() {
        var pages = new HashMap<UUID, String>();
        souk.read(tx -> tx.sql("select order_id, split_part(ctid::text, ',', 1) as page from orders")
                .list(row -> Objects.requireNonNullElse(pages.put(row.uuid("order_id"), row.text("page")), "")));
        return pages;
    }

    private String plan(String sql) {
        return souk.read(tx -> String.join("\n", tx.sql("explain " + sql).list(row -> row.text("QUERY PLAN"))));
    }

    private Instant at(int hours) {
        return start.plus(Duration.ofHours(hours));
    }

    private static List<UUID> ids(ListOrders.Page page) {
        return page.orders().stream().map(ListOrders.Line::orderId).toList();
    }

    private ListOrders.Page page(Caller caller, String query) {
        return (ListOrders.Page) good(souk.call(caller, "GET", "/orders" + query, null));
    }

    private SummarizeOrders.Summary summary(String query) {
        return (SummarizeOrders.Summary) good(souk.call(SUPPORT, "GET", "/orders/summary" + query, null));
    }

    private static Object good(TestAnswer answer) {
        assertThat(answer.refusal()).isNull();
        return Objects.requireNonNull(answer.body());
    }
}
