package dev.souk.cart.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.cart.Shop;
import dev.souk.contracts.Address;
import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.contracts.cart.CartCreated;
import dev.souk.contracts.cart.ItemAddedToCart;
import dev.souk.contracts.cart.ItemChanged;
import dev.souk.platform.route.Caller;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The requests of several shoppers in one transaction do what each would have done alone.
class TogetherTest {
    private static final Shop SHOP = new Shop();
    private final Caller me = TestPlatform.customer(SHOP.customer);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private TestPlatform.Asking adding(UUID cart, UUID product, int quantity, Map<String, String> headers) {
        return new TestPlatform.Asking(
                me, "/carts/" + cart + "/items", new Request.Item(product, null, quantity, null, null), headers);
    }

    private static ItemChanged changed(@Nullable TestAnswer answer) {
        return (ItemChanged) Objects.requireNonNull(Objects.requireNonNull(answer).body());
    }

    private static @Nullable String token(@Nullable TestAnswer answer) {
        return ((CartOpened) Objects.requireNonNull(Objects.requireNonNull(answer).body())).cartToken();
    }

    @Test
    void many_carts_get_their_item_in_one_statement() {
        var mug = SHOP.aProduct("TOGETHER", 250);
        var carts = Stream.generate(SHOP::aCart).limit(5).toList();

        var answers = SHOP.souk.callTogether(
                "POST", carts.stream().map(cart -> adding(cart, mug, 2, Map.of())).toList());

        assertThat(answers).extracting(TogetherTest::changed).allSatisfy(done -> {
            assertThat(done.version()).isEqualTo(2);
            assertThat(done.quantity()).isEqualTo(2);
        });
        assertThat(answers).extracting(answer -> changed(answer).cartId()).isEqualTo(carts);
        assertThat(SHOP.souk.published(ItemAddedToCart.class))
                .filteredOn(event -> carts.contains(event.cartId()))
                .extracting(ItemAddedToCart::cartId)
                .isEqualTo(carts);
        assertThat(carts).allSatisfy(cart -> assertThat(SHOP.see(cart).lines()).hasSize(1));
    }

    @Test
    void what_something_speaks_against_is_left_alone_and_the_others_go_on() {
        var mug = SHOP.aProduct("MIXED", 250);
        var good = SHOP.aCart();
        var full = SHOP.aCart();
        var stale = SHOP.aCart();
        SHOP.add(full, mug, 99);

        var answers = SHOP.souk.callTogether(
                "POST",
                List.of(
                        adding(full, mug, 1, Map.of()),
                        adding(UUID.randomUUID(), mug, 1, Map.of()),
                        adding(stale, mug, 1, Map.of("If-Match", "\"7\"")),
                        adding(good, UUID.randomUUID(), 1, Map.of()),
                        adding(good, mug, 0, Map.of()),
                        adding(good, mug, 3, Map.of())));

        assertThat(answers.subList(0, 5)).containsOnlyNulls();
        assertThat(changed(answers.get(5)).quantity()).isEqualTo(3);
        assertThat(SHOP.see(good).lines()).singleElement().satisfies(line -> assertThat(line.quantity()).isEqualTo(3));
        assertThat(SHOP.see(full).version()).isEqualTo(2);
        assertThat(SHOP.see(stale).version()).isEqualTo(1);
    }

    @Test
    void carts_are_opened_together_and_of_two_with_one_id_the_first() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();

        var answers = SHOP.souk.callTogether(
                "POST", Stream.of(first, second, first).map(TogetherTest::opening).toList());

        assertThat(answers.get(2)).isNull();
        assertThat(answers.subList(0, 2)).extracting(TogetherTest::token).doesNotContainNull();
        assertThat(SHOP.souk.published(CartCreated.class)).extracting(CartCreated::cartId).contains(first, second);
    }

    private static TestPlatform.Asking opening(UUID id) {
        return new TestPlatform.Asking(Caller.GUEST, "/carts", new Request.NewCart(id, "GBP", null, null), Map.of());
    }

    private TestPlatform.Asking delivering(UUID cart, String name) {
        var to = new Request.To(name, "1 Main St", null, "Leeds", null, "LS1 1AA", "GB", null);
        return new TestPlatform.Asking(
                me, "/carts/" + cart + "/delivery", new Request.Delivery(to, "standard", null, null), Map.of());
    }

    private TestPlatform.Asking checkingOut(UUID cart) {
        var quote = SHOP.shown(cart, SHOP.me());
        var body = new Request.Checkout(
                quote.quoteId(), quote.quoteHash(), null, null, null, "tok_visa", null, null, null, null);
        return new TestPlatform.Asking(me, "/carts/" + cart + "/checkout", body, Map.of());
    }

    @Test
    void every_cart_gets_its_own_delivery_and_its_own_checkout() {
        var mug = SHOP.aProduct("OUT", 250);
        var carts = Stream.generate(SHOP::aCart).limit(3).toList();
        carts.forEach(cart -> SHOP.add(cart, mug, 1));

        var delivered = SHOP.souk.callTogether(
                "PUT", List.of(delivering(carts.get(0), "Ann"), delivering(carts.get(1), "Bob"), delivering(UUID.randomUUID(), "Eve")));
        assertThat(delivered.subList(0, 2)).doesNotContainNull();
        assertThat(delivered.get(2)).isNull();

        var started = SHOP.souk.callTogether("POST", carts.stream().map(this::checkingOut).toList());
        assertThat(started.get(2)).as("no delivery yet").isNull();
        assertThat(started.subList(0, 2)).doesNotContainNull();
        var told = SHOP.souk.published(CartCheckedOut.class).stream()
                .filter(event -> carts.contains(event.cartId()))
                .toList();
        assertThat(told).extracting(event -> TestPlatform.opened(event.deliveryAddress(), Address.class).recipientName()).containsExactly("Ann", "Bob");
        assertThat(told).extracting(CartCheckedOut::cartId).containsExactly(carts.get(0), carts.get(1));
        assertThat(SHOP.see(carts.get(0)).status()).isEqualTo("CHECKING_OUT");
        assertThat(SHOP.see(carts.get(2)).status()).isEqualTo("ACTIVE");
    }
}
