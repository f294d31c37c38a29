package dev.souk.cart;

import static dev.souk.cart.Shop.adding;
import static dev.souk.cart.Shop.code;
import static dev.souk.cart.Shop.done;
import static dev.souk.cart.Shop.guest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.cart.CartAbandoned;
import dev.souk.contracts.cart.CartExpired;
import dev.souk.contracts.cart.GetCart;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleCartsTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    private void after(Duration idle) {
        shop.souk.clock().advance(idle);
        shop.souk.sweep("idle-carts");
    }

    @Test
    void an_idle_cart_is_remembered_three_times_then_expires_and_is_purged() {
        var cart = shop.aFullCart();

        after(Duration.ofMinutes(59));
        assertThat(shop.souk.published(CartAbandoned.class)).isEmpty();
        after(Duration.ofMinutes(1));
        after(Duration.ofMinutes(1));
        after(Duration.ofHours(23));
        after(Duration.ofDays(2));
        after(Duration.ofHours(1));

        assertThat(shop.souk.published(CartAbandoned.class)).extracting(CartAbandoned::reminder).containsExactly(1, 2, 3);
        assertThat(shop.souk.published(CartAbandoned.class)).allSatisfy(event -> {
            assertThat(event.total()).isEqualTo(2000);
            assertThat(event.items()).hasSize(1);
            assertThat(event.customerId()).isEqualTo(shop.customer);
        });
        after(Duration.ofDays(4));
        assertThat(shop.souk.published(CartExpired.class)).hasSize(1);
        assertThat(shop.see(cart).status()).isEqualTo("EXPIRED");
        assertThat(code(shop.souk.handle(adding(cart, shop.aProduct("LATE", 1), 1, shop.me())))).isEqualTo("CART_EXPIRED");
        shop.souk.clock().advance(Duration.ofDays(89));
        assertThat(shop.souk.sweep("closed-carts")).isZero();
        shop.souk.clock().advance(Duration.ofDays(1));
        assertThat(shop.souk.sweep("closed-carts")).isEqualTo(1);
        assertThat(shop.souk.ask(new GetCart(cart, shop.me()))).isEmpty();
    }

    @Test
    void activity_begins_a_new_count_without_being_noticed_late() {
        var cart = shop.aFullCart();
        after(Duration.ofHours(1));
        shop.souk.clock().advance(Duration.ofHours(1));
        shop.add(cart, shop.aProduct("BACK", 100), 1);

        after(Duration.ofMinutes(59));
        assertThat(shop.souk.published(CartAbandoned.class)).hasSize(1);
        after(Duration.ofMinutes(1));

        assertThat(shop.souk.published(CartAbandoned.class)).extracting(CartAbandoned::reminder).containsExactly(1, 1);
    }

    @Test
    void after_a_long_standstill_one_reminder_goes_out_and_not_three() {
        shop.aFullCart();

        after(Duration.ofHours(80));

        assertThat(shop.souk.published(CartAbandoned.class)).extracting(CartAbandoned::reminder).containsExactly(3);
    }

    @Test
    void nobody_is_reminded_of_nothing_or_without_an_address() {
        shop.aCart();
        var nameless = shop.aGuestCart("nameless");
        done(shop.souk.handle(adding(nameless, shop.aProduct("N", 1), 1, guest("nameless"))));
        var named = shop.aGuestCart("named");
        done(shop.souk.handle(adding(named, shop.aProduct("M", 1), 1, guest("named"))));
        shop.deliverHome(named, guest("named"), "ada@example.org");

        after(Duration.ofHours(2));

        assertThat(shop.souk.published(CartAbandoned.class)).extracting(CartAbandoned::cartId).containsExactly(named);
        after(Duration.ofDays(7));
        assertThat(shop.souk.published(CartExpired.class)).hasSize(3);
    }

    @Test
    void a_cart_that_is_being_checked_out_does_not_expire() {
        var cart = shop.aFullCart();
        shop.checkOut(cart);

        after(Duration.ofDays(8));

        assertThat(shop.see(cart).status()).isEqualTo("CHECKING_OUT");
    }
}
