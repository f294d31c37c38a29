package dev.souk.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.contracts.order.GetOrder;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderRejected;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.testkit.TestPlatform;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CreateOrderTest {
    private static final TestPlatform souk = TestPlatform.of(new OrderContext());

    @AfterAll
    static void close() {
        souk.close();
    }

    @Test
    void a_new_order_is_created_submitted_and_confirmed_at_once() {
        var order = AnOrder.any();
        souk.deliver(order.create());

        var created = only(souk.published(OrderCreated.class).stream().filter(e -> e.orderId().equals(order.id())));
        var confirmed = only(souk.published(OrderConfirmed.class).stream().filter(e -> e.orderId().equals(order.id())));
        var submitted = only(souk.published(OrderSubmitted.class).stream().filter(e -> e.orderId().equals(order.id())));
        assertThat(created.status()).isEqualTo("created");
        assertThat(created.items()).hasSize(2);
        assertThat(created.confirmationNumber()).isEqualTo(confirmed.confirmationNumber());
        assertThat(confirmed.confirmationNumber()).matches("ORD-[0-9]{8}");
        assertThat(confirmed.total()).isEqualTo(order.total());
        assertThat(TestPlatform.opened(submitted.deliveryAddress(), Address.class)).isEqualTo(AnOrder.address());
        assertThat(TestPlatform.opened(Objects.requireNonNull(submitted.email()), String.class)).isEqualTo("ada@example.com");
        assertThat(Journal.of(souk, order.id())).containsExactly("OrderCreated 1", "OrderSubmitted 2", "OrderConfirmed 3");
    }

    @Test
    void all_of_it_can_be_read_again() {
        var order = AnOrder.any();
        var command = order.create();
        souk.deliver(command);

        var read = Objects.requireNonNull(souk.ask(new GetOrder(order.id())).order());
        assertThat(read.items()).hasSize(2);
        assertThat(read.items().getLast())
                .usingRecursiveComparison()
                .isEqualTo(command.items().getLast());
        assertThat(read.status()).isEqualTo("CREATED");
        assertThat(read.lifecycleStatus()).isEqualTo("CONFIRMED");
        assertThat(read.total())
                .isEqualTo(read.items().stream().mapToLong(GetOrder.Item::net).sum() + read.shippingNet() + read.tax());
        assertThat(read.deliveryAddress()).isEqualTo(AnOrder.address());
        assertThat(read.billingAddress()).isEqualTo(AnOrder.address());
        assertThat(read.payment().status()).isEqualTo("AUTHORIZED");
        assertThat(read.payment().last4()).isEqualTo("4242");
        assertThat(read.timeline()).extracting("status").containsExactly("CREATED", "SUBMITTED", "CONFIRMED");
    }

    @Test
    void shipping_is_shown_with_its_tax_as_it_was_in_the_cart() {
        var order = AnOrder.any();
        var shippingTax = 83;
        souk.deliver(AnOrder.taxed(order.create(), shippingTax));

        var read = Objects.requireNonNull(souk.ask(new GetOrder(order.id())).order());
        assertThat(read.shippingNet()).isEqualTo(order.shipping());
        assertThat(read.shipping()).isEqualTo(order.shipping() + shippingTax);
        assertThat(read.total())
                .isEqualTo(read.items().stream().mapToLong(i -> i.net() + i.tax()).sum() + read.shipping())
                .isEqualTo(read.items().stream().mapToLong(GetOrder.Item::net).sum() + read.shippingNet() + read.tax());
    }

    @Test
    void the_same_order_again_is_answered_again_and_changes_nothing() {
        var order = AnOrder.any();
        souk.deliver(order.create(), order.create());
        souk.deliverOneByOne(order.create());
        // what comes with the known id is not even looked at
        souk.deliver(order.createAt(1));

        assertThat(Journal.of(souk, order.id()))
                .containsExactly(
                        "OrderCreated 1", "OrderSubmitted 2", "OrderConfirmed 3", "OrderCreated 4", "OrderCreated 5",
                        "OrderCreated 6");
        var answers = souk.published(OrderCreated.class).stream().filter(e -> e.orderId().equals(order.id())).toList();
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(souk.<Long>read(tx -> tx.sql("select count(*) as n from orders where order_id = ?")
                        .params(order.id())
                        .one(row -> row.bigint("n"))))
                .isEqualTo(1);
    }

    @Test
    void what_does_not_add_up_is_rejected_and_its_neighbours_are_not() {
        var good = AnOrder.any();
        var bad = AnOrder.any();
        souk.deliver(bad.createAt(bad.total() + 1), good.create());

        assertThat(souk.published(OrderRejected.class))
                .contains(new OrderRejected(bad.id(), bad.part("checkout"), "TOTAL_MISMATCH"));
        assertThat(souk.ask(new GetOrder(bad.id())).order()).isNull();
        assertThat(souk.ask(new GetOrder(good.id())).order()).isNotNull();
    }

    @Test
    void a_direct_caller_is_told_why() {
        var order = AnOrder.any();
        var empty = AnOrder.changed(order.create(), List.of(), 0, "EUR");

        var outcome = souk.handle(empty);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.reason().code()).isEqualTo("ORDER_EMPTY");
            assertThat(refused.reason().kind()).isEqualTo(Refusal.Kind.INVALID);
        });
        assertThat(Journal.of(souk, order.id())).isEmpty();
    }

    @Test
    void three_hundred_orders_come_in_one_transaction_with_numbers_of_their_own() {
        var orders = Stream.generate(AnOrder::any).limit(300).toList();
        souk.deliver(orders.stream().map(AnOrder::create).toArray(Message[]::new));

        var numbers = new HashSet<String>();
        for (var order : orders) {
            var read = Objects.requireNonNull(souk.ask(new GetOrder(order.id())).order());
            numbers.add(read.confirmationNumber());
            assertThat(read.items()).hasSize(2);
        }
        assertThat(numbers).hasSize(300);
    }

    @Test
    void twenty_threads_with_one_order_make_one_order() throws Exception {
        var order = AnOrder.any();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Stream.generate(() -> threads.submit(() -> {
                        go.await();
                        return souk.handle(order.create());
                    }))
                    .limit(20)
                    .toList();
            go.countDown();
            for (var each : all) {
                assertThat(each.get()).isEqualTo(Outcome.done(order.id()));
            }
        }
        assertThat(Journal.of(souk, order.id())).hasSize(22).startsWith("OrderCreated 1").contains("OrderConfirmed 3");
        assertThat(Journal.versions(souk, order.id())).isEqualTo(Stream.iterate(1L, v -> v + 1).limit(22).toList());
    }

    @Test
    void an_order_without_a_card_brand_and_with_another_billing_address_is_kept_as_it_is() {
        var o = AnOrder.any().create();
        var billing = new Address("Firm", "Other Street 2", "c/o", "Bonn", "NW", "53111", "DE", "+49");
        souk.deliver(new CreateOrder(
                o.orderId(), o.cartId(), o.customerId(), o.checkoutId(), o.reservationId(), o.paymentId(), null, null,
                o.quoteId(), o.quoteHash(), o.items(), o.subtotal(), o.discount(), o.shipping(), o.tax(), o.total(),
                o.currency(), o.deliveryAddress(), TestPlatform.sealed(o.customerId(), billing), "DE",
                "DE", o.shippingMethodId(), o.promotions(), null, o.channel(),
                o.placedBy(), null));

        var read = Objects.requireNonNull(souk.ask(new GetOrder(o.orderId())).order());
        assertThat(read.billingAddress()).isEqualTo(billing);
        assertThat(read.payment().last4()).isNull();
    }

    private static <T> T only(Stream<T> all) {
        var list = all.toList();
        assertThat(list).hasSize(1);
        return list.getFirst();
    }
}
