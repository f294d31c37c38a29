package dev.souk.cart.http;

import static dev.souk.cart.Shop.HOME;
import static dev.souk.cart.Shop.done;
import static dev.souk.cart.Shop.guest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.cart.Shop;
import dev.souk.contracts.Address;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a shopper tells of themselves is under their key.
class SealedAddressTest {
    private static final Shop SHOP = new Shop();
    private static final Address AWAY = new Address("Ada L", "2 Side St", null, "York", null, "YO1 7HH", "GB", "+44 1904");

    @AfterAll
    static void stop() {
        SHOP.close();
    }

    private static String row(UUID cart) {
        return SHOP.souk.read(tx -> tx.sql("select c::text as row from carts c where id = ?").params(cart).one(r -> r.text("row")));
    }

    private static UUID person(UUID cart) {
        return SHOP.souk.read(tx -> tx.sql("select address from carts where id = ?")
                .params(cart)
                .one(r -> new Sealed<Address>(r.text("address")).subject().orElseThrow()));
    }

    @Test
    void no_row_says_where_anybody_lives() {
        var cart = SHOP.aGuestCart("token");
        SHOP.deliverHome(cart, guest("token"), "ada@example.org");
        assertThat(row(cart)).contains("s1.").doesNotContain("Ada").doesNotContain("Main St").doesNotContain("ada@");
    }

    @Test
    void a_guest_has_one_key_from_the_first_address_to_the_order() {
        var cart = SHOP.aGuestCart("token");
        SHOP.deliverHome(cart, guest("token"), "ada@example.org");
        var first = person(cart);
        done(SHOP.souk.handle(new SetCartDelivery(cart, AWAY, "EXPRESS", null, null, guest("token"))));
        assertThat(person(cart)).isEqualTo(first);
        var seen = SHOP.souk.ask(new GetCart(cart, guest("token"))).orElseThrow();
        assertThat(seen.delivery()).isEqualTo(new GetCart.Delivery(AWAY, "EXPRESS", "ada@example.org"));
    }

    @Test
    void a_customers_address_is_under_the_customers_key_whoever_types_it() {
        var cart = SHOP.aCart();
        SHOP.deliverHome(cart, SHOP.me(), null);
        assertThat(person(cart)).isEqualTo(SHOP.me().subject());
        SHOP.deliverHome(cart, Shop.DESK, null);
        assertThat(person(cart)).isEqualTo(SHOP.me().subject());
    }

    @Test
    void staff_sees_a_cart_without_the_person() {
        var cart = SHOP.aCart();
        SHOP.deliverHome(cart, SHOP.me(), "ada@example.org");
        var seen = (GetCart.Cart) Objects.requireNonNull(SHOP.souk
                .call(TestPlatform.staff(Role.SUPPORT), "GET", "/carts/" + cart, null)
                .body());
        var to = Objects.requireNonNull(seen.delivery());
        assertThat(to.email()).isEqualTo("a***@e***.org");
        assertThat(Objects.requireNonNull(to.address()).recipientName()).isEqualTo("A. L.");
        assertThat(to.address().line1()).isEqualTo("***");
        assertThat(to.address().countryCode()).isEqualTo("GB");
    }

    @Test
    void an_erased_customer_leaves_an_empty_place_and_is_not_taken_in_again() {
        var ada = UUID.randomUUID();
        var me = new Caller(ada, java.util.Set.of(Role.CUSTOMER));
        var cart = SHOP.souk.call(me, "POST", "/carts", new Request.NewCart(null, "GBP", null, null)).body(CartOpened.class).cartId();
        var home = new Request.To("Ada L", "1 Main St", null, "Leeds", null, "LS1", "GB", null);
        var there = new Request.Delivery(home, "STANDARD", "ada@example.org", null);
        assertThat(SHOP.souk.call(me, "PUT", "/carts/" + cart + "/delivery", there).status()).isEqualTo(200);
        SHOP.souk.vault().destroy(ada);
        var seen = (GetCart.Cart) Objects.requireNonNull(
                SHOP.souk.call(me, "GET", "/carts/" + cart, null).body());
        assertThat(seen.delivery()).isEqualTo(new GetCart.Delivery(Address.erased("GB"), "STANDARD", null));
        assertThat(SHOP.souk.call(me, "PUT", "/carts/" + cart + "/delivery", there).code()).isEqualTo("CUSTOMER_ERASED");
    }
}
