package dev.souk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.contracts.customer.GuestClaimed;
import dev.souk.contracts.customer.ReserveRewardPoints;
import dev.souk.contracts.customer.RewardPointsRedeemed;
import dev.souk.contracts.customer.RewardPointsReturned;
import dev.souk.contracts.identity.EmailVerified;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.promotion.PromotionApplied;
import dev.souk.customer.http.AccountRoutes;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes twice, or in another order than it happened, ends where it ends when everything comes once.
class RepeatsTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    /// What one customer has come to.
    private record State(
            long balance, long held, Map<String, Long> spent, Map<String, String> orders, String level, int benefits,
            long redeemed, long returned, long moves, long claims) {}

    private final class Story {
        final String email = UUID.randomUUID() + "@example.com";
        final UUID customer = shop.customer(email);
        final UUID guest = shop.souk.vault().newcomer();
        private final UUID kept = UUID.randomUUID();
        private final UUID dropped = UUID.randomUUID();
        private final UUID asGuest = UUID.randomUUID();
        private final UUID promotion = UUID.randomUUID();

        /// By journal; what one journal says of one order keeps its order, as on the way.
        List<List<Message>> journals() {
            return List.of(
                    List.of(shop.ordered(kept, customer, 60_000), confirmed(kept, customer)),
                    List.of(shop.ordered(dropped, customer, 20_000), confirmed(dropped, customer), shop.cancelled(dropped, customer)),
                    List.of(shop.ordered(asGuest, guest, 5_000), submitted(), confirmed(asGuest, guest)),
                    List.of(shop.paid(kept, customer, 60_000), shop.refunded(kept, customer, 4_000)),
                    List.of(shop.paid(dropped, customer, 20_000), shop.refunded(dropped, customer, 20_000)),
                    List.of(shop.paid(asGuest, guest, 5_000)),
                    List.of(new PromotionApplied(promotion, kept, customer, "TEN", 500, "GBP", 1, shop.souk.clock().instant())),
                    List.of(new EmailVerified(customer, shop.souk.clock().instant(), shop.souk.vault().seal(customer, email))));
        }

        private OrderSubmitted submitted() {
            return new OrderSubmitted(
                    asGuest, guest, 5_000, "GBP", UUID.randomUUID(), UUID.randomUUID(), List.of(), List.of(),
                    shop.souk.vault().seal(guest, Shop.HOME), "GB", shop.souk.vault().seal(guest, email),
                    shop.souk.clock().instant());
        }

        private OrderConfirmed confirmed(UUID order, UUID whose) {
            return new OrderConfirmed(
                    order, whose, "ORD-1", null, UUID.randomUUID(), UUID.randomUUID(), 5_000, "GBP",
                    shop.souk.clock().instant(), "STANDARD", "GB");
        }

        /// After all has come the guest is claimed and levels are looked at.
        State end() {
            shop.souk.call(shop.signedIn(customer), "POST", "/customers/me/claims", null);
            shop.souk.sweep("level-review");
            shop.souk.settle();
            var points = shop.points(customer);
            var orders = shop.souk.call(shop.signedIn(customer), "GET", "/customers/me/orders", null).body(AccountRoutes.Orders.class);
            var benefits = shop.souk.call(shop.signedIn(customer), "GET", "/customers/me/benefits", null)
                    .body(AccountRoutes.BenefitList.class).benefits();
            var seen = new TreeMap<String, String>();
            orders.orders().forEach(o -> seen.put(
                    name(o.orderId()), o.status() + " " + o.total() + " " + o.captured() + " " + o.refunded()));
            return new State(
                    points.balance(), points.held(), orders.spentInTwelveMonths(), seen, shop.profile(customer).level(),
                    benefits.size(), count(RewardPointsRedeemed.class, RewardPointsRedeemed::customerId),
                    count(RewardPointsReturned.class, RewardPointsReturned::customerId),
                    count(CustomerMembershipUpgraded.class, CustomerMembershipUpgraded::customerId),
                    count(GuestClaimed.class, GuestClaimed::customerId));
        }

        private String name(UUID order) {
            return order.equals(kept) ? "kept" : order.equals(dropped) ? "dropped" : "guest";
        }

        private <E extends Event> long count(
                Class<E> type, Function<E, UUID> whose) {
            return shop.souk.published(type).stream().filter(e -> whose.apply(e).equals(customer)).count();
        }
    }

    /// All journals mixed by chance, and from time to time a journal begins again at an earlier place.
    private static List<Message> mixed(List<List<Message>> journals, Random random) {
        var all = new ArrayList<Message>();
        var next = new int[journals.size()];
        int left = journals.stream().mapToInt(List::size).sum();
        while (left > 0) {
            int from = random.nextInt(next.length);
            var journal = journals.get(from);
            if (next[from] > 0 && random.nextInt(3) == 0) {
                all.addAll(journal.subList(random.nextInt(next[from]), next[from]));
            }
            if (next[from] < journal.size()) {
                all.add(journal.get(next[from]++));
                left--;
            }
        }
        journals.forEach(all::addAll); // and all of it once more
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_comes_twice_or_late_changes_nothing(long seed) {
        var plain = new Story();
        plain.journals().forEach(journal -> shop.souk.deliver(journal.toArray(Message[]::new)));
        var expected = plain.end();
        assertThat(expected.spent()).containsEntry("GBP", 61_000L);
        assertThat(expected.level()).isEqualTo("SILVER");
        assertThat(expected.orders()).containsOnlyKeys("kept", "dropped", "guest");

        var random = new Random(seed);
        var repeated = new Story();
        var all = mixed(repeated.journals(), random);
        for (int at = 0; at < all.size();) {
            int until = Math.min(all.size(), at + 1 + random.nextInt(5));
            var some = all.subList(at, until).toArray(Message[]::new);
            if (random.nextBoolean()) {
                shop.souk.deliver(some);
            } else {
                shop.souk.deliverOneByOne(some);
            }
            at = until;
        }
        assertThat(repeated.end()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void points_are_spent_and_given_back_once(long seed) {
        var random = new Random(seed);
        var ada = shop.customer("ada" + seed + "@example.com");
        shop.buys(ada, 100_000);
        var hold = UUID.randomUUID();
        var order = UUID.randomUUID();
        shop.souk.deliver(new ReserveRewardPoints(hold, UUID.randomUUID(), order, ada, 40, 400, "GBP", 900));
        var plain = shop.ordered(order, ada, 5_000);
        var created = new OrderCreated(
                order, ada, plain.total(), plain.currency(), plain.status(), plain.items(), plain.createdAt(), plain.subtotal(),
                400, 0, 0, plain.cartId(), plain.checkoutId(), plain.reservationId(), plain.confirmationNumber(), "WEB",
                new OrderCreated.Points(hold, 40, 400));
        var all = mixed(List.of(List.of(created, shop.cancelled(order, ada))), random);
        for (var message : all) {
            shop.souk.deliver(message);
        }
        assertThat(shop.points(ada).balance()).isEqualTo(100);
        assertThat(shop.points(ada).held()).isZero();
        assertThat(shop.souk.published(RewardPointsRedeemed.class)).hasSize(1);
        assertThat(shop.souk.published(RewardPointsReturned.class)).hasSize(1);
    }
}
