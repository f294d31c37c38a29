package dev.souk.order;

import dev.souk.contracts.Address;
import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.payment.FraudCheckReviewRequired;
import dev.souk.contracts.payment.FraudReviewDecided;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentFailed;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.contracts.payment.PaymentVoided;
import dev.souk.order.http.NewOrder;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Words for tests: orders that check out, and what payment and inventory say about them. Ids follow from one id, so
/// that two scripts with the same seed are about the same orders.
record AnOrder(UUID id, UUID customer, int lines, long shipping, List<CreateOrder.Promotion> promotions) {
    static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    static AnOrder any() {
        return of(UUID.randomUUID());
    }

    static AnOrder of(UUID id) {
        return new AnOrder(id, NameBasedId.of(id, "customer"), 2, 500, List.of());
    }

    AnOrder by(UUID someone) {
        return new AnOrder(id, someone, lines, shipping, promotions);
    }

    AnOrder withLines(int count) {
        return new AnOrder(id, customer, count, shipping, promotions);
    }

    AnOrder with(CreateOrder.Promotion promotion) {
        return new AnOrder(id, customer, lines, shipping, List.of(promotion));
    }

    UUID part(String name) {
        return NameBasedId.of(id, name);
    }

    long total() {
        return create().total();
    }

    static Address address() {
        return new Address("Ada Example", "Main Street 1", null, "Berlin", null, "10115", "DE", null);
    }

    CreateOrder create() {
        var items = new ArrayList<CreateOrder.Item>();
        long goods = 0;
        long gross = 0;
        long discount = 0;
        for (int i = 1; i <= lines; i++) {
            long unit = 1_000L * i;
            long off = 10L * i;
            items.add(new CreateOrder.Item(
                    part("line" + i), part("product" + i), null, "SKU-" + i, "Thing " + i, i, unit, off, unit * i - off,
                    (unit * i - off) / 5));
            goods += unit * i - off;
            gross += unit * i;
            discount += off;
        }
        long tax = items.stream().mapToLong(CreateOrder.Item::tax).sum();
        var home = TestPlatform.sealed(customer, address());
        return new CreateOrder(
                id, part("cart"), customer, part("checkout"), part("reservation"), part("payment"),
                part("authorization"), new CreateOrder.Payment("card", "visa", TestPlatform.sealed(customer, "4242")), part("quote"), "hash-" + id,
                items, gross, discount, shipping, tax, goods + shipping + tax, "EUR", home, home, "DE", "DE", "STANDARD",
                promotions, TestPlatform.sealed(customer, "ada@example.com"), "WEB", "CUSTOMER:" + customer, null);
    }

    /// As a service would send it.
    NewOrder requestAt(@Nullable Long total, String last4) {
        var o = create();
        return new NewOrder(
                o.orderId(), o.cartId(), o.customerId(), o.checkoutId(), o.reservationId(), o.paymentId(),
                o.paymentAuthorizationId(), new NewOrder.Payment("card", "visa", last4), o.quoteId(), o.quoteHash(),
                o.items(), o.subtotal(), o.discount(), o.shipping(), o.tax(), total, o.currency(), address(),
                address(), o.shippingMethodId(), o.promotions(), "ada@example.com", o.channel(), o.placedBy());
    }

    /// The same with another total, wherever that leads.
    CreateOrder createAt(long total) {
        return AnOrder.changed(create(), create().items(), total, "EUR");
    }

    static CreateOrder changed(CreateOrder o, List<CreateOrder.Item> items, long total, String currency) {
        return new CreateOrder(
                o.orderId(), o.cartId(), o.customerId(), o.checkoutId(), o.reservationId(), o.paymentId(),
                o.paymentAuthorizationId(), o.payment(), o.quoteId(), o.quoteHash(), items, o.subtotal(), o.discount(),
                o.shipping(), o.tax(), total, currency, o.deliveryAddress(), o.billingAddress(),
                o.deliveryCountry(), o.billingCountry(), o.shippingMethodId(),
                o.promotions(), o.email(), o.channel(), o.placedBy(), null);
    }

    /// The same with tax on its shipping.
    static CreateOrder taxed(CreateOrder o, long shippingTax) {
        return new CreateOrder(
                o.orderId(), o.cartId(), o.customerId(), o.checkoutId(), o.reservationId(), o.paymentId(),
                o.paymentAuthorizationId(), o.payment(), o.quoteId(), o.quoteHash(), o.items(), o.subtotal(),
                o.discount(), o.shipping(), o.tax() + shippingTax, o.total() + shippingTax, o.currency(),
                o.deliveryAddress(), o.billingAddress(), o.deliveryCountry(), o.billingCountry(), o.shippingMethodId(),
                o.promotions(), o.email(), o.channel(), o.placedBy(), null);
    }

    PaymentCaptured captured() {
        return new PaymentCaptured(
                part("payment"), id, customer, part("capture"), total(), total(), "EUR", NOW);
    }

    PaymentFailed captureFailed(boolean retryable) {
        return new PaymentFailed(
                part("payment"), id, "PROCESSING_ERROR", NOW, "CAPTURE", retryable, part("checkout"), null);
    }

    PaymentRefunded refunded(long total) {
        return new PaymentRefunded(
                part("payment"), id, customer, part("refund"), total, total, "EUR", "ORDER_CANCELLED", NOW);
    }

    PaymentVoided voided() {
        return new PaymentVoided(part("payment"), id, part("checkout"), total(), "EUR", NOW);
    }

    InventoryReleased released() {
        return new InventoryReleased(part("reservation"), part("checkout"), id, "ORDER_CANCELLED", List.of(), NOW);
    }

    FraudCheckReviewRequired suspicious() {
        return new FraudCheckReviewRequired(
                part("payment"), id, 0.8, List.of("VELOCITY"), NOW.plus(Duration.ofHours(24)));
    }

    FraudReviewDecided decided(String decision) {
        return new FraudReviewDecided(part("payment"), id, decision, "desk");
    }
}
