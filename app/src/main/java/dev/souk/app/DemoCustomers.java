package dev.souk.app;

import dev.souk.app.demo.DemoVisits;
import dev.souk.contracts.customer.ListCustomers;
import dev.souk.contracts.customer.RegisterCustomer;
import dev.souk.contracts.identity.AddDemoCustomer;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Vault;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.UUID;

/// People who buy in the demo shop, with passwords of their own in each data directory. Settling them again finds those
/// who are there.
public final class DemoCustomers {
    private static final String FILE = "demo-customers.txt";
    private static final String TERMS = "2026-01";

    private DemoCustomers() {}

    /// Opens their accounts, keeps on file what they sign in with, and lets them shop. Answers the file.
    public static Path settle(Shop shop) throws InterruptedException {
        var bus = shop.platform().bus();
        var vault = shop.platform().vault();
        var lines = new StringBuilder("# Customers of the demo shop: address, password, what there is to see\n");
        var ids = new EnumMap<DemoVisits.Visitor, UUID>(DemoVisits.Visitor.class);
        for (var visitor : DemoVisits.Visitor.values()) {
            var email = visitor.email();
            var password = Handout.password();
            var id = account(visitor, bus, vault);
            bus.call(new AddDemoCustomer(id, new Secret(email), new Secret(password)), cause());
            ids.put(visitor, id);
            lines.append(email).append("  ").append(password).append("  ").append(visitor.story()).append('\n');
        }
        Handout.keep(file(shop), lines.toString());
        DemoVisits.pay(shop.address(), shop.mint(), ids);
        return file(shop);
    }

    private static UUID account(DemoVisits.Visitor visitor, Bus bus, Vault vault) {
        var there = bus.ask(new ListCustomers(visitor.email(), null, null, 1)).customers();
        if (!there.isEmpty()) {
            return there.getFirst().customerId();
        }
        var id = vault.newcomer();
        var opened = bus.call(
                new RegisterCustomer(
                        id, vault.seal(id, visitor.email()), vault.blind(visitor.email()), vault.seal(id, visitor.fullName()),
                        vault.seal(id, visitor.phone()), visitor.locale(), visitor.advertised(), visitor.advertised() ? TERMS : null),
                cause());
        return opened instanceof Outcome.Done<UUID>(var owner) ? owner : id;
    }

    private static Cause cause() {
        return Cause.system(UUID.randomUUID());
    }

    static Path file(Shop shop) {
        return shop.data().path().resolve(FILE);
    }
}
