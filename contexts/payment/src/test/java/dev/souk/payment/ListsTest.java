package dev.souk.payment;

import static dev.souk.payment.Shop.authorize;
import static dev.souk.payment.Shop.purchase;
import static dev.souk.platform.testkit.TestPlatform.customer;
import static dev.souk.platform.testkit.TestPlatform.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.payment.db.PaymentLists;
import dev.souk.payment.db.Refunds;
import dev.souk.payment.http.FinanceRoutes;
import dev.souk.payment.http.ListRoutes;
import dev.souk.payment.http.RefundRoutes;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lists of the back office.
class ListsTest {
    private final Caller finance = staff(Role.FINANCE);
    private final Shop shop = Shop.inProcess();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void payments_are_paged_newest_first_across_long_gaps() {
        var made = new ArrayList<UUID>();
        for (var gap : List.of(0, 1, 400_000, 2, 90_000, 0, 3_600)) {
            shop.later(Duration.ofSeconds(gap));
            made.addFirst(shop.captured(1_000).paymentId());
        }
        var seen = new ArrayList<UUID>();
        String cursor = "";
        do {
            var page = search("?limit=2&cursor=" + cursor);
            assertThat(page.payments()).hasSizeLessThanOrEqualTo(2);
            page.payments().forEach(payment -> seen.add(payment.paymentId()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(made).doesNotHaveDuplicates();
        assertThat(search("?limit=100").payments())
                .extracting(PaymentLists.Listed::requestedAt)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void payments_are_found_by_state_and_time() {
        var taken = shop.captured(1_000);
        Instant noon = shop.souk.clock().instant();
        shop.later(Duration.ofHours(3));
        var declined = purchase(500, "tok_fraud");
        shop.deliver(authorize(declined));

        assertThat(search("?status=CAPTURED").payments()).extracting(PaymentLists.Listed::paymentId).containsExactly(taken.paymentId());
        assertThat(search("?status=ACTION_REQUIRED")).isEqualTo(new ListRoutes.PaymentPage(List.of(), null));
        assertThat(search("?from=" + noon.plusSeconds(60)).payments())
                .extracting(PaymentLists.Listed::paymentId)
                .containsExactly(declined.paymentId());
        assertThat(search("?to=" + noon.plusSeconds(60)).payments())
                .extracting(PaymentLists.Listed::paymentId)
                .containsExactly(taken.paymentId());
        assertThat(shop.souk.call(customer(taken.customerId()), "GET", "/payments/search", null).code()).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=LOST", "?from=yesterday", "?cursor=1", "?cursor=x_y", "?cursor=12345678901234567_00000000-0000-0000-0000-000000000000", "?limit=0"})
    void impossible_filters_are_refused(String query) {
        assertThat(shop.souk.call(finance, "GET", "/payments/search" + query, null).refusal()).isNotNull();
    }

    @Test
    void a_refund_waits_in_the_list_until_it_is_decided() {
        var one = shop.captured(90_000);
        shop.souk.call(
                finance, "POST", "/payments/" + one.paymentId() + "/refunds",
                new RefundRoutes.RefundRequest(null, 60_000L, "EUR", "Arrived broken", null));
        var waiting = waiting("");
        assertThat(waiting.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.orderId()).isEqualTo(one.orderId());
            assertThat(refund.requestedBy()).isEqualTo(String.valueOf(finance.subject()));
        });
        var id = waiting.refunds().getFirst().refundId();
        assertThat(waiting("?limit=1").nextCursor()).isEqualTo(id);
        assertThat(waiting("?limit=1&cursor=" + id).refunds()).isEmpty();
        shop.souk.call(staff(Role.ADMIN), "POST", "/refunds/" + id + "/reject", null);
        assertThat(waiting("").refunds()).extracting(Refunds.Waiting::refundId).isEmpty();
        String plan = shop.souk.read(tx -> String.join("\n", tx.sql("""
                explain select id from refund where state = 'AWAITING_APPROVAL' order by requested_at, id limit 25""")
                .list(row -> row.text("QUERY PLAN"))));
        assertThat(plan).contains("refund_waiting");
        assertThat(shop.souk.call(finance, "GET", "/refunds/waiting?cursor=x", null).code()).isEqualTo("INVALID_CURSOR");
    }

    @Test
    void runs_are_listed_the_latest_day_first() {
        for (var day : List.of("2026-01-03", "2026-01-04", "2026-01-04")) {
            shop.souk.call(finance, "POST", "/payments/reconciliations", new FinanceRoutes.ReconcileRequest(day));
        }
        assertThat(shop.souk.call(finance, "GET", "/payments/reconciliations", null).body(ListRoutes.Runs.class).runs())
                .extracting(run -> run.day() + "/" + run.number())
                .containsExactly("2026-01-04/2", "2026-01-04/1", "2026-01-03/1");
        shop.quiet();
    }

    private ListRoutes.PaymentPage search(String query) {
        return shop.souk.call(finance, "GET", "/payments/search" + query, null).body(ListRoutes.PaymentPage.class);
    }

    private ListRoutes.WaitingPage waiting(String query) {
        return shop.souk.call(finance, "GET", "/refunds/waiting" + query, null).body(ListRoutes.WaitingPage.class);
    }
}
