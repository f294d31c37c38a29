package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Cart;
import dev.souk.tests.souk.Checkout;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Provider;
import dev.souk.tests.souk.Reply;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import dev.souk.tests.souk.Together;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Purchases from the empty cart to the order, and the ways in which they do not become one.
@ExtendWith(SoukRuns.class)
class PurchaseTest {
    private final Given given;
    private final Provider provider;

    PurchaseTest(RunningSouk souk) {
        given = souk.given();
        provider = new Provider(souk);
    }

    @Test
    void a_guest_buys() {
        var mug = given.aProduct(1_250, 10);
        var cart = given.aGuestCart(mug).with(mug, 1);

        var quote = given.aQuote(cart);
        var checkout = given.aCheckout(cart, Given.CARD);
        var status = checkout.settled();

        assertThat(status.string("state")).isEqualTo("COMPLETED");
        var order = cart.owner()
                .get("/orders/" + checkout.orderId() + "?confirmation=" + status.string("confirmationNumber"))
                .expect(200);
        assertThat(order.number("total")).isEqualTo(quote.number("total")).isEqualTo(2 * 1_250 + quote.number("shipping"));
        assertThat(given.stockOf(mug)).isEqualTo(8);
        Await.until("the cart is gone", () -> cart.owner().get(cart.path()), reply -> reply.status() == 404
                || reply.status() == 410
                || reply.string("status").equals("CONVERTED"));
        Await.until("the money is taken", () -> provider.captured(checkout.orderId()),
                taken -> taken == quote.number("total"));
    }

    @Test
    void a_customer_buys_with_a_coupon_once() {
        var ada = UUID.randomUUID();
        var code = "TENTH" + System.nanoTime() % 1_000_000;
        given.staff().post("/promotions", Map.of(
                "promotionId", UUID.randomUUID(), "name", "A tenth off", "type", "PERCENTAGE", "value", 10,
                "code", code, "usageLimitPerCustomer", 1)).expect(201);
        var product = given.aProduct(2_000, 10);
        var cart = given.aCart(ada, product);
        Await.until("the code applies", () -> cart.owner().post(cart.path() + "/coupon", Map.of("code", code)),
                reply -> reply.status() == 200);

        var quote = given.aQuote(cart);
        var status = given.aCheckout(cart, Given.CARD).settled();

        assertThat(status.string("state")).isEqualTo("COMPLETED");
        var order = cart.owner().get("/orders/" + status.string("orderId")).expect(200);
        assertThat(order.number("discount")).isEqualTo(200);
        assertThat(order.number("total")).isEqualTo(quote.number("total"));
        var again = given.aCart(ada, product);
        Await.until("the use is counted", () -> again.owner().post(again.path() + "/coupon", Map.of("code", code)),
                reply -> reply.status() != 200);
    }

    @Test
    void nothing_is_sold_that_is_not_there() {
        var product = given.aProduct(1_000, 1);
        var cart = given.aGuestCart(product).with(product, 1);

        var status = given.aCheckout(cart, Given.CARD).settled();

        assertThat(status.string("state")).isEqualTo("FAILED");
        assertThat(status.string("reason")).isEqualTo("OUT_OF_STOCK");
        var missing = status.json().path("detail").path("unavailableItems").get(0);
        assertThat(missing.path("requested").asInt()).isEqualTo(2);
        assertThat(missing.path("available").asInt()).isEqualTo(1);
        reopened(status, cart);
        assertThat(given.stockOf(product)).isEqualTo(1);
    }

    @Test
    void a_declined_card_buys_nothing_and_another_card_buys_after_all() {
        var product = given.aProduct();
        var cart = given.aGuestCart(product);

        var first = given.aCheckout(cart, "tok_declined");
        var status = first.settled();

        assertThat(status.string("state")).isEqualTo("FAILED");
        assertThat(status.string("reason")).isEqualTo("PAYMENT_FAILED");
        assertThat(status.json().path("detail").path("code").asString()).isEqualTo("CARD_DECLINED");
        reopened(status, cart);
        Await.until("the stock is free again", () -> given.stockOf(product), free -> free == 100);
        assertThat(given.aCheckout(cart, Given.CARD).settled().string("state")).isEqualTo("COMPLETED");
    }

    @Test
    void a_payment_that_the_bank_wants_confirmed_goes_on_when_it_is() {
        var cart = given.aGuestCart(given.aProduct());
        var checkout = given.aCheckout(cart, "tok_3ds");
        var waiting = checkout.settled();
        assertThat(waiting.string("state")).isEqualTo("ACTION_REQUIRED");

        confirm(checkout, waiting, true);

        assertThat(checkout.ended().string("state")).isEqualTo("COMPLETED");
    }

