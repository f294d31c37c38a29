package dev.souk.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.checkout.http.CancelRequest;
import dev.souk.checkout.http.CheckoutStatus;
import dev.souk.checkout.http.PaymentActionRequest;
import dev.souk.checkout.http.Retried;
import dev.souk.checkout.http.RetryRequest;
import dev.souk.contracts.cart.GetStartedCheckout;
import dev.souk.contracts.cart.GetStartedCheckout.Start;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.checkout.GetCheckoutCourse;
import dev.souk.contracts.checkout.ListCheckouts;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.payment.ConfirmPaymentAction;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CheckoutRoutesTest {
    private static final Caller OPERATOR = TestPlatform.staff(Role.OPERATOR);
    private static final Caller SUPPORT = TestPlatform.staff(Role.SUPPORT);

    private final TestPlatform souk = TestPlatform.of(new CheckoutContext());
    private final Replies cart = Replies.toACart();
    private final Caller shopper = TestPlatform.customer(cart.cart().customerId());
    private final Caller stranger = TestPlatform.customer(UUID.randomUUID());

    @AfterEach
    void close() {
        souk.close();
    }

    private TestAnswer get(Caller caller, Replies of, String query) {
        return souk.call(caller, "GET", "/checkouts/" + of.id() + query, null);
    }

    private TestAnswer post(Caller caller, String what, Object body) {
        return souk.call(caller, "POST", "/checkouts/" + cart.id() + "/" + what, body);
    }

    private static CheckoutStatus status(TestAnswer answer) {
        return answer.body(CheckoutStatus.class);
    }

    private static <T> Future<T> meanwhile(Callable<T> work) {
        try (var threads = new OneThread()) {
            return threads.executor.submit(work);
        }
    }

    private static final class OneThread implements AutoCloseable {
        private final java.util.concurrent.ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

        @Override
        public void close() {
            executor.shutdown();
        }
    }

    @Test
    void a_shopper_sees_their_own_checkout_and_nobody_elses() {
        souk.deliver(cart.cart());
        assertThat(status(get(shopper, cart, "")).state()).isEqualTo("PENDING");
        assertThat(status(get(SUPPORT, cart, "")).state()).isEqualTo("PENDING");
        assertThat(get(stranger, cart, "").code()).isEqualTo("CHECKOUT_NOT_FOUND");
        assertThat(get(Caller.GUEST, cart, "").code()).isEqualTo("CHECKOUT_NOT_FOUND");
        assertThat(post(stranger, "cancel", new CancelRequest(null)).code()).isEqualTo("CHECKOUT_NOT_FOUND");
        assertThat(post(OPERATOR, "cancel", new CancelRequest(null)).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_guest_who_knows_the_id_of_a_guests_checkout_sees_it() {
        var guests = Replies.toAGuestsCart();
        souk.deliver(guests.cart());
        assertThat(status(get(Caller.GUEST, guests, "")).state()).isEqualTo("PENDING");
        assertThat(get(stranger, guests, "").code()).isEqualTo("CHECKOUT_NOT_FOUND");
    }

    @Test
    void a_long_poll_begun_before_the_cart_arrived_hears_the_end_at_once() throws Exception {
        var waiting = meanwhile(() -> get(shopper, cart, "?wait=20"));
        souk.deliver(cart.cart());
        souk.deliver(cart.reserved(), cart.authorized(), cart.committed());
        souk.deliver(cart.ordered());
        var end = status(waiting.get());
        assertThat(end.state()).isEqualTo("COMPLETED");
        assertThat(end.confirmationNumber()).isEqualTo("ORD-00000042");
        assertThat(end.orderId()).isEqualTo(cart.cart().orderId());
    }

    @Test
    void hundreds_may_wait_for_their_own_checkouts() throws InterruptedException, ExecutionException {
        var carts = new ArrayList<Replies>();
        var waiting = new ArrayList<Future<TestAnswer>>();
        for (int i = 0; i < 100; i++) {
            var one = Replies.toACart();
            carts.add(one);
            waiting.add(meanwhile(() ->
                    get(TestPlatform.customer(one.cart().customerId()), one, "?wait=20")));
        }
        carts.forEach(one -> souk.deliver(one.cart(), one.unavailable()));
        for (var one : waiting) {
            assertThat(status(one.get()).reason()).isEqualTo("OUT_OF_STOCK");
        }
    }

    @Test
    void a_long_poll_ends_when_the_shopper_must_act_and_not_again_for_what_was_seen() {
        souk.deliver(cart.cart(), cart.reserved(), cart.actionRequired());
        var first = get(shopper, cart, "?wait=20");
        assertThat(status(first).state()).isEqualTo("ACTION_REQUIRED");
        var seen = Map.of("If-None-Match", first.headers().getOrDefault("ETag", ""));
        var again = souk.call(shopper, "GET", "/checkouts/" + cart.id() + "?wait=1", null, seen);
        assertThat(status(again).state()).isEqualTo("ACTION_REQUIRED");

        var resumed = post(shopper, "payment-action", new PaymentActionRequest("pi_1"));
        assertThat(status(resumed).state()).isEqualTo("ACTION_REQUIRED");
        assertThat(souk.sent(ConfirmPaymentAction.class)).singleElement().satisfies(c -> assertThat(c.actionResultRef())
                .isEqualTo("pi_1"));
    }

    @Test
    void an_unknown_checkout_is_not_found() {
        assertThat(get(shopper, cart, "").code()).isEqualTo("CHECKOUT_NOT_FOUND");
        assertThat(get(shopper, cart, "?wait=1").code()).isEqualTo("CHECKOUT_NOT_FOUND");
    }

    @Test
    @Timeout(15)
    void nobody_waits_for_a_checkout_that_no_cart_has_started() {
        souk.answering(GetStartedCheckout.class, _ -> Start.UNKNOWN);
        assertThat(get(shopper, cart, "?wait=20").code()).isEqualTo("CHECKOUT_NOT_FOUND");
        assertThat(post(shopper, "cancel", new CancelRequest(null)).code()).isEqualTo("CHECKOUT_NOT_FOUND");
    }

    @Test
    void a_shopper_who_is_faster_than_the_carts_message_can_cancel() {
        souk.answering(GetStartedCheckout.class, asked -> {
            assertThat(asked.checkoutId()).isEqualTo(cart.id());
            souk.deliver(cart.cart());
            return Start.STARTED;
        });
        assertThat(status(post(shopper, "cancel", new CancelRequest(null))).state()).isEqualTo("PENDING");
        souk.deliver(cart.released());
        assertThat(status(get(shopper, cart, "?wait=20")).reason()).isEqualTo("CANCELLED");
    }

    @Test
    void bad_input_is_refused() {
        souk.deliver(cart.cart());
        for (var wait : List.of("-1", "21", "1.5", "x", "", "99999999999")) {
            assertThat(get(shopper, cart, "?wait=" + wait).code()).isEqualTo("INVALID_WAIT");
        }
        assertThat(post(shopper, "cancel", new CancelRequest("BORED")).code()).isEqualTo("INVALID_REASON");
        assertThat(post(shopper, "payment-action", new PaymentActionRequest(null)).code())
                .isEqualTo("INVALID_ACTION_RESULT");
        assertThat(post(shopper, "payment-action", new PaymentActionRequest("x".repeat(201))).code())
                .isEqualTo("INVALID_ACTION_RESULT");
        assertThat(post(shopper, "payment-action", new PaymentActionRequest("ok")).code())
                .isEqualTo("NO_ACTION_REQUIRED");
        assertThat(post(OPERATOR, "retry", new RetryRequest(null, "because")).code()).isEqualTo("VERSION_REQUIRED");
        assertThat(post(OPERATOR, "retry", new RetryRequest(1L, " x ")).code()).isEqualTo("INVALID_NOTE");
        assertThat(post(OPERATOR, "retry", new RetryRequest(99L, "because")).code()).isEqualTo("STALE_VERSION");
        for (var query : List.of("state=DONE", "olderThan=5", "olderThan=-PT5M", "olderThan=P99999999D", "cursor=x",
                "cursor=KzEwMDAwMDAwMDAtMTItMzFUMDA6MDA6MDBaIDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA")) {
            assertThat(souk.call(OPERATOR, "GET", "/checkouts?" + query, null).code()).startsWith("INVALID_");
        }
    }

    @Test
    void cancelling_gives_back_and_ends() {
        souk.deliver(cart.cart());
        assertThat(status(post(shopper, "cancel", new CancelRequest("CANCELLED"))).state()).isEqualTo("PENDING");
        assertThat(status(post(SUPPORT, "cancel", new CancelRequest(null))).state()).isEqualTo("PENDING");
        souk.deliver(cart.released());
        assertThat(status(get(shopper, cart, "?wait=20")).reason()).isEqualTo("CANCELLED");
        assertThat(souk.published(CheckoutFailed.class)).hasSize(1);
    }

    @Test
    void cancelling_is_too_late_once_the_order_was_asked_for() {
        souk.deliver(cart.cart(), cart.reserved(), cart.authorized(), cart.committed());
        assertThat(post(shopper, "cancel", new CancelRequest(null)).code()).isEqualTo("ORDER_ON_ITS_WAY");
    }

    @Test
    void an_operator_finds_what_hangs_and_asks_again() {
        souk.deliver(cart.cart());
        souk.clock().advance(Duration.ofMinutes(5));
        var young = Replies.toACart().checkedOutAt(souk.clock().instant());
        souk.deliver(young.cart());
        var page = page("state=PENDING&olderThan=PT1M");
        assertThat(page.items()).singleElement().satisfies(item -> {
            assertThat(item.checkoutId()).isEqualTo(cart.id());
            assertThat(item.step()).isEqualTo("RESERVE");
            assertThat(item.ageMs()).isEqualTo(300_000);
        });
        var version = page.items().getFirst().version();
        var retried = post(OPERATOR, "retry", new RetryRequest(version, "inventory was down"));
        assertThat(retried.body(Retried.class).version()).isEqualTo(version + 1);
        assertThat(souk.sent(ReserveInventory.class)).hasSize(3);
        assertThat(souk.<String>read(tx ->
                        tx.sql("select note from saga_note").one(row -> row.text("note"))))
                .isEqualTo("inventory was down");
        assertThat(post(OPERATOR, "retry", new RetryRequest(version, "once more")).code()).isEqualTo("STALE_VERSION");
    }

    @Test
    void an_operator_takes_a_checkout_back_and_is_remembered() {
        souk.deliver(cart.cart());
        var before = course();
        assertThat(before.checkout().state()).isEqualTo("PENDING");
        assertThat(before.expected()).singleElement().satisfies(next -> {
            assertThat(next.command()).isEqualTo("ReserveInventory");
            assertThat(next.events()).contains("InventoryReserved");
        });
        assertThat(post(SUPPORT, "compensate", new RetryRequest(1L, "because")).code()).isEqualTo("FORBIDDEN");
        assertThat(post(OPERATOR, "compensate", new RetryRequest(99L, "because")).code()).isEqualTo("STALE_VERSION");

        post(OPERATOR, "compensate", new RetryRequest(before.checkout().version(), "stock is being counted"));

        assertThat(course().checkout().state()).isEqualTo("COMPENSATING");
        assertThat(course().expected()).extracting(GetCheckoutCourse.Expected::command).containsExactly("ReleaseInventory");
        assertThat(course().notes()).singleElement().satisfies(note -> {
            assertThat(note.action()).isEqualTo("COMPENSATE");
            assertThat(note.note()).isEqualTo("stock is being counted");
        });
        souk.deliver(cart.released());
        var ended = course();
        assertThat(ended.checkout().state()).isEqualTo("FAILED");
        assertThat(ended.expected()).isEmpty();
        assertThat(post(OPERATOR, "compensate", new RetryRequest(ended.checkout().version(), "again")).code())
                .isEqualTo("CHECKOUT_ENDED");
    }

    private GetCheckoutCourse.Course course() {
        return souk.call(OPERATOR, "GET", "/checkouts/" + cart.id() + "/course", null).body(GetCheckoutCourse.Course.class);
    }

    @Test
    void the_list_goes_from_page_to_page() {
        var carts = new ArrayList<Replies>();
        for (int i = 0; i < 5; i++) {
            var one = Replies.toACart().checkedOutAt(souk.clock().instant());
            carts.add(one);
            souk.deliver(one.cart());
            souk.clock().advance(Duration.ofMillis(i % 2));
        }
        souk.deliver(carts.getFirst().unavailable());
        souk.clock().advance(Duration.ofSeconds(1));
        var seen = new ArrayList<UUID>();
        var cursor = "";
        do {
            var page = page("limit=2" + cursor);
            page.items().forEach(item -> seen.add(item.checkoutId()));
            cursor = page.next() == null ? "" : "&cursor=" + page.next();
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(carts.stream().map(Replies::id).toList());
        assertThat(page("state=FAILED").items()).hasSize(1);
        assertThat(page("state=COMPLETED").items()).isEmpty();
        assertThat(page("state=COMPENSATING").items()).isEmpty();
    }

    private ListCheckouts.Page page(String query) {
        return souk.call(OPERATOR, "GET", "/checkouts?" + query, null).body(ListCheckouts.Page.class);
    }
}
