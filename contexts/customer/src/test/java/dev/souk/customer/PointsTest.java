package dev.souk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.contracts.customer.GetPointsWorth;
import dev.souk.contracts.customer.GetRewardPoints;
import dev.souk.contracts.customer.ReleaseRewardPoints;
import dev.souk.contracts.customer.ReserveRewardPoints;
import dev.souk.contracts.customer.RewardPointsEarned;
import dev.souk.contracts.customer.RewardPointsExpired;
import dev.souk.contracts.customer.RewardPointsExpiring;
import dev.souk.contracts.customer.RewardPointsHeld;
import dev.souk.contracts.customer.RewardPointsRedeemed;
import dev.souk.contracts.customer.RewardPointsRejected;
import dev.souk.contracts.customer.RewardPointsReleased;
import dev.souk.contracts.customer.RewardPointsReturned;
import dev.souk.contracts.order.OrderCreated;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PointsTest {
    private final Shop shop = new Shop();
    private final UUID ada = shop.customer("ada@example.com");

    @AfterEach
    void close() {
        shop.close();
    }

    private static ReserveRewardPoints hold(UUID customer, long points, long amount) {
        return new ReserveRewardPoints(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), customer, points, amount, "GBP", 900);
    }

    @Test
    void a_point_for_every_ten_paid_whatever_comes_first() {
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        shop.souk.deliver(shop.paid(one, ada, 2_599), shop.ordered(one, ada, 2_599));
        shop.souk.deliverOneByOne(shop.ordered(two, ada, 1_000), shop.paid(two, ada, 1_000), shop.paid(two, ada, 1_000));
        assertThat(shop.points(ada).balance()).isEqualTo(3);
        assertThat(shop.souk.published(RewardPointsEarned.class)).extracting(RewardPointsEarned::balance).containsExactly(2L, 3L);
    }

    @Test
    void a_refund_takes_back_what_is_left_and_never_more() {
        var order = shop.buys(ada, 10_000);
        shop.souk.deliver(hold(ada, 8, 80));
        shop.souk.deliver(shop.refunded(order, ada, 9_000));
        assertThat(shop.points(ada).balance()).isEqualTo(8);
        assertThat(shop.points(ada).available()).isZero();
        assertThat(shop.points(ada).entries()).extracting(GetRewardPoints.Entry::points).containsExactly(-2L, 10L);
    }

    @Test
    void guests_earn_nothing() {
        shop.buys(UUID.randomUUID(), 10_000);
        assertThat(shop.souk.published(RewardPointsEarned.class)).isEmpty();
    }

    @Test
    void points_are_held_once_answered_again_and_released() {
        shop.buys(ada, 20_000);
        var hold = hold(ada, 15, 150);
        shop.souk.deliver(hold, hold);
        assertThat(shop.points(ada).available()).isEqualTo(5);
        assertThat(shop.souk.published(RewardPointsHeld.class)).hasSize(2);
        shop.souk.deliver(hold(ada, 6, 60));
        assertThat(shop.souk.published(RewardPointsRejected.class)).extracting(RewardPointsRejected::reason).containsExactly("NOT_ENOUGH");

        shop.souk.deliver(new ReleaseRewardPoints(hold.holdId(), hold.checkoutId(), "CHECKOUT_FAILED"));
        assertThat(shop.points(ada).available()).isEqualTo(20);
        assertThat(shop.souk.published(RewardPointsReleased.class)).extracting(RewardPointsReleased::points).containsExactly(15L);
    }

    @Test
    void two_holds_of_one_batch_do_not_take_the_same_points() {
        shop.buys(ada, 10_000);
        shop.souk.deliver(hold(ada, 6, 60), hold(ada, 6, 60));
        assertThat(shop.souk.published(RewardPointsHeld.class)).hasSize(1);
        assertThat(shop.souk.published(RewardPointsRejected.class)).hasSize(1);
        assertThat(shop.points(ada).held()).isEqualTo(6);
    }

    @Test
    void a_release_before_its_hold_ends_clean() {
        shop.buys(ada, 10_000);
        var hold = hold(ada, 5, 50);
        shop.souk.deliver(new ReleaseRewardPoints(hold.holdId(), hold.checkoutId(), "CHECKOUT_FAILED"));
        shop.souk.deliver(hold);
        assertThat(shop.points(ada).held()).isZero();
        assertThat(shop.souk.published(RewardPointsRejected.class)).extracting(RewardPointsRejected::reason).containsExactly("EXPIRED");
    }

    @Test
    void a_hold_for_another_amount_than_points_are_worth_is_refused() {
        shop.buys(ada, 10_000);
        shop.souk.deliver(hold(ada, 5, 51));
        assertThat(shop.souk.published(RewardPointsRejected.class)).extracting(RewardPointsRejected::reason)
                .containsExactly("WORTH_CHANGED");
    }

    @Test
    void a_hold_that_nobody_redeems_lapses() {
        shop.buys(ada, 10_000);
        shop.souk.deliver(hold(ada, 5, 50));
        shop.souk.clock().advance(Duration.ofMinutes(16));
        assertThat(shop.souk.sweep("point-holds")).isEqualTo(1);
        assertThat(shop.points(ada).available()).isEqualTo(10);
    }

    private OrderCreated spending(ReserveRewardPoints hold) {
        var plain = shop.ordered(hold.orderId(), hold.customerId(), 5_000);
        return new OrderCreated(
                plain.orderId(), plain.customerId(), plain.total(), plain.currency(), plain.status(), plain.items(),
                plain.createdAt(), plain.subtotal(), plain.discount(), plain.shipping(), plain.tax(), plain.cartId(),
                plain.checkoutId(), plain.reservationId(), plain.confirmationNumber(), plain.channel(),
                new OrderCreated.Points(hold.holdId(), hold.points(), hold.amount()));
    }

    @Test
    void an_order_redeems_its_hold_once_and_gives_it_back_when_it_is_cancelled() {
        shop.buys(ada, 10_000);
        var hold = hold(ada, 6, 60);
        shop.souk.deliver(hold, spending(hold), spending(hold));
        assertThat(shop.points(ada).balance()).isEqualTo(4);
        assertThat(shop.points(ada).held()).isZero();
        assertThat(shop.souk.published(RewardPointsRedeemed.class)).hasSize(1);
        shop.souk.deliver(new ReleaseRewardPoints(hold.holdId(), hold.checkoutId(), "CHECKOUT_FAILED"));
        assertThat(shop.points(ada).balance()).isEqualTo(4);

        shop.souk.deliver(shop.cancelled(hold.orderId(), ada), shop.cancelled(hold.orderId(), ada));
        assertThat(shop.points(ada).balance()).isEqualTo(10);
        assertThat(shop.souk.published(RewardPointsReturned.class)).extracting(RewardPointsReturned::points).containsExactly(6L);
    }

    @Test
    void an_order_that_comes_after_its_hold_has_ended_takes_what_is_left() {
        shop.buys(ada, 10_000);
        var hold = hold(ada, 6, 60);
        shop.souk.deliver(hold);
        shop.souk.clock().advance(Duration.ofMinutes(16));
        shop.souk.sweep("point-holds");
        shop.souk.deliver(hold(ada, 8, 80));
        shop.souk.deliverOneByOne(spending(hold));
        assertThat(shop.points(ada).balance()).isEqualTo(8);
        assertThat(shop.points(ada).available()).isZero();
        shop.souk.deliver(shop.cancelled(hold.orderId(), ada));
        assertThat(shop.points(ada).balance()).isEqualTo(10);
    }

    @Test
    void a_basket_takes_no_more_points_than_it_costs() {
        shop.buys(ada, 100_000);
        assertThat(shop.souk.ask(new GetPointsWorth(ada, 500, "GBP", 10_000))).isEqualTo(new GetPointsWorth.Worth(100, 1_000, 100));
        assertThat(shop.souk.ask(new GetPointsWorth(ada, 500, "GBP", 255))).isEqualTo(new GetPointsWorth.Worth(25, 250, 100));
        assertThat(shop.souk.ask(new GetPointsWorth(null, 500, "GBP", 255)).points()).isZero();
    }

    @Test
    void old_points_expire_after_their_owner_was_told() {
        shop.buys(ada, 50_000);
        shop.souk.clock().advance(Duration.ofDays(400));
        shop.buys(ada, 10_000);
        shop.souk.deliver(hold(ada, 20, 200));

        shop.souk.clock().advance(Duration.ofDays(301));
        shop.souk.sweep("points-expiry");
        shop.souk.sweep("points-expiry");
        assertThat(shop.souk.published(RewardPointsExpiring.class)).extracting(RewardPointsExpiring::points).containsExactly(50L);

        shop.souk.clock().advance(Duration.ofDays(30));
        shop.souk.sweep("points-expiry");
        assertThat(shop.souk.published(RewardPointsExpired.class)).extracting(RewardPointsExpired::points).containsExactly(40L);
        assertThat(shop.points(ada).balance()).isEqualTo(20);
    }

    @Test
    void the_entries_are_the_balance_and_cannot_be_changed() {
        var order = shop.buys(ada, 70_000);
        shop.souk.deliver(shop.refunded(order, ada, 20_000));
        long sum = shop.points(ada).entries().stream().mapToLong(GetRewardPoints.Entry::points).sum();
        assertThat(sum).isEqualTo(50).isEqualTo(shop.points(ada).balance());
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> shop.souk.write(tx -> tx.sql("update reward_entry set points = 1").update()))
                .hasMessageContaining("append-only");
    }

    @Test
    void levels_rise_at_once_and_fall_after_a_year() {
        shop.buys(ada, 160_000);
        shop.souk.sweep("level-review");
        assertThat(shop.profile(ada).level()).isEqualTo("GOLD");
        shop.souk.clock().advance(Duration.ofDays(364));
        shop.souk.sweep("level-review");
        assertThat(shop.profile(ada).level()).isEqualTo("GOLD");
        shop.souk.clock().advance(Duration.ofDays(3));
        shop.souk.sweep("level-review");
        assertThat(shop.profile(ada).level()).isEqualTo("STANDARD");
        assertThat(shop.souk.published(CustomerMembershipUpgraded.class))
                .extracting(CustomerMembershipUpgraded::newLevel, CustomerMembershipUpgraded::direction)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("GOLD", "UP"),
                        org.assertj.core.groups.Tuple.tuple("STANDARD", "DOWN"));
        assertThat(shop.souk.sweep("level-review")).isZero();
    }
}
