package dev.souk.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.order.GetOrderHistory;
import dev.souk.order.http.Requests;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What the sales desk works with beside the order itself: what is on hold, and notes.
class DeskTest {
    private static final TestPlatform souk = TestPlatform.of(new OrderContext());
    private static final Caller SUPPORT = TestPlatform.staff(Role.SUPPORT);

    @AfterAll
    static void close() {
        souk.close();
    }

    @Test
    void held_orders_are_listed_by_urgency_until_they_are_released() {
        var calm = held(Duration.ofDays(3));
        var urgent = held(Duration.ofHours(1));
        var soon = held(Duration.ofDays(1));
        souk.clock().advance(Duration.ofHours(2));

        var first = text(get(SUPPORT, "/orders/holds?limit=2"));
        assertThat(first.indexOf(urgent.id().toString())).isPositive().isLessThan(first.indexOf(soon.id().toString()));
        assertThat(first).doesNotContain(calm.id().toString()).contains("overdue=true", "overdue=false");
        var cursor = first.replaceAll("(?s).*nextCursor=([0-9a-f-]{36}).*", "$1");
        assertThat(text(get(SUPPORT, "/orders/holds?limit=2&cursor=" + cursor)))
                .contains(calm.id().toString(), "nextCursor=null")
                .doesNotContain(soon.id().toString());

        souk.call(SUPPORT, "POST", "/orders/" + urgent.id() + "/cancel", new Requests.Cancel(null, null, null));
        assertThat(text(get(SUPPORT, "/orders/holds"))).doesNotContain(urgent.id().toString());
        assertThat(refusal(get(SUPPORT, "/orders/holds?cursor=x"))).isEqualTo("FILTER_INVALID");
        assertThat(refusal(get(TestPlatform.customer(calm.customer()), "/orders/holds"))).isEqualTo("FORBIDDEN");
        String plan = souk.read(tx -> String.join("\n", tx.sql("""
                explain select hold_id from order_hold where released_at is null and (review_by, hold_id) > (now(), ?)
                 order by review_by, hold_id limit 25""")
                .params(UUID.randomUUID())
                .list(row -> row.text("QUERY PLAN"))));
        assertThat(plan).contains("order_hold_open");
    }

    @Test
    void colleagues_read_a_note_and_the_shopper_does_not() {
        var order = confirmed();
        var path = "/orders/" + order.id();
        var added = souk.call(SUPPORT, "POST", path + "/notes", new Requests.Note("  Called back at noon.  "));
        assertThat(added.status()).isEqualTo(201);

        assertThat(timeline(get(TestPlatform.staff(Role.FINANCE), path + "/history")).entries())
                .filteredOn(entry -> entry.kind().equals("NOTE"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.note()).isEqualTo("Called back at noon.");
                    assertThat(entry.by()).isEqualTo("STAFF");
                });
        assertThat(timeline(get(TestPlatform.customer(order.customer()), path + "/history")).entries())
                .noneMatch(entry -> entry.kind().equals("NOTE"));
    }

    @Test
    void senseless_notes_are_refused() {
        var path = "/orders/" + confirmed().id() + "/notes";
        assertThat(refusal(souk.call(SUPPORT, "POST", path, new Requests.Note(" ")))).isEqualTo("NOTE_INVALID");
        assertThat(refusal(souk.call(SUPPORT, "POST", path, new Requests.Note("x".repeat(501))))).isEqualTo("NOTE_INVALID");
        assertThat(refusal(souk.call(SUPPORT, "POST", "/orders/" + UUID.randomUUID() + "/notes", new Requests.Note("x"))))
                .isEqualTo("ORDER_NOT_FOUND");
        assertThat(refusal(souk.call(TestPlatform.staff(Role.OPERATOR), "POST", path, new Requests.Note("x"))))
                .isEqualTo("FORBIDDEN");
    }

    private static AnOrder confirmed() {
        var order = AnOrder.any();
        souk.deliver(order.create());
        return order;
    }

    private static AnOrder held(Duration until) {
        var order = confirmed();
        Instant by = souk.clock().instant().plus(until);
        assertThat(souk.call(SUPPORT, "POST", "/orders/" + order.id() + "/hold", new Requests.Hold("ADDRESS_VERIFICATION", by, null))
                        .status())
                .isEqualTo(200);
        return order;
    }

    private static TestAnswer get(Caller caller, String path) {
        return souk.call(caller, "GET", path, null);
    }

    private static String text(TestAnswer answer) {
        assertThat(answer.refusal()).isNull();
        return String.valueOf(answer.body());
    }

    private static GetOrderHistory.Timeline timeline(TestAnswer answer) {
        return (GetOrderHistory.Timeline) Objects.requireNonNull(answer.body());
    }

    private static String refusal(TestAnswer answer) {
        return Objects.requireNonNull(answer.refusal()).code();
    }
}
