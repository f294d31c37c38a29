package dev.souk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.CustomerRegistered;
import dev.souk.contracts.customer.ErasureRequested;
import dev.souk.contracts.customer.RegistrationRepeated;
import dev.souk.contracts.identity.IdentityLocked;
import dev.souk.contracts.identity.PasswordChanged;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.notification.http.InboxRoutes;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes twice, or from its journals in another order, is told once.
class RepeatsTest {
    private static final Instant AT = Instant.parse("2026-03-14T10:15:02Z");

    private final Given given = Given.aShop();

    @AfterEach
    void close() {
        given.close();
    }

    private CustomerRegistered registered(UUID customer) {
        return new CustomerRegistered(
                UUID.randomUUID(), AT, customer, given.souk.vault().seal(customer, customer + "@example.com"), null, "ACTIVE",
                null, "en", "STANDARD", true);
    }

    /// What one journal says of one thing keeps its order, as on the way.
    private List<List<Message>> journals(UUID customer) {
        var order = UUID.randomUUID();
        var payment = UUID.randomUUID();
        return List.of(
                List.of(new RegistrationRepeated(customer, AT), new ErasureRequested(UUID.randomUUID(), customer, AT)),
                List.of(new PasswordChanged(customer, AT, null), new IdentityLocked(customer, AT, null)),
                List.of(
                        Given.created(order, customer), given.submitted(order, customer, customer + "@example.com"),
                        Given.confirmed(order, customer),
                        new OrderCancelled(
                                order, customer, "CUSTOMER_REQUESTED", AT, null, payment, 5_094, "GBP", "CONFIRMED", null, null)),
                List.of(
                        new PaymentCaptured(payment, order, customer, UUID.randomUUID(), 5_094, 5_094, "GBP", AT),
                        new PaymentRefunded(
                                payment, order, customer, UUID.randomUUID(), 5_094, 5_094, "GBP", "ORDER_CANCELLED", AT)));
    }

    private List<String> mailed(UUID customer) {
        given.later(Duration.ofMinutes(2));
        return given.souk
                .call(TestPlatform.staff(Role.ADMIN), "GET", "/notifications/outbox?recipient=" + customer, null)
                .body(InboxRoutes.Messages.class).messages().stream()
                .map(mail -> mail.channel() + " " + mail.templateKey())
                .sorted()
                .toList();
    }

    /// All journals mixed by chance, each beginning again at an earlier place from time to time, and all once more.
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
        journals.forEach(all::addAll);
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_comes_twice_or_late_is_told_once(long seed) {
        var ada = given.souk.vault().newcomer();
        given.deliver(registered(ada));
        journals(ada).forEach(journal -> given.deliver(journal.toArray(Message[]::new)));
        var once = mailed(ada);
        assertThat(once).containsExactly(
                "EMAIL account-exists", "EMAIL account-locked", "EMAIL erasure-requested", "EMAIL order-cancelled",
                "EMAIL order-confirmed", "EMAIL password-changed", "EMAIL payment-refunded", "EMAIL welcome");

        var random = new Random(seed);
        var bea = given.souk.vault().newcomer();
        var welcome = registered(bea);
        given.deliver(welcome);
        given.deliver(welcome);
        var all = mixed(journals(bea), random);
        for (int at = 0; at < all.size();) {
            int until = Math.min(all.size(), at + 1 + random.nextInt(4));
            given.deliver(all.subList(at, until).toArray(Message[]::new));
            at = until;
        }
        assertThat(mailed(bea)).isEqualTo(once);
    }
}
