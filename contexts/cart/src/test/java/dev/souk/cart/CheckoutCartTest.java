package dev.souk.cart;

import static dev.souk.cart.Shop.DESK;
import static dev.souk.cart.Shop.HOME;
import static dev.souk.cart.Shop.adding;
import static dev.souk.cart.Shop.code;
import static dev.souk.cart.Shop.done;
import static dev.souk.cart.Shop.failed;
import static dev.souk.cart.Shop.guest;
import static dev.souk.cart.Shop.ordered;
import static dev.souk.cart.Shop.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.Address;
import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.cart.ApplyCouponToCart;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.contracts.cart.CartConvertedToOrder;
import dev.souk.contracts.cart.CartReopened;
import dev.souk.contracts.cart.CheckoutCart;
import dev.souk.contracts.cart.SetCartPoints;
import dev.souk.contracts.cart.ClearCart;
import dev.souk.contracts.cart.CreateCart;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.GetStartedCheckout;
import dev.souk.contracts.cart.GetStartedCheckout.Start;
import dev.souk.contracts.cart.ReopenCart;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.pricing.RecordQuote;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutCartTest {
    private static final Shop SHOP = new Shop();

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static void deliver(boolean oneByOne, Message... messages) {
        if (oneByOne) {
            SHOP.souk.deliverOneByOne(messages);
        } else {
            SHOP.souk.deliver(messages);
        }
    }

    private static CheckoutCart withToken(CheckoutCart command, String token) {
        return new CheckoutCart(
                command.cartId(), command.quoteId(), command.quoteHash(), null, null, null, token, null, null, null,
                null, command.by());
    }

    @Test
    void a_checkout_locks_the_cart_and_tells_all_that_others_need() {
        var cart = SHOP.aFullCart();
        done(SHOP.souk.handle(new ApplyCouponToCart(cart, "half", null, SHOP.me())));
        var quote = SHOP.shown(cart, SHOP.me());

        var accepted = SHOP.checkOut(cart);

        var event = SHOP.souk.published(CartCheckedOut.class).stream()
                .filter(e -> e.cartId().equals(cart))
                .findFirst()
                .orElseThrow();
        assertThat(accepted.checkoutId())
                .isEqualTo(NameBasedId.of(cart, Long.toString(accepted.cartVersion())))
                .isEqualTo(event.checkoutId());
        assertThat(accepted.orderId()).isEqualTo(event.orderId());
        assertThat(accepted.customerId()).isEqualTo(SHOP.customer).isEqualTo(event.customerId());
        assertThat(event.items()).singleElement().satisfies(item -> {
            assertThat(item.name()).startsWith("Name of MUG");
            assertThat(item.quantity()).isEqualTo(2);
            assertThat(item.unitPrice()).isEqualTo(1000);
            assertThat(item.discount()).isEqualTo(1000);
            assertThat(item.net()).isEqualTo(1000);
        });
        assertThat(event.total()).isEqualTo(1500).isEqualTo(quote.total());
        assertThat(event.total())
                .isEqualTo(event.items().stream().mapToLong(CartCheckedOut.Item::net).sum()
                        + event.shipping()
                        + event.tax());
        assertThat(event.quoteHash()).isEqualTo(quote.quoteHash());
        assertThat(event.promotionCode()).isEqualTo("HALF");
        assertThat(event.promotions()).singleElement().satisfies(p -> assertThat(p.needsHold()).isTrue());
        assertThat(event.deliveryAddress()).isEqualTo(event.billingAddress());
        assertThat(event.deliveryAddress().subject()).contains(event.customerId());
        assertThat(TestPlatform.opened(event.deliveryAddress(), Address.class)).isEqualTo(HOME);
        assertThat(event.deliveryCountry()).isEqualTo("GB").isEqualTo(event.billingCountry());
        assertThat(event.cartVersion()).isEqualTo(accepted.cartVersion());
        assertThat(SHOP.souk.sent(RecordQuote.class))
                .filteredOn(c -> c.cartId().equals(cart))
                .singleElement()
                .satisfies(c -> assertThat(c.orderId()).isEqualTo(accepted.orderId()));
        assertThat(SHOP.see(cart).status()).isEqualTo("CHECKING_OUT");
    }

    @Test
    void a_checkout_names_the_points_that_its_price_counts_on() {
        var cart = SHOP.aFullCart();
        SHOP.points = 30;
        done(SHOP.souk.handle(new SetCartPoints(cart, 30, null, SHOP.me())));
        var seen = SHOP.checkingOut(cart, SHOP.me());
        SHOP.points = 10;
        assertThat(code(SHOP.souk.handle(seen))).isEqualTo("PRICE_CHANGED");
        SHOP.checkOut(cart);
        assertThat(SHOP.souk.published(CartCheckedOut.class)).filteredOn(e -> e.cartId().equals(cart))
                .singleElement().satisfies(e -> assertThat(e.points()).isEqualTo(new CartCheckedOut.Points(10, 100)));
        SHOP.points = 0;
    }

    @Test
    void a_locked_cart_takes_neither_changes_nor_a_second_checkout() {
        var cart = SHOP.aFullCart();
        var again = SHOP.checkingOut(cart, SHOP.me());
        SHOP.checkOut(cart);

        assertThat(code(SHOP.souk.handle(again))).isEqualTo("CHECKOUT_IN_PROGRESS");
        assertThat(code(SHOP.souk.handle(adding(cart, SHOP.aProduct("LATE", 1), 1, SHOP.me())))).isEqualTo("CART_LOCKED");
        assertThat(code(SHOP.souk.handle(new ClearCart(cart, null, SHOP.me())))).isEqualTo("CART_LOCKED");
    }

    @Test
    void of_eight_checkouts_at_once_one_is_made() throws Exception {
        var cart = SHOP.aFullCart();
        var command = SHOP.checkingOut(cart, SHOP.me());
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<String> attempt = () -> code(SHOP.souk.handle(command));
            var codes = new ArrayList<String>();
            for (var future : threads.invokeAll(Collections.nCopies(8, attempt))) {
                codes.add(future.get());
            }
            assertThat(codes).filteredOn("CHECKOUT_IN_PROGRESS"::equals).hasSize(7);
        }
        assertThat(SHOP.souk.published(CartCheckedOut.class)).filteredOn(e -> e.cartId().equals(cart)).hasSize(1);
    }

    @Test
    void another_price_than_the_one_shown_is_not_charged() {
        var cart = SHOP.aFullCart();
        var seen = SHOP.checkingOut(cart, SHOP.me());
        SHOP.prices.put(SHOP.see(cart).lines().getFirst().productId(), 1001L);

        var outcome = SHOP.souk.handle(seen);

        assertThat(code(outcome)).isEqualTo("PRICE_CHANGED");
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                assertThat(refused.reason().extra().get("quote"))
                        .isInstanceOfSatisfying(Quote.class, q -> assertThat(q.total()).isEqualTo(2502)));
        assertThat(SHOP.see(cart).status()).isEqualTo("ACTIVE");
        SHOP.checkOut(cart);
    }

    @Test
    void what_is_missing_or_must_not_be_sent_is_named() {
        var empty = SHOP.aCart();
        SHOP.deliverHome(empty, SHOP.me(), null);
        var homeless = SHOP.aCart();
        SHOP.add(homeless, SHOP.aProduct("HOMELESS", 100), 1);
        var full = SHOP.checkingOut(SHOP.aFullCart(), SHOP.me());

        assertThat(code(SHOP.souk.handle(SHOP.checkingOut(empty, SHOP.me())))).isEqualTo("CART_EMPTY");
        assertThat(code(SHOP.souk.handle(SHOP.checkingOut(homeless, SHOP.me())))).isEqualTo("DELIVERY_REQUIRED");
        assertThat(code(SHOP.souk.handle(withToken(full, "4242 4242 4242 4242")))).isEqualTo("CARD_DATA_REFUSED");
        assertThat(code(SHOP.souk.handle(new CheckoutCart(
                        UUID.randomUUID(), full.quoteId(), full.quoteHash(), null, null, null, "tok", null, null, null,
                        null, SHOP.me()))))
                .isEqualTo("UNKNOWN_CART");
    }

    @Test
    void what_is_not_sold_any_more_has_to_be_removed_first() {
        var cart = SHOP.aFullCart();
        var gone = SHOP.aProduct("GONE", 100);
        SHOP.add(cart, gone, 1);
        SHOP.souk.deliver(new ProductDiscontinued(gone, "GONE", "RECALL", null, Instant.EPOCH));
        SHOP.souk.deliver(new ProductDiscontinued(gone, "GONE", "RECALL", null, Instant.EPOCH));
        SHOP.catalogue.remove(gone);

        var outcome = SHOP.souk.handle(SHOP.checkingOut(cart, SHOP.me()));

        assertThat(code(outcome)).isEqualTo("NOT_FOR_SALE");
        assertThat(SHOP.see(cart).lines()).extracting(GetCart.Line::discontinued).containsExactly(false, true);
    }

    @Test
    void a_guest_gives_an_e_mail_address_and_keeps_one_customer_id() {
        var token = guest("guest-checkout");
        var cart = SHOP.aGuestCart("guest-checkout");
        done(SHOP.souk.handle(adding(cart, SHOP.aProduct("G", 100), 1, token)));
        SHOP.deliverHome(cart, token, null);
        assertThat(code(SHOP.souk.handle(SHOP.checkingOut(cart, token)))).isEqualTo("EMAIL_REQUIRED");

        SHOP.deliverHome(cart, token, "ada@example.org");
        var first = done(SHOP.souk.handle(SHOP.checkingOut(cart, token)));
        SHOP.souk.deliver(failed(cart, first, "PAYMENT_FAILED"));
        var second = done(SHOP.souk.handle(SHOP.checkingOut(cart, token)));

        assertThat(second.customerId()).isEqualTo(first.customerId());
        assertThat(second.checkoutId()).isNotEqualTo(first.checkoutId());
        assertThat(second.orderId()).isNotEqualTo(first.orderId());
        var told = SHOP.souk.published(CartCheckedOut.class).getLast();
        assertThat(TestPlatform.opened(Objects.requireNonNull(told.email()), String.class)).isEqualTo("ada@example.org");
    }

    @Test
    void the_sales_desk_checks_out_a_walk_in_customer_at_negotiated_prices() {
        var cart = SHOP.aDeskCart(null);
        done(SHOP.souk.handle(new AddItemToCart(cart, SHOP.aProduct("W", 100), null, 5000, 85L, null, DESK)));
        SHOP.deliverHome(cart, DESK, null);

        done(SHOP.souk.handle(SHOP.checkingOut(cart, DESK)));

        var event = SHOP.souk.published(CartCheckedOut.class).getLast();
        assertThat(event.total()).isEqualTo(5000 * 85 + 500);
        assertThat(event.channel()).isEqualTo("BACK_OFFICE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_order_converts_its_cart_and_no_other(boolean oneByOne) {
        var carts = List.of(SHOP.aFullCart(), SHOP.aFullCart());
        var accepted = carts.stream().map(SHOP::checkOut).toList();
        var unrelated = SHOP.aFullCart();
        var foreign = new CheckoutCart.Accepted(UUID.randomUUID(), UUID.randomUUID(), SHOP.customer, 1);

        deliver(
                oneByOne,
                ordered(carts.get(0), accepted.get(0)),
                ordered(unrelated, foreign),
                ordered(carts.get(1), accepted.get(1)),
                ordered(carts.get(1), accepted.get(1)));

        assertThat(SHOP.souk.published(CartConvertedToOrder.class))
                .filteredOn(e -> carts.contains(e.cartId()))
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.lines()).isEqualTo(1));
        carts.forEach(cart -> assertThat(SHOP.souk.ask(new GetCart(cart, SHOP.me()))).isEmpty());
        assertThat(linesOf(carts)).isZero();
        assertThat(SHOP.see(unrelated).status()).isEqualTo("ACTIVE");
    }

    @Test
    void an_ordered_cart_is_remembered_for_its_owner_and_never_opened_again() {
        var cart = SHOP.aFullCart();
        var again = SHOP.checkingOut(cart, SHOP.me());
        var accepted = SHOP.checkOut(cart);
        SHOP.souk.deliver(ordered(cart, accepted));
        var stranger = new CartAccess(UUID.randomUUID(), null, false);

        var reopened = SHOP.souk.handle(new CreateCart(cart, "GBP", "WEB", SHOP.customer, null, SHOP.me()));

        assertThat(code(reopened)).isEqualTo("CART_ORDERED");
        assertThat(reopened).isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                assertThat(refused.reason().extra()).containsEntry("orderId", accepted.orderId()));
        assertThat(code(SHOP.souk.handle(again))).isEqualTo("CART_ORDERED");
        assertThat(code(SHOP.souk.handle(new CreateCart(cart, "GBP", "WEB", null, "x", stranger))))
                .isEqualTo("CART_EXISTS");
        assertThat(code(SHOP.souk.handle(new ClearCart(cart, null, stranger)))).isEqualTo("UNKNOWN_CART");
        SHOP.souk.clock().advance(Duration.ofDays(91));
        SHOP.souk.sweep("closed-carts");
        assertThat(code(SHOP.souk.handle(again))).isEqualTo("UNKNOWN_CART");
    }

    private static long linesOf(List<UUID> carts) {
        return SHOP.souk.read(tx -> tx.sql("select count(*) as n from cart_lines where cart_id = any(?)")
                .array("uuid", carts)
                .one(row -> row.bigint("n")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_failed_checkout_opens_the_cart_with_what_was_short_marked(boolean oneByOne) {
        var cart = SHOP.aFullCart();
        var scarce = SHOP.aProduct("SCARCE-" + cart, 100);
        SHOP.add(cart, scarce, 7);
        var accepted = SHOP.checkOut(cart);
        SHOP.stock.put("SCARCE-" + cart, 3L);
        var failure = failed(cart, accepted, "OUT_OF_STOCK", new CheckoutFailed.Unavailable("SCARCE-" + cart, 7, 3));

        deliver(oneByOne, failure, failure);

        assertThat(SHOP.souk.published(CartReopened.class))
                .filteredOn(e -> e.cartId().equals(cart))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo("OUT_OF_STOCK");
                    assertThat(e.unavailableItems()).hasSize(1);
                });
        var seen = SHOP.see(cart);
        assertThat(seen.status()).isEqualTo("ACTIVE");
        assertThat(seen.reopened()).isEqualTo("OUT_OF_STOCK");
        assertThat(seen.lines()).extracting(GetCart.Line::unavailable).containsExactly(false, true);
        assertThat(seen.lines().get(1).available()).isEqualTo(3);
        SHOP.stock.put("SCARCE-" + cart, 30L);
        assertThat(SHOP.see(cart).lines()).extracting(GetCart.Line::unavailable).containsExactly(false, false);
        assertThat(SHOP.checkOut(cart).checkoutId()).isNotEqualTo(accepted.checkoutId());
    }

    @Test
    void a_failure_of_an_earlier_checkout_leaves_the_present_one_alone() {
        var cart = SHOP.aFullCart();
        var first = SHOP.checkOut(cart);
        SHOP.souk.deliver(failed(cart, first, "PAYMENT_FAILED"));
        SHOP.checkOut(cart);

        SHOP.souk.deliver(failed(cart, first, "PAYMENT_FAILED"));

        assertThat(SHOP.see(cart).status()).isEqualTo("CHECKING_OUT");
    }

    @Test
    void the_watchdog_asks_what_became_of_a_checkout_and_guesses_nothing() {
        var carts = IntStream.range(0, 4).mapToObj(_ -> SHOP.aFullCart()).toList();
        var ids = carts.stream().map(cart -> SHOP.checkOut(cart).checkoutId()).toList();
        SHOP.checkouts.put(ids.get(0), state(ids.get(0), "COMPLETED", null));
        SHOP.checkouts.put(ids.get(1), state(ids.get(1), "FAILED", "FRAUD"));
        SHOP.checkouts.put(ids.get(2), state(ids.get(2), "PENDING", null));

        SHOP.souk.clock().advance(Duration.ofMinutes(21));
        SHOP.souk.sweep("locked-carts");

        assertThat(SHOP.souk.ask(new GetCart(carts.get(0), SHOP.me()))).isEmpty();
        assertThat(SHOP.souk.published(CartConvertedToOrder.class).getLast().total()).isEqualTo(2500);
        assertThat(SHOP.see(carts.get(1)).reopened()).isEqualTo("FRAUD");
        assertThat(SHOP.see(carts.get(2)).status()).isEqualTo("CHECKING_OUT");
        assertThat(SHOP.see(carts.get(3)).status()).isEqualTo("CHECKING_OUT");
        SHOP.souk.clock().advance(Duration.ofHours(24));
        SHOP.souk.sweep("locked-carts");
        assertThat(SHOP.see(carts.get(2)).status()).isEqualTo("CHECKING_OUT");
        assertThat(SHOP.see(carts.get(3)).reopened()).isEqualTo("TIMEOUT");
    }

    @Test
    void reopening_by_hand_waits_for_the_end_of_the_checkout() {
        var cart = SHOP.aFullCart();
        var checkout = SHOP.checkOut(cart).checkoutId();
        var reopen = new ReopenCart(cart, checkout, "CANCELLED");
        SHOP.checkouts.put(checkout, state(checkout, "PENDING", null));

        assertThat(code(SHOP.souk.handle(reopen))).isEqualTo("CHECKOUT_ALIVE");
        SHOP.checkouts.put(checkout, state(checkout, "FAILED", "CANCELLED"));
        assertThat(done(SHOP.souk.handle(reopen)).fresh()).isTrue();
        assertThat(done(SHOP.souk.handle(reopen)).fresh()).isFalse();
        assertThat(SHOP.see(cart).status()).isEqualTo("ACTIVE");
    }

    @Test
    void the_versions_of_a_carts_events_have_no_gap() {
        var cart = SHOP.aFullCart();
        SHOP.souk.deliver(failed(cart, SHOP.checkOut(cart), "PAYMENT_FAILED"));
        SHOP.souk.deliver(ordered(cart, SHOP.checkOut(cart)));

        var versions = SHOP.souk.read(tx -> tx.sql(
                        "select aggregate_version from journal where key = ? and target is null order by position")
                .params(cart.toString())
                .list(row -> row.bigint("aggregate_version")));
        assertThat(versions).containsExactlyElementsOf(Arrays.asList(1L, 2L, 3L, 4L, 5L, 6L, 7L));
    }

    @Test
    void a_stranger_cannot_check_out() {
        var cart = SHOP.aFullCart();
        var mine = SHOP.checkingOut(cart, SHOP.me());
        var stranger = new CheckoutCart(
                cart, mine.quoteId(), mine.quoteHash(), null, null, null, "tok", null, null, null, null,
                new CartAccess(UUID.randomUUID(), null, false));

        assertThat(code(SHOP.souk.handle(stranger))).isEqualTo("UNKNOWN_CART");
    }

    @Test
    void the_cart_knows_for_a_while_which_checkouts_it_has_started() {
        try (var shop = new Shop()) {
            var nobodys = UUID.randomUUID();
            assertThat(shop.souk.ask(new GetStartedCheckout(nobodys))).isEqualTo(Start.UNCERTAIN);
            shop.souk.clock().advance(Duration.ofMinutes(2));
            var cart = shop.aFullCart();
            var accepted = shop.checkOut(cart);
            assertThat(shop.souk.ask(new GetStartedCheckout(accepted.checkoutId()))).isEqualTo(Start.STARTED);
            assertThat(shop.souk.ask(new GetStartedCheckout(nobodys))).isEqualTo(Start.UNKNOWN);
        }
    }
}
