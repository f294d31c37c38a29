package dev.souk.cart;

import static dev.souk.cart.Shop.DESK;
import static dev.souk.cart.Shop.HOME;
import static dev.souk.cart.Shop.adding;
import static dev.souk.cart.Shop.code;
import static dev.souk.cart.Shop.done;
import static dev.souk.cart.Shop.guest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.cart.ApplyCouponToCart;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.cart.CartCleared;
import dev.souk.contracts.cart.CartCouponRemoved;
import dev.souk.contracts.cart.CartDeliverySet;
import dev.souk.contracts.cart.CartItemQuantityChanged;
import dev.souk.contracts.cart.CartMerged;
import dev.souk.contracts.cart.ChangeCartItemQuantity;
import dev.souk.contracts.cart.ClearCart;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.GetMyCart;
import dev.souk.contracts.cart.ItemRemovedFromCart;
import dev.souk.contracts.cart.MergeCarts;
import dev.souk.contracts.cart.RemoveCouponFromCart;
import dev.souk.contracts.cart.RemoveItemFromCart;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.promotion.PromotionExpired;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ChangeCartTest {
    private static final Shop SHOP = new Shop();

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static ChangeCartItemQuantity setting(UUID cart, UUID line, int quantity) {
        return new ChangeCartItemQuantity(cart, line, quantity, null, SHOP.me());
    }

    @Test
    void a_quantity_is_set_and_zero_removes_the_line() {
        var cart = SHOP.aCart();
        var line = SHOP.add(cart, SHOP.aProduct("SET", 100), 2).lineId();

        assertThat(done(SHOP.souk.handle(setting(cart, line, 7))).quantity()).isEqualTo(7);
        assertThat(SHOP.souk.published(CartItemQuantityChanged.class).getLast())
                .satisfies(e -> assertThat(e.from()).isEqualTo(2))
                .satisfies(e -> assertThat(e.to()).isEqualTo(7));
        assertThat(code(SHOP.souk.handle(setting(cart, line, 100)))).isEqualTo("QUANTITY_LIMIT");
        assertThat(code(SHOP.souk.handle(setting(cart, line, -1)))).isEqualTo("INVALID_QUANTITY");
        assertThat(code(SHOP.souk.handle(setting(cart, UUID.randomUUID(), 1)))).isEqualTo("UNKNOWN_LINE");
        assertThat(done(SHOP.souk.handle(setting(cart, line, 0))).lines()).isZero();
        assertThat(SHOP.souk.published(ItemRemovedFromCart.class).getLast().quantity()).isEqualTo(7);
        assertThat(SHOP.see(cart).lines()).isEmpty();
    }

    @Test
    void a_product_is_removed_in_part_or_as_a_whole() {
        var cart = SHOP.aDeskCart(SHOP.customer);
        var mug = SHOP.aProduct("PART", 100);
        done(SHOP.souk.handle(new AddItemToCart(cart, mug, null, 4, 90L, null, DESK)));
        done(SHOP.souk.handle(new AddItemToCart(cart, mug, null, 4, 80L, null, DESK)));

        done(SHOP.souk.handle(new RemoveItemFromCart(cart, mug, null, 5, null, DESK)));
        assertThat(SHOP.see(cart).lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(3);
            assertThat(line.unitPrice()).isEqualTo(80);
        });
        assertThat(code(SHOP.souk.handle(new RemoveItemFromCart(cart, mug, null, 0, null, DESK))))
                .isEqualTo("INVALID_QUANTITY");
        done(SHOP.souk.handle(new RemoveItemFromCart(cart, mug, null, null, null, DESK)));
        assertThat(SHOP.see(cart).lines()).isEmpty();
        assertThat(code(SHOP.souk.handle(new RemoveItemFromCart(cart, mug, null, null, null, DESK))))
                .isEqualTo("UNKNOWN_LINE");
    }

    @Test
    void a_cart_is_emptied_once() {
        var cart = SHOP.aFullCart();

        assertThat(done(SHOP.souk.handle(new ClearCart(cart, null, SHOP.me()))).fresh()).isTrue();
        assertThat(done(SHOP.souk.handle(new ClearCart(cart, null, SHOP.me()))).fresh()).isFalse();
        assertThat(SHOP.souk.published(CartCleared.class)).filteredOn(e -> e.cartId().equals(cart)).hasSize(1);
    }

    @Test
    void a_delivery_is_set_at_once_or_in_parts() {
        var cart = SHOP.aCart();

        done(SHOP.souk.handle(new SetCartDelivery(cart, HOME, null, null, null, SHOP.me())));
        done(SHOP.souk.handle(new SetCartDelivery(cart, null, "STANDARD", null, null, SHOP.me())));
        done(SHOP.souk.handle(new SetCartDelivery(cart, null, null, "ada@example.org", null, SHOP.me())));
        done(SHOP.souk.handle(new SetCartDelivery(cart, HOME, "EXPRESS", null, 4L, SHOP.me())));

        var expected = new GetCart.Delivery(HOME, "EXPRESS", "ada@example.org");
        assertThat(SHOP.see(cart).delivery()).isEqualTo(expected);
        assertThat(SHOP.see(cart).version()).isEqualTo(5);
        assertThat(SHOP.souk.published(CartDeliverySet.class).getLast().country()).isEqualTo("GB");
        assertThat(code(SHOP.souk.handle(new SetCartDelivery(cart, HOME, "EXPRESS", null, 4L, SHOP.me()))))
                .isEqualTo("STALE_VERSION");
        assertThat(code(SHOP.souk.handle(new SetCartDelivery(cart, HOME, "EXPRESS", null, null, guest("x")))))
                .isEqualTo("UNKNOWN_CART");
    }

    @Test
    void a_code_is_taken_only_if_it_applies() {
        var cart = SHOP.aFullCart();

        assertThat(code(SHOP.souk.handle(new ApplyCouponToCart(cart, "NOPE", null, SHOP.me()))))
                .isEqualTo("COUPON_REJECTED");
        assertThat(code(SHOP.souk.handle(new ApplyCouponToCart(SHOP.aCart(), "HALF", null, SHOP.me()))))
                .isEqualTo("CART_EMPTY");
        assertThat(done(SHOP.souk.handle(new ApplyCouponToCart(cart, "half", null, SHOP.me()))).fresh()).isTrue();
        assertThat(done(SHOP.souk.handle(new ApplyCouponToCart(cart, "HALF", null, SHOP.me()))).fresh()).isFalse();
        assertThat(SHOP.see(cart).totals()).satisfies(t -> assertThat(t.total()).isEqualTo(1500));
        assertThat(done(SHOP.souk.handle(new RemoveCouponFromCart(cart, null, SHOP.me()))).fresh()).isTrue();
        assertThat(done(SHOP.souk.handle(new RemoveCouponFromCart(cart, null, SHOP.me()))).fresh()).isFalse();
        assertThat(SHOP.see(cart).promotionCode()).isNull();
    }

    @Test
    void the_code_of_an_ended_promotion_comes_off_open_carts_with_a_notice() {
        var open = SHOP.aFullCart();
        var checkingOut = SHOP.aFullCart();
        done(SHOP.souk.handle(new ApplyCouponToCart(open, "HALF", null, SHOP.me())));
        done(SHOP.souk.handle(new ApplyCouponToCart(checkingOut, "HALF", null, SHOP.me())));
        SHOP.checkOut(checkingOut);

        SHOP.souk.deliver(
                new PromotionExpired(UUID.randomUUID(), "HALF", Instant.EPOCH, "END_DATE"),
                new PromotionExpired(UUID.randomUUID(), null, Instant.EPOCH, "END_DATE"));
        SHOP.souk.sweep("lapsed-codes");

        assertThat(SHOP.see(open).promotionCode()).isNull();
        assertThat(SHOP.see(open).droppedCode()).isEqualTo("HALF");
        assertThat(SHOP.see(checkingOut).promotionCode()).isEqualTo("HALF");
        assertThat(SHOP.souk.published(CartCouponRemoved.class))
                .filteredOn(e -> e.cartId().equals(open))
                .singleElement()
                .satisfies(e -> assertThat(e.reason()).isEqualTo("PROMOTION_EXPIRED"));
        assertThat(SHOP.souk.sweep("lapsed-codes")).isZero();
    }

    @Test
    void a_guests_cart_goes_into_the_customers_once() {
        var mine = SHOP.aCart();
        var guests = SHOP.aGuestCart("merge");
        var both = SHOP.aProduct("BOTH", 100);
        SHOP.add(mine, both, 60);
        done(SHOP.souk.handle(adding(guests, both, 60, guest("merge"))));
        done(SHOP.souk.handle(adding(guests, SHOP.aProduct("NEW", 100), 2, guest("merge"))));
        var merge = new MergeCarts(mine, guests, SHOP.me(), new CartAccess(SHOP.customer, "merge", false));

        var first = done(SHOP.souk.handle(merge));
        var second = done(SHOP.souk.handle(merge));

        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(second.version()).isEqualTo(first.version());
        assertThat(SHOP.see(mine).lines()).extracting(GetCart.Line::quantity).containsExactly(99, 2);
        assertThat(SHOP.see(guests, guest("merge")).status()).isEqualTo("MERGED");
        assertThat(SHOP.see(guests, guest("merge")).lines()).isEmpty();
        assertThat(SHOP.souk.published(CartMerged.class)).filteredOn(e -> e.targetCartId().equals(mine)).hasSize(1);
        assertThat(code(SHOP.souk.handle(adding(guests, both, 1, guest("merge"))))).isEqualTo("CART_MERGED");
    }

    @Test
    void nobody_merges_a_cart_that_is_not_theirs() {
        var mine = SHOP.aCart();
        var guests = SHOP.aGuestCart("theirs");

        assertThat(code(SHOP.souk.handle(new MergeCarts(mine, guests, SHOP.me(), SHOP.me())))).isEqualTo("UNKNOWN_CART");
        assertThat(code(SHOP.souk.handle(new MergeCarts(guests, mine, SHOP.me(), SHOP.me())))).isEqualTo("UNKNOWN_CART");
        assertThat(code(SHOP.souk.handle(new MergeCarts(mine, mine, SHOP.me(), SHOP.me())))).isEqualTo("SAME_CART");
    }

    @Test
    void a_price_that_changed_since_is_flagged_and_shown() {
        var cart = SHOP.aCart();
        var mug = SHOP.aProduct("FLAG", 100);
        SHOP.add(cart, mug, 1);
        assertThat(SHOP.see(cart).lines()).extracting(GetCart.Line::priceChanged).containsExactly(false);

        SHOP.prices.put(mug, 120L);
        // the first event of a product in this journal is one that the copy, which was asked for, already contains
        SHOP.souk.deliver(Shop.created(mug, "FLAG", 100, "ACTIVE"));
        SHOP.souk.deliver(new dev.souk.contracts.product.ProductPriceChanged(
                mug, null, "FLAG", 100, 120, "GBP", Instant.EPOCH, "staff", null));

        assertThat(SHOP.see(cart).lines()).singleElement().satisfies(line -> {
            assertThat(line.priceChanged()).isTrue();
            assertThat(line.unitPrice()).isEqualTo(120);
            assertThat(line.addedPrice()).isEqualTo(100);
        });
    }

    @Test
    void what_has_run_out_is_flagged_until_it_is_back() {
        var cart = SHOP.aCart();
        SHOP.add(cart, SHOP.aProduct("RUN-OUT", 100), 2);
        SHOP.stock.put("RUN-OUT", 0L);
        assertThat(SHOP.see(cart).lines()).extracting(GetCart.Line::unavailable).containsExactly(false);

        SHOP.souk.deliver(
                new InventoryDepleted("RUN-OUT", UUID.randomUUID(), Instant.EPOCH),
                new InventoryDepleted("RUN-OUT", UUID.randomUUID(), Instant.EPOCH));

        assertThat(SHOP.see(cart).lines()).extracting(GetCart.Line::unavailable).containsExactly(true);
        SHOP.stock.put("RUN-OUT", 5L);
        assertThat(SHOP.see(cart).lines()).extracting(GetCart.Line::unavailable).containsExactly(false);
    }

    @Test
    void my_cart_is_the_one_used_last() {
        var shop = SHOP;
        var customer = UUID.randomUUID();
        assertThat(shop.souk.ask(new GetMyCart(customer))).isEmpty();
        var older = shop.aDeskCart(customer);
        shop.aDeskCart(customer);
        shop.souk.clock().advance(Duration.ofSeconds(1));
        done(shop.souk.handle(adding(older, shop.aProduct("LAST", 1), 1, DESK)));

        assertThat(shop.souk.ask(new GetMyCart(customer)).orElseThrow().cartId()).isEqualTo(older);
    }
}