    @Test
    void a_payment_that_the_bank_does_not_confirm_buys_nothing() {
        var product = given.aProduct();
        var cart = given.aGuestCart(product);
        var checkout = given.aCheckout(cart, "tok_3ds");

        confirm(checkout, checkout.settled(), false);

        var status = checkout.ended();
        assertThat(status.string("reason")).isEqualTo("PAYMENT_FAILED");
        reopened(status, cart);
        Await.until("the stock is free again", () -> given.stockOf(product), free -> free == 100);
    }

    @Test
    void a_shopper_who_leaves_the_banks_page_gets_the_cart_back() {
        var product = given.aProduct();
        var cart = given.aGuestCart(product);
        var checkout = given.aCheckout(cart, "tok_3ds");
        assertThat(checkout.settled().string("state")).isEqualTo("ACTION_REQUIRED");

        cart.owner().post("/checkouts/" + checkout.id() + "/cancel", Map.of()).expect(200);

        var status = checkout.ended();
        assertThat(status.string("reason")).isEqualTo("CANCELLED");
        reopened(status, cart);
        Await.until("the stock is free again", () -> given.stockOf(product), free -> free == 100);
        assertThat(provider.held(checkout.orderId())).isZero();
    }

    private void confirm(Checkout checkout, Reply waiting, boolean yes) {
        var reference = waiting.json().path("action").path("clientRef").asString();
        provider.act(reference, yes);
        checkout.cart().owner().post("/checkouts/" + checkout.id() + "/payment-action", Map.of("actionResultRef",
                reference)).expect(200);
    }

    @Test
    void nobody_pays_another_price_than_the_one_shown() {
        var product = given.aProduct(1_000, 10);
        var cart = given.aGuestCart(product);
        var shown = given.aQuote(cart);
        var version = given.staff().get("/products/" + product.id()).expect(200).version();
        given.staff().send("PUT", "/products/" + product.id() + "/price", Map.of("price", 1_100, "currency", "GBP"),
                Map.of("If-Match", "\"" + version + "\"")).expect(200);
        var now = Await.until("the new price is quoted", () -> given.aQuote(cart),
                quote -> quote.number("subtotal") == 1_100);

        var refused = cart.checkOut(shown, Given.CARD);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("PRICE_CHANGED");
        assertThat(refused.text()).contains(now.string("quoteHash"));
        assertThat(cart.now().string("status")).isEqualTo("ACTIVE");
        assertThat(cart.now().json().path("lines")).hasSize(1);
        assertThat(Checkout.of(cart, cart.checkOut(now,
                Given.CARD).expect(202)).settled().string("state")).isEqualTo("COMPLETED");
    }

    @Test
    void a_cancelled_order_gives_the_goods_and_the_money_back() {
        var ada = UUID.randomUUID();
        var order = given.aPaidOrder(ada);
        var total = order.now().number("total");

        cancel(order.owner(), order.id()).expect(200);

        assertThat(order.lifecycle()).isEqualTo("CANCELLED");
        Await.until("the money is back", order::payment, "REFUNDED"::equals);
        Await.until("the goods are back", () -> given.stockOf(order.product()), free -> free == 100);
        assertThat(provider.refunded(order.id())).isEqualTo(total);
    }

    @Test
    void money_that_was_not_taken_yet_is_let_go() {
        var ada = UUID.randomUUID();
        var product = given.aProduct();
        var checkout = given.aCheckout(given.aCart(ada, product), "tok_capture_fails");
        assertThat(checkout.settled().string("state")).isEqualTo("COMPLETED");
        Await.until("the capture has failed", () -> payment(checkout), "CAPTURE_FAILED"::equals);

        cancel(checkout.cart().owner(), checkout.orderId()).expect(200);

        Await.until("the money is let go", () -> payment(checkout), "VOIDED"::equals);
        Await.until("the goods are back", () -> given.stockOf(product), free -> free == 100);
        assertThat(provider.held(checkout.orderId())).isZero();
    }

    private static String payment(Checkout checkout) {
        return checkout.cart().owner().get("/orders/" + checkout.orderId()).expect(200)
                .json().path("payment").path("status").asString();
    }

    private static Reply cancel(Api owner, UUID orderId) {
        return owner.postOnce("/orders/" + orderId + "/cancel", Map.of("reason", "CUSTOMER_REQUESTED"));
    }

    @Test
    void the_last_one_goes_to_one_of_two() {
        var last = given.aProduct(1_000, 1);
        var states = Together.run(Stream.of(given.aGuestCart(last),
                given.aGuestCart(last)).<Callable<String>>map(cart -> () -> {
            var ended = given.aCheckout(cart, Given.CARD).settled();
            return ended.string("state") + ended.string("reason");
        }).toList());
        assertThat(states).containsExactlyInAnyOrder("COMPLETED", "FAILEDOUT_OF_STOCK");
        assertThat(given.stockOf(last)).isZero();
    }

    private static void reopened(Reply ended, Cart cart) {
        assertThat(ended.string("state")).isEqualTo("FAILED");
        Await.until("the cart is open again", cart::status, "ACTIVE"::equals);
        assertThat(cart.now().json().path("lines")).isNotEmpty();
    }
}
