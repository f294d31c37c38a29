package dev.souk.customer;

import dev.souk.contracts.Address;
import dev.souk.contracts.customer.GetCustomer;
import dev.souk.contracts.customer.GetRewardPoints;
import dev.souk.contracts.customer.RegisterCustomer;
import dev.souk.contracts.identity.CreateIdentity;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.customer.domain.Email;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Customer with a neighbour that plays identity.
final class Shop implements AutoCloseable {
    static final Address HOME = new Address(
            "Ada Lovelace", "12 St James's Square", null, "London", null, "SW1Y 4JH", "GB", "+44 20 7946 0001");

    final TestPlatform souk;
    final List<CreateIdentity> identities = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Shop(Map<String, String> settings) {
        souk = TestPlatform.of(new CustomerContext(), settings).handling(CreateIdentity.class, this::createIdentity);
    }

    Shop() {
        this(Map.of());
    }

    private Outcome<UUID> createIdentity(CreateIdentity command) {
        identities.add(command);
        if (command.password().reveal().length() < 12) {
            return Outcome.refused(Refusal.invalid("PASSWORD_TOO_SHORT", "Twelve characters or more."));
        }
        return taken.add(command.email().reveal())
                ? Outcome.done(command.customerId())
                : Outcome.refused(Refusal.conflict("EMAIL_TAKEN", "Another account has this address."));
    }

    /// A registered customer.
    UUID customer(String email) {
        var id = souk.vault().newcomer();
        souk.handle(new RegisterCustomer(
                id, souk.vault().seal(id, email), souk.vault().blind(Email.normal(email)),
                souk.vault().seal(id, "Ada Lovelace"), null, "en-GB", false, null));
        return id;
    }

    Caller signedIn(UUID id) {
        var now = new Caller.Session(null, souk.clock().instant(), Set.of("pwd"), Set.of(), Set.of());
        return new Caller(id, Set.of(Role.CUSTOMER), now);
    }

    GetCustomer.Customer profile(UUID id) {
        return souk.ask(new GetCustomer(id)).orElseThrow();
    }

    GetRewardPoints.Points points(UUID id) {
        return souk.ask(new GetRewardPoints(id, null, 100));
    }

    OrderCreated ordered(UUID order, UUID customer, long total) {
        var item = new OrderCreated.Item(UUID.randomUUID(), null, "MUG", "Mug", 2, total / 2);
        return new OrderCreated(
                order, customer, total, "GBP", "created", List.of(item), souk.clock().instant(), total, 0, 0, 0,
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "ORD-00000001", "WEB", null);
    }

    PaymentCaptured paid(UUID order, UUID customer, long amount) {
        return new PaymentCaptured(
                UUID.randomUUID(), order, customer, UUID.randomUUID(), amount, amount, "GBP", souk.clock().instant());
    }

    PaymentRefunded refunded(UUID order, UUID customer, long amount) {
        return new PaymentRefunded(
                UUID.randomUUID(), order, customer, UUID.randomUUID(), amount, amount, "GBP", "RETURN",
                souk.clock().instant());
    }

    OrderCancelled cancelled(UUID order, UUID customer) {
        return new OrderCancelled(
                order, customer, "CUSTOMER_REQUESTED", souk.clock().instant(), null, null, 0, "GBP", "CONFIRMED", null, null);
    }

    /// Spends and is paid at once.
    UUID buys(UUID customer, long amount) {
        var order = UUID.randomUUID();
        souk.deliver(ordered(order, customer, amount), paid(order, customer, amount));
        return order;
    }

    @Override
    public void close() {
        souk.close();
    }
}
