package dev.souk.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.checkout.CancelCheckout;
import dev.souk.contracts.checkout.CheckoutActionRequired;
import dev.souk.contracts.checkout.CheckoutCompleted;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.checkout.CheckoutStarted;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.contracts.inventory.CommitReservation;
import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.customer.ReserveRewardPoints;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.payment.AuthorizePayment;
import dev.souk.contracts.payment.VoidPayment;
import dev.souk.contracts.promotion.HoldCoupon;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The saga on a real database, through the batch form and the single form.
class CheckoutTest {
    private final TestPlatform souk = TestPlatform.of(new CheckoutContext());

    @AfterEach
    void close() {
        souk.close();
    }

    private void deliver(boolean batch, Message... messages) {
        if (batch) {
            souk.deliver(messages);
        } else {
            souk.deliverOneByOne(messages);
        }
    }

    private GetCheckoutStatus.Status status(Replies of) {
        return souk.ask(new GetCheckoutStatus(of.id()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void many_carts_become_as_many_orders(boolean batch) {
        var carts = new ArrayList<Replies>();
        for (int i = 0; i < 20; i++) {
            carts.add(i % 3 == 0 ? Replies.toACartWithACoupon() : Replies.toACart());
        }
        twice(batch, carts, Replies::cart);
        twice(batch, carts, Replies::reserved);
        twice(batch, carts, Replies::held);
        twice(batch, carts, Replies::authorized);
        twice(batch, carts, Replies::committed);
        twice(batch, carts, Replies::ordered);

        assertThat(souk.published(CheckoutStarted.class)).hasSize(20);
        assertThat(souk.sent(ReserveInventory.class)).hasSize(20);
        assertThat(souk.sent(HoldCoupon.class)).hasSize(7);
        assertThat(souk.sent(AuthorizePayment.class)).hasSize(20);
        assertThat(souk.sent(CommitReservation.class)).hasSize(20);
        assertThat(souk.sent(CreateOrder.class)).hasSize(20).allSatisfy(order -> {
            var cart = carts.stream().filter(c -> c.id().equals(order.checkoutId())).findFirst().orElseThrow();
            assertThat(order.payment()).isEqualTo(new CreateOrder.Payment("CARD", "visa", cart.last4()));
            assertThat(order.email()).isEqualTo(cart.cart().email());
            assertThat(order.deliveryAddress()).isEqualTo(cart.cart().deliveryAddress());
        });
        assertThat(souk.published(CheckoutCompleted.class)).hasSize(20);
        assertThat(carts).allSatisfy(cart -> {
            assertThat(status(cart).state()).isEqualTo("COMPLETED");
            assertThat(status(cart).confirmationNumber()).isEqualTo("ORD-00000042");
        });
        souk.clock().advance(Duration.ofHours(1));
        assertThat(souk.sweep("due")).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void points_are_held_and_named_by_the_order(boolean batch) {
        var carts = List.of(Replies.toACartWithPoints(), Replies.toACart());
        var spending = carts.subList(0, 1);
        twice(batch, carts, Replies::cart);
        twice(batch, carts, Replies::reserved);
        twice(batch, spending, Replies::held);
        twice(batch, spending, Replies::pointsHeld);
        twice(batch, carts, Replies::authorized);
        twice(batch, carts, Replies::committed);
        twice(batch, carts, Replies::ordered);
        assertThat(souk.sent(ReserveRewardPoints.class)).hasSize(1);
        assertThat(souk.sent(CreateOrder.class)).hasSize(2)
                .filteredOn(order -> order.points() != null).hasSize(1);
        assertThat(souk.published(CheckoutCompleted.class)).hasSize(2);
    }

    private void twice(boolean batch, List<Replies> carts, Function<Replies, Message> says) {
        deliver(
                batch,
                carts.stream()
                        .flatMap(cart -> Stream.of(says.apply(cart), says.apply(cart)))
                        .toArray(Message[]::new));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_whole_checkout_may_arrive_at_once(boolean batch) {
        var cart = Replies.toACart();
        deliver(batch, cart.cart(), cart.reserved(), cart.authorized(), cart.committed(), cart.ordered(), cart.ordered());
        assertThat(souk.published(CheckoutCompleted.class)).hasSize(1);
        assertThat(status(cart).orderId()).isEqualTo(cart.cart().orderId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_failure_is_told_once_everything_is_back(boolean batch) {
        var cart = Replies.toACartWithACoupon();
        deliver(batch, cart.cart(), cart.reserved(), cart.held(), cart.declined());
        assertThat(status(cart).state()).isEqualTo("PENDING");
        deliver(batch, cart.couponReleased());
        assertThat(souk.published(CheckoutFailed.class)).isEmpty();
        deliver(batch, cart.released(), cart.released());
        assertThat(souk.published(CheckoutFailed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).isEqualTo("PAYMENT_FAILED");
            assertThat(failed.detail().code()).isEqualTo("CARD_DECLINED");
            assertThat(failed.compensated()).containsExactly("HOLD_COUPON", "RESERVE");
        });
        assertThat(status(cart).reason()).isEqualTo("PAYMENT_FAILED");
        assertThat(status(cart).orderId()).isNull();
    }

    @Test
    void what_was_missing_is_kept_for_the_shopper() {
        var cart = Replies.toACart();
        souk.deliver(cart.cart(), cart.unavailable());
        assertThat(status(cart).detail())
                .isEqualTo(new CheckoutFailed.Detail(null, List.of(new CheckoutFailed.Unavailable("85123A", 6, 2))));
    }

    @Test
    void unanswered_steps_are_asked_again_with_the_same_id_until_the_deadline() {
        var cart = Replies.toACart();
        souk.deliver(cart.cart());
        assertThat(souk.sweep("due")).isZero();
        souk.clock().advance(Duration.ofSeconds(10));
        assertThat(souk.sweep("due")).isEqualTo(1);
        assertThat(souk.sent(ReserveInventory.class)).hasSize(2).containsOnly(souk.sent(ReserveInventory.class).getFirst());
        assertThat(souk.<List<java.util.UUID>>read(tx -> tx.sql(
                                "select distinct id from journal where type = 'ReserveInventory'")
                        .list(row -> row.uuid("id"))))
                .containsExactly(NameBasedId.of(cart.id(), "ReserveInventory"));
    }

    @Test
    void cancelling_from_all_sides_while_the_checkout_moves_on_ends_in_one_way_only() throws Exception {
        for (int round = 0; round < 5; round++) {
            var cart = Replies.toACart();
            souk.deliver(cart.cart(), cart.reserved(), cart.authorized());
            var all = new ArrayList<Callable<Object>>(Collections.nCopies(
                    8, () -> souk.handle(new CancelCheckout(cart.id(), "CANCELLED"))));
            all.add(() -> {
                souk.deliver(cart.committed());
                return true;
            });
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var done : threads.invokeAll(all)) {
                    assertThat(done.get()).isNotNull();
                }
            }
            souk.deliver(cart.voided(), cart.released(), cart.ordered());
            var ordered = souk.sent(CreateOrder.class).stream()
                    .filter(order -> order.checkoutId().equals(cart.id()))
                    .count();
            var voided = souk.sent(VoidPayment.class).stream()
                    .filter(back -> back.checkoutId().equals(cart.id()))
                    .count();
            assertThat(ordered + voided).isEqualTo(1);
            assertThat(status(cart).state()).isEqualTo(ordered == 1 ? "COMPLETED" : "FAILED");
        }
    }

    @Test
    void the_deadline_voids_and_releases_and_a_lost_void_is_sent_again() {
        var cart = Replies.toACart();
        souk.deliver(cart.cart(), cart.reserved());
        souk.clock().advance(Duration.ofMinutes(14));
        souk.sweep("due");
        souk.deliver(cart.released());
        souk.clock().advance(Duration.ofSeconds(10));
        souk.sweep("due");
        assertThat(souk.sent(VoidPayment.class)).hasSize(2);
        assertThat(souk.sent(ReleaseInventory.class)).hasSize(1);
        souk.deliver(cart.authorized(), cart.voided());
        assertThat(souk.published(CheckoutFailed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).isEqualTo("TIMEOUT");
            assertThat(failed.compensated()).containsExactly("RESERVE", "AUTHORIZE");
        });
        souk.clock().advance(Duration.ofDays(1));
        assertThat(souk.sweep("due")).isZero();
    }

    @Test
    void a_quick_answer_does_not_put_off_the_next_look() {
        var cart = Replies.toACart();
        souk.deliver(cart.cart());
        souk.clock().advance(Duration.ofSeconds(11));
        souk.sweep("due");
        souk.deliver(cart.reserved());
        souk.clock().advance(Duration.ofSeconds(59));
        souk.sweep("due");
        assertThat(souk.sent(AuthorizePayment.class)).hasSize(1);
        souk.deliver(cart.authorized());
        souk.clock().advance(Duration.ofSeconds(10));
        souk.sweep("due");
        assertThat(souk.sent(CommitReservation.class)).hasSize(2);
    }

    @Test
    void three_d_secure_shows_the_page_and_gives_up_after_ten_minutes() {
        var cart = Replies.toACart();
        souk.deliver(cart.cart(), cart.reserved(), cart.actionRequired());
        assertThat(souk.published(CheckoutActionRequired.class)).hasSize(1);
        var action = status(cart).action();
        assertThat(action).isNotNull();
        assertThat(status(cart).state()).isEqualTo("ACTION_REQUIRED");
        souk.clock().advance(Duration.ofMinutes(10));
        souk.sweep("due");
        souk.deliver(cart.voided(), cart.released());
        assertThat(status(cart).reason()).isEqualTo("PAYMENT_FAILED");
    }

    @Test
    void a_restart_forgets_nothing_that_later_commands_need() {
        var cart = Replies.toACartWithACoupon();
        souk.deliver(cart.cart(), cart.reserved());
        var kept = souk.read(tx -> new dev.souk.checkout.db.Carts().of(tx, List.of(cart.id())));
        assertThat(kept).containsEntry(cart.id(), cart.cart());
    }

    @Test
    void what_is_not_about_a_checkout_is_left_alone() {
        var cart = Replies.toACart();
        souk.deliver(cart.reserved(), cart.ordered(), cart.voided());
        assertThat(status(cart).state()).isEqualTo("UNKNOWN");
        assertThat(souk.handle(new CancelCheckout(cart.id(), "CANCELLED"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void ended_checkouts_are_forgotten_after_ninety_days_and_open_ones_are_not() {
        var ended = Replies.toACart();
        var open = Replies.toACart();
        souk.deliver(ended.cart(), ended.unavailable(), open.cart());
        souk.clock().advance(Duration.ofDays(89));
        assertThat(souk.sweep("purge")).isZero();
        souk.clock().advance(Duration.ofDays(2));
        assertThat(souk.sweep("purge")).isEqualTo(1);
        assertThat(status(ended).state()).isEqualTo("UNKNOWN");
        assertThat(status(open).state()).isEqualTo("PENDING");
        assertThat(souk.<Integer>read(tx ->
                        tx.sql("select count(*)::int as n from checkout_input").one(row -> row.integer("n"))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_falls_due_goes_on_with_the_journey_of_its_checkout(boolean batch) {
        var carts = List.of(Replies.toACart(), Replies.toACart());
        carts.forEach(cart -> deliver(batch, cart.cart()));
        souk.clock().advance(Duration.ofHours(1));
        assertThat(souk.sweep("due")).isPositive();

        for (var cart : carts) {
            var journeys = souk.<List<UUID>>read(tx -> tx.sql("""
                    select correlation_id from journal where payload like ?""")
                    .params("%" + cart.id() + "%")
                    .list(row -> row.uuid("correlation_id")));
            assertThat(journeys).hasSizeGreaterThan(2);
            assertThat(Set.copyOf(journeys)).hasSize(1);
        }
    }
}
