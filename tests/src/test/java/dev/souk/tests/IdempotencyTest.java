package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Checkout;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Product;
import dev.souk.tests.souk.Provider;
import dev.souk.tests.souk.Reply;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import dev.souk.tests.souk.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same request under the same key, twenty times at once: it happens once, and everybody is told the same.
@ExtendWith(SoukRuns.class)
class IdempotencyTest {
    private static final int AT_ONCE = 20;

    private final RunningSouk souk;
    private final Given given;
    private final Provider provider;

    IdempotencyTest(RunningSouk souk) {
        this.souk = souk;
        given = souk.given();
        provider = new Provider(souk);
    }

    @Test
    void a_checkout() {
        var product = given.aProduct(1_000, 10);
        var cart = given.aGuestCart(product);
        var body = Given.checkoutOf(given.aQuote(cart), Given.CARD);

        var answer = one(cart.owner(), cart.path() + "/checkout", body, 202);
        var ended = Checkout.of(cart, answer).ended();

        assertThat(ended.string("state")).isEqualTo("COMPLETED");
        assertThat(given.stockOf(product)).isEqualTo(9);
        assertThat(provider.attempts(answer.id("orderId"))).isOne();
    }

    @Test
    void the_cancellation_of_an_order() {
        var order = given.aPaidOrder(UUID.randomUUID());
        var total = order.now().number("total");

        one(order.owner(), "/orders/" + order.id() + "/cancel", Map.of("reason", "CUSTOMER_REQUESTED"), 200);

        Await.until("the money is back", order::payment, "REFUNDED"::equals);
        assertThat(provider.refunded(order.id())).isEqualTo(total);
        Await.until("the goods are back", () -> given.stockOf(order.product()), free -> free == 100);
    }

    @Test
    void a_refund() {
        var order = given.aPaidOrder(UUID.randomUUID());

        one(souk.as(Role.FINANCE), "/payments/" + order.paymentId() + "/refunds",
                Map.of("amount", 100, "currency", "GBP", "reason", "a scratch on the lid"), 201);

        Await.until("the money is back", () -> provider.refunded(order.id()), back -> back > 0);
        Await.until("the order knows", order::payment, "PARTLY_REFUNDED"::equals);
        assertThat(provider.refunded(order.id())).isEqualTo(100);
    }

    @Test
    void a_product() {
        var product = new Product(UUID.randomUUID(), "ONCE-" + System.nanoTime() % 1_000_000, 700);
        var body = new HashMap<>(Given.productBody(product));
        body.remove("productId");

        one(given.staff(), "/products", body, 201);
    }

    @Test
    void a_customers_cart() {
        var answers = together(souk.customer(UUID.randomUUID()), "/carts", Map.of("currency", "GBP"));

        assertThat(answers.stream().map(Reply::text).distinct()).hasSize(1);
        assertThat(answers.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(reply -> reply.status() == 200)).hasSize(AT_ONCE - 1);
    }

    @Test
    void a_guests_cart_is_told_to_one_and_hidden_from_all_others() {
        var id = UUID.randomUUID();
        var answers = together(souk.guest(), "/carts", Map.of("cartId", id, "currency", "GBP"));

        assertThat(answers.stream().filter(reply -> reply.status() == 201
                && !reply.string("cartToken").isEmpty())).hasSize(1);
        assertThat(answers.stream().filter(reply -> reply.status() != 201)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.code()).isEqualTo("CART_EXISTS");
        });
    }

    @Test
    void a_key_stands_for_one_request_only() {
        var cart = given.aGuestCart(given.aProduct());
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var quote = given.aQuote(cart);
        var first = cart.owner().send("POST", cart.path() + "/checkout", Given.checkoutOf(quote, Given.CARD),
                key).expect(202);

        var other = cart.owner().send("POST", cart.path() + "/checkout", Given.checkoutOf(quote, "tok_mastercard"),
                key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(Checkout.of(cart, first).ended().string("state")).isEqualTo("COMPLETED");
    }

    @Test
    void keys_of_two_callers_do_not_meet() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var ada = souk.customer(UUID.randomUUID()).send("POST", "/carts", Map.of("currency", "GBP"), key).expect(201);
        var bob = souk.customer(UUID.randomUUID()).send("POST", "/carts", Map.of("currency", "GBP"), key).expect(201);
        assertThat(ada.id("cartId")).isNotEqualTo(bob.id("cartId"));
    }

    /// All answers are the same; it is returned.
    private static Reply one(Api caller, String path, Object body, int status) {
        var answers = together(caller, path, body);
        assertThat(answers).allSatisfy(reply -> reply.expect(status));
        assertThat(answers.stream().map(Reply::text).distinct()).hasSize(1);
        assertThat(answers.stream().filter(reply -> reply.headers().firstValue("Idempotency-Replayed").isEmpty())).hasSize(1);
        return answers.getFirst();
    }

    private static List<Reply> together(Api caller, String path, Object body) {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var start = new CyclicBarrier(AT_ONCE);
        return Together.run(IntStream.range(0, AT_ONCE).<Callable<Reply>>mapToObj(_ -> () -> {
            start.await();
            return caller.send("POST", path, body, key);
        }).toList());
    }
}
