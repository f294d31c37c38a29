package dev.souk.notification;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.notification.db.Notices;
import dev.souk.notification.db.Recipients;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.testkit.TestPlatform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One notification context with customers and orders, and the words of its tests.
final class Given implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final NotificationContext context;
    final TestPlatform souk;

    private Given(Map<String, String> settings, boolean production) {
        context = new NotificationContext(() -> URI.create("https://shop.example"), production);
        var all = new HashMap<>(Map.of("notification.gather", "0ms"));
        all.putAll(settings);
        souk = TestPlatform.of(context, all);
    }

    static Given aShop() {
        return new Given(Map.of(), false);
    }

    static Given aShop(Map<String, String> settings) {
        return new Given(settings, false);
    }

    static Given aShopInProduction() {
        return new Given(Map.of(), true);
    }

    /// A registered customer with an e-mail address, who has said yes to advertising.
    UUID aCustomer(String email) {
        var id = souk.vault().newcomer();
        souk.write(tx -> {
            Recipients.registered(tx, id, souk.vault().seal(id, email), null, "en", true);
            return true;
        });
        return id;
    }

    UUID withPhone(UUID customer, String phone) {
        souk.write(tx -> {
            Recipients.profile(tx, customer, null, true, souk.vault().seal(customer, phone), null, 1);
            return true;
        });
        return customer;
    }

    void prefers(UUID customer, String preferences) {
        souk.write(tx -> {
            Recipients.preferences(tx, customer, null, preferences, 1);
            return true;
        });
    }

    static OrderCreated created(UUID order, UUID customer) {
        return new OrderCreated(
                order, customer, 5_094, "GBP", "created",
                List.of(new OrderCreated.Item(UUID.randomUUID(), null, "LAMP", "Bedside lamp", 2, 1_275)),
                Instant.parse("2026-03-14T10:15:00Z"), 2_550, 0, 495, 849, UUID.randomUUID(), UUID.randomUUID(),
                UUID.randomUUID(), "ORD-" + order.toString().substring(28).toUpperCase(java.util.Locale.ROOT), "WEB", null);
    }

    OrderSubmitted submitted(UUID order, UUID customer, String email) {
        return new OrderSubmitted(
                order, customer, 5_094, "GBP", UUID.randomUUID(), UUID.randomUUID(), List.of(), List.of(),
                souk.vault().seal(customer, new Address("Guest", "1 Road", null, "London", null, "SW1", "GB", null)), "GB",
                souk.vault().seal(customer, email), Instant.parse("2026-03-14T10:15:01Z"));
    }

    static OrderConfirmed confirmed(UUID order, UUID customer) {
        return confirmed(order, customer, "GB");
    }

    static OrderConfirmed confirmed(UUID order, UUID customer, String country) {
        return new OrderConfirmed(
                order, customer, "ORD-" + order.toString().substring(28).toUpperCase(java.util.Locale.ROOT), null,
                UUID.randomUUID(), UUID.randomUUID(), 5_094, "GBP", Instant.parse("2026-03-14T10:15:01Z"), "STANDARD",
                country);
    }

    void deliver(Message... messages) {
        souk.deliver(messages);
        quiet();
    }

    /// Lets time pass, and what fell due be done.
    void later(Duration time) {
        souk.clock().advance(time);
        due();
    }

    void due() {
        souk.sweep("sending");
        quiet();
    }

    void quiet() {
        try {
            if (!context.awaitQuiet(PATIENCE)) {
                throw new AssertionError("still sending");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    List<Notices.Logged> logged(UUID recipient) {
        return souk.read(tx -> Notices.ofRecipient(tx, recipient, null, 100));
    }

    /// The only one that is not a notice in the shop.
    Notices.Logged only(UUID recipient) {
        var all = logged(recipient).stream().filter(row -> !row.channel().equals("IN_APP")).toList();
        if (all.size() != 1) {
            throw new AssertionError("not one but " + all);
        }
        return all.getFirst();
    }

    <E extends Event> List<E> published(Class<E> type) {
        return souk.published(type);
    }

    @Override
    public void close() {
        souk.close();
    }
}
