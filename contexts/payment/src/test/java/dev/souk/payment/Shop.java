package dev.souk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.payment.AuthorizePayment;
import dev.souk.contracts.payment.GetPayment;
import dev.souk.contracts.payment.VoidPayment;
import dev.souk.payment.provider.StandInInProcess;
import dev.souk.payment.provider.StandInOverHttp;
import dev.souk.payment.provider.StandInProvider;
import dev.souk.payment.provider.StandInWire;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.testkit.TestPlatform;
import dev.souk.standin.payment.Answer;
import dev.souk.standin.payment.Balance;
import dev.souk.standin.payment.Faults;
import dev.souk.standin.payment.ProviderServer;
import dev.souk.standin.payment.ProviderStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Payment with its provider, and the words in which its tests are told.
final class Shop implements AutoCloseable {
    static final String SECRET = "whsec_test";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final ProviderStandIn psp;
    final TestPlatform souk;
    private final PaymentContext context;
    private final Path ledger;
    private @Nullable ProviderServer server;
    private @Nullable StandInOverHttp http;
    private boolean oneByOne;

    private Shop(boolean overHttp, Map<String, String> settings) {
        try {
            ledger = Files.createTempDirectory("psp-").resolve("ledger.jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        psp = new ProviderStandIn(ledger, Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC));
        StandInWire wire = new StandInInProcess(psp);
        if (overHttp) {
            server = new ProviderServer(psp, 0);
            http = new StandInOverHttp(URI.create("http://127.0.0.1:" + server.port()), Duration.ofMillis(400));
            wire = http;
        }
        context = new PaymentContext(new StandInProvider(wire, SECRET));
        souk = TestPlatform.of(context, settings);
    }

    static Shop inProcess() {
        return new Shop(false, Map.of());
    }

    static Shop with(Map<String, String> settings) {
        return new Shop(false, settings);
    }

    static Shop overHttp() {
        return new Shop(true, Map.of());
    }

    Shop oneByOne() {
        oneByOne = true;
        return this;
    }

    /// One purchase's ids.
    record Purchase(UUID paymentId, UUID orderId, UUID checkoutId, UUID customerId, long amount, String token) {}

    static Purchase purchase(long amount, String token) {
        return new Purchase(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), amount, token);
    }

    static Purchase aPurchase() {
        return purchase(12_345, "tok_visa");
    }

    /// Delivers, and lets the provider answer.
    void deliver(Message... messages) {
        if (oneByOne) {
            souk.deliverOneByOne(messages);
        } else {
            souk.deliver(messages);
        }
        quiet();
    }

    void quiet() {
        try {
            assertThat(context.awaitQuiet(PATIENCE)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Time passes, and whatever fell due in it is done.
    void later(Duration by) {
        souk.clock().advance(by);
        for (var sweep : List.of("provider-events", "payment-actions", "provider-calls")) {
            souk.sweep(sweep);
            quiet();
        }
    }

    void faults(Faults faults) {
        psp.faults(faults);
    }

    Purchase authorized() {
        var purchase = aPurchase();
        deliver(authorize(purchase));
        return purchase;
    }

    Purchase captured(long amount) {
        var purchase = purchase(amount, "tok_visa");
        deliver(authorize(purchase));
        deliver(submitted(purchase), confirmed(purchase));
        return purchase;
    }

    GetPayment.Payment payment(Purchase purchase) {
        return souk.ask(new GetPayment(purchase.paymentId())).orElseThrow();
    }

    static AuthorizePayment authorize(Purchase p) {
        return new AuthorizePayment(
                p.paymentId(), p.orderId(), p.checkoutId(), UUID.randomUUID(), p.customerId(), p.amount(), "EUR",
                p.token(), p.checkoutId() + ":pay", null, "DE");
    }

    static VoidPayment voiding(Purchase p) {
        return new VoidPayment(p.paymentId(), p.checkoutId(), "CHECKOUT_FAILED");
    }

    static OrderSubmitted submitted(Purchase p) {
        return submitted(p, p.amount());
    }

    static OrderSubmitted submitted(Purchase p, long total) {
        return new OrderSubmitted(
                p.orderId(), p.customerId(), total, "EUR", UUID.randomUUID(), p.paymentId(), List.of(), List.of(),
                Sealed.of(p.customerId(), "AAAA"), "DE", null, Instant.parse("2026-01-05T10:00:00Z"));
    }

    static OrderConfirmed confirmed(Purchase p) {
        return new OrderConfirmed(
                p.orderId(), p.customerId(), "ORD-00000001", null, null, p.paymentId(), p.amount(), "EUR",
                Instant.parse("2026-01-05T10:00:00Z"), "standard", "DE");
    }

    static OrderCancelled cancelled(Purchase p) {
        return new OrderCancelled(
                p.orderId(), p.customerId(), "CUSTOMER_REQUESTED", Instant.parse("2026-01-05T10:00:00Z"), null,
                p.paymentId(), 0, "EUR", "CONFIRMED", null, null);
    }

    /// What was said about one purchase.
    <E extends Event> List<E> said(Purchase purchase, Class<E> type) {
        return souk.published(type).stream()
                .filter(event -> event.key().equals(purchase.paymentId().toString()))
                .toList();
    }

    /// One purchase as the provider sees it.
    Answer.View atProvider(Purchase purchase) {
        return psp.findByShopPayment(purchase.paymentId().toString()).orElseThrow();
    }

    Balance provider() {
        return psp.balances().stream().findFirst().orElse(new Balance("EUR", 0, 0, 0, 0, 0, 0));
    }

    /// What must hold whenever nothing is open: the ledger is balanced and agrees with the provider.
    void moneyIsConserved() {
        long[] ours = souk.read(tx -> tx.sql(
                        """
                select coalesce(sum(authorized), 0) as authorized, coalesce(sum(captured), 0) as captured,
                       coalesce(sum(refunded), 0) as refunded,
                       (select coalesce(sum(amount), 0) from ledger_posting) as postings,
                       (select coalesce(sum(amount), 0) from ledger_posting where account = 'PROVIDER_CLEARING') as held
                from payment
                """)
                .one(row -> new long[] {
                    row.bigint("authorized"), row.bigint("captured"), row.bigint("refunded"), row.bigint("postings"),
                    row.bigint("held")
                }));
        var theirs = provider();
        assertThat(ours)
                .containsExactly(
                        theirs.authorized(), theirs.captured(), theirs.refunded(), 0L,
                        theirs.captured() - theirs.refunded());
    }

    @Override
    public void close() {
        souk.close();
        if (http != null) {
            http.close();
        }
        if (server != null) {
            server.close();
        }
        psp.close();
        try {
            Files.deleteIfExists(ledger);
            Files.deleteIfExists(ledger.resolveSibling(ledger.getFileName() + ".index"));
            Files.delete(Objects.requireNonNull(ledger.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
