package dev.souk.cart.http;

import static dev.souk.platform.testkit.TestPlatform.customer;
import static dev.souk.platform.testkit.TestPlatform.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.cart.Shop;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.ItemChanged;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CartRoutesTest {
    private static final Shop SHOP = new Shop();
    private static final Caller DESK = staff(Role.SUPPORT);
    private static final Request.To HOME = new Request.To("Ada L", "1 Main St", null, "Leeds", null, "LS1", "GB", null);

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static TestAnswer call(Caller caller, String method, String path, @Nullable Object body) {
        return SHOP.souk.call(caller, method, path, body);
    }

    private static TestAnswer asGuest(String token, String method, String path, @Nullable Object body) {
        return SHOP.souk.call(Caller.GUEST, method, path, body, Map.of("Cart-Token", token));
    }

    private static CartOpened open(Caller caller) {
        return call(caller, "POST", "/carts", new Request.NewCart(null, "GBP", null, null)).body(CartOpened.class);
    }

    private static Request.Item item(UUID product, @Nullable Integer quantity) {
        return new Request.Item(product, null, quantity, null, null);
    }

    @Test
    void a_guest_buys_with_nothing_but_the_token() {
        var opened = open(Caller.GUEST);
        var token = String.valueOf(opened.cartToken());
        assertThat(token).hasSize(43);
        var cart = "/carts/" + opened.cartId();

        var added = asGuest(token, "POST", cart + "/items", item(SHOP.aProduct("G", 250), null));
        assertThat(added.body(ItemChanged.class).quantity()).isEqualTo(1);
        assertThat(added.headers()).containsEntry("ETag", "\"2\"");
        asGuest(token, "PUT", cart + "/delivery", new Request.Delivery(HOME, "STANDARD", "ada@example.org", null))
                .body(CartChanged.class);
        var quote = asGuest(token, "POST", cart + "/quote", null).body(Quote.class);
        assertThat(quote.total()).isEqualTo(750);
        var answer = asGuest(token, "POST", cart + "/checkout", checkout(quote));

        var started = answer.body(CheckoutStarted.class);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(started.statusUrl()).isEqualTo("/api/v1/checkouts/" + started.checkoutId());
        assertThat(answer.headers()).containsEntry("Location", started.statusUrl());
        assertThat(asGuest(token, "POST", cart + "/checkout", checkout(quote)).code()).isEqualTo("CHECKOUT_IN_PROGRESS");
    }

    private static Request.Checkout checkout(Quote quote) {
        return new Request.Checkout(
                quote.quoteId(), quote.quoteHash(), null, null, null, "tok_visa", null, "https://shop.example/back",
                "2026-01", null);
    }

    @Test
    void the_token_is_not_in_the_database() {
        var opened = open(Caller.GUEST);

        var stored = SHOP.souk.read(tx -> tx.sql("select token_hash from carts where id = ?")
                .params(opened.cartId())
                .one(row -> row.text("token_hash")));
        assertThat(stored).hasSize(43).isNotEqualTo(opened.cartToken());
    }

    @Test
    void without_the_token_or_as_somebody_else_there_is_no_such_cart() {
        var guests = "/carts/" + open(Caller.GUEST).cartId();
        var mine = "/carts/" + open(customer(SHOP.customer)).cartId();
        var product = SHOP.aProduct("X", 1);
        for (var cart : List.of(guests, mine)) {
            for (var caller : List.of(Caller.GUEST, customer(UUID.randomUUID()))) {
                assertThat(call(caller, "GET", cart, null).code()).isEqualTo("UNKNOWN_CART");
                assertThat(call(caller, "POST", cart + "/items", item(product, 1)).code()).isEqualTo("UNKNOWN_CART");
                assertThat(call(caller, "DELETE", cart + "/items", null).code()).isEqualTo("UNKNOWN_CART");
                assertThat(call(caller, "POST", cart + "/quote", null).code()).isEqualTo("UNKNOWN_CART");
            }
        }
        assertThat(asGuest("wrong", "GET", guests, null).code()).isEqualTo("UNKNOWN_CART");
        assertThat(call(customer(SHOP.customer), "GET", mine, null).body(GetCart.Cart.class).status())
                .isEqualTo("ACTIVE");
    }

    @Test
    void a_chosen_id_is_taken_once_and_answered_again_only_to_its_owner() {
        var id = UUID.randomUUID();
        var wanted = new Request.NewCart(id, "GBP", "API", null);
        var me = customer(SHOP.customer);

        assertThat(call(me, "POST", "/carts", wanted).status()).isEqualTo(201);
        assertThat(call(me, "POST", "/carts", wanted).status()).isEqualTo(200);
        assertThat(call(Caller.GUEST, "POST", "/carts", wanted).code()).isEqualTo("CART_EXISTS");
        assertThat(call(me, "POST", "/carts", new Request.NewCart(id, "EUR", "API", null)).code())
                .isEqualTo("CART_EXISTS");
    }

    @Test
    void only_the_sales_desk_acts_for_others() {
        var me = customer(SHOP.customer);
        var other = UUID.randomUUID();

        assertThat(call(me, "POST", "/carts", new Request.NewCart(null, "GBP", null, other)).code())
                .isEqualTo("CUSTOMER_MISMATCH");
        assertThat(call(me, "POST", "/carts", new Request.NewCart(null, "GBP", "BACK_OFFICE", null)).code())
                .isEqualTo("CHANNEL_NOT_ALLOWED");
        assertThat(call(me, "POST", "/carts", new Request.NewCart(null, "GBP", null, SHOP.customer)).status())
                .isEqualTo(201);
        var desk = call(DESK, "POST", "/carts", new Request.NewCart(null, "GBP", null, other)).body(CartOpened.class);
        assertThat(desk.channel()).isEqualTo("BACK_OFFICE");
        assertThat(desk.customerId()).isEqualTo(other);
        assertThat(desk.cartToken()).isNull();
        assertThat(call(customer(other), "GET", "/carts/mine", null).body(GetCart.Cart.class).cartId())
                .isEqualTo(desk.cartId());
        var cart = "/carts/" + desk.cartId();
        var product = SHOP.aProduct("DESK", 100);
        var priced = new Request.Item(product, null, 1, 1L, null);
        assertThat(call(customer(other), "POST", cart + "/items", priced).code())
                .isEqualTo("NEGOTIATED_PRICE_NOT_ALLOWED");
        var rows = new Request.Lines(List.of(new Request.Lines.Row(product, null, 500, 85L)), null);
        assertThat(call(customer(other), "POST", cart + "/lines", rows).code()).isEqualTo("FORBIDDEN");
        assertThat(call(DESK, "POST", cart + "/lines", rows).body(CartChanged.class).lines()).isEqualTo(1);
    }

    @Test
    void at_sign_in_a_guests_cart_is_merged_with_its_token() {
        var me = customer(UUID.randomUUID());
        var mine = open(me);
        var guests = open(Caller.GUEST);
        var path = "/carts/" + mine.cartId() + "/merge";
        var body = new Request.Merge(guests.cartId());

        assertThat(call(me, "POST", path, body).code()).isEqualTo("UNKNOWN_CART");
        var token = Map.of("Cart-Token", String.valueOf(guests.cartToken()));
        assertThat(SHOP.souk.call(me, "POST", path, body, token).body(CartChanged.class).fresh()).isTrue();
        assertThat(SHOP.souk.call(me, "POST", path, body, token).body(CartChanged.class).fresh()).isFalse();
        var taking = "/carts/" + guests.cartId() + "/merge";
        assertThat(SHOP.souk.call(me, "POST", taking, new Request.Merge(mine.cartId()), token).code())
                .isEqualTo("UNKNOWN_CART");
    }

    @Test
    void if_match_guards_a_change() {
        var me = customer(SHOP.customer);
        var cart = "/carts/" + open(me).cartId();
        var add = item(SHOP.aProduct("MATCH", 1), 1);

        var stale = SHOP.souk.call(me, "POST", cart + "/items", add, Map.of("If-Match", "\"9\""));
        assertThat(stale.refusal()).isNotNull().satisfies(r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
        assertThat(SHOP.souk.call(me, "POST", cart + "/items", add, Map.of("If-Match", "\"1\"")).status()).isEqualTo(200);
    }

    @Test
    void lines_are_changed_and_removed() {
        var me = customer(SHOP.customer);
        var cart = "/carts/" + open(me).cartId();
        var product = SHOP.aProduct("CHANGE", 1);
        var line = call(me, "POST", cart + "/items", item(product, 5)).body(ItemChanged.class).lineId();

        var set = call(me, "PUT", cart + "/items/" + line, new Request.Quantity(4, null));
        assertThat(set.body(ItemChanged.class).quantity()).isEqualTo(4);
        assertThat(call(me, "DELETE", cart + "/items/" + product + "?quantity=1", null).body(CartChanged.class).lines())
                .isEqualTo(1);
        assertThat(call(me, "DELETE", cart + "/items/" + product + "?quantity=many", null).code())
                .isEqualTo("INVALID_QUERY");
        assertThat(call(me, "DELETE", cart + "/items/" + product, null).body(CartChanged.class).lines()).isZero();
    }

    @Test
    void codes_are_applied_and_removed() {
        var me = customer(SHOP.customer);
        var cart = "/carts/" + open(me).cartId();
        call(me, "POST", cart + "/items", item(SHOP.aProduct("COUPON", 100), 2)).body(ItemChanged.class);

        var no = call(me, "POST", cart + "/coupon", new Request.Coupon("NOPE", null));
        assertThat(no.refusal()).isNotNull().satisfies(r -> assertThat(r.extra()).containsEntry("reason", "UNKNOWN"));
        call(me, "POST", cart + "/coupon", new Request.Coupon("HALF", null)).body(CartChanged.class);
        assertThat(call(me, "POST", cart + "/quote", null).body(Quote.class).discount()).isEqualTo(100);
        call(me, "DELETE", cart + "/coupon", null).body(CartChanged.class);
        assertThat(call(me, "POST", cart + "/quote", null).body(Quote.class).discount()).isZero();
    }

    @Test
    void points_are_spent_as_far_as_there_are_some() {
        var me = customer(SHOP.customer);
        var cart = "/carts/" + open(me).cartId();
        assertThat(call(me, "PUT", cart + "/points", new Request.Points(5L, null)).code()).isEqualTo("CART_EMPTY");
        call(me, "POST", cart + "/items", item(SHOP.aProduct("POINTS", 1_000), 1)).body(ItemChanged.class);
        assertThat(call(me, "PUT", cart + "/points", new Request.Points(5L, null)).code()).isEqualTo("NO_POINTS");
        SHOP.points = 20;
        assertThat(call(me, "PUT", cart + "/points", new Request.Points(50L, null)).body(CartChanged.class).fresh()).isTrue();
        assertThat(call(me, "PUT", cart + "/points", new Request.Points(50L, null)).body(CartChanged.class).fresh()).isFalse();
        assertThat(call(me, "GET", cart, null).body(GetCart.Cart.class).points()).isEqualTo(new GetCart.Points(50, 20, 200));
        assertThat(call(me, "PUT", cart + "/points", new Request.Points(-1L, null)).code()).isEqualTo("INVALID_POINTS");
        call(me, "PUT", cart + "/points", new Request.Points(0L, null)).body(CartChanged.class);
        assertThat(call(me, "POST", cart + "/quote", null).body(Quote.class).points()).isNull();
        SHOP.points = 0;
    }

    @Test
    void every_bad_value_is_named() {
        var me = customer(SHOP.customer);
        var cart = "/carts/" + open(me).cartId();
        var product = SHOP.aProduct("BAD", 1);
        var quote = UUID.randomUUID();

        assertThat(call(me, "POST", "/carts", new Request.NewCart(null, "gbp", null, null)).code())
                .isEqualTo("INVALID_CURRENCY");
        for (var noMoney : List.of("XXX", "XTS", "XAU")) {
            assertThat(call(me, "POST", "/carts", new Request.NewCart(null, noMoney, null, null)).code())
                    .isEqualTo("INVALID_CURRENCY");
        }
        assertThat(call(me, "POST", "/carts", new Request.NewCart(null, null, null, null)).code())
                .isEqualTo("INVALID_CURRENCY");
        assertThat(call(me, "POST", "/carts", new Request.NewCart(null, "GBP", "FAX", null)).code())
                .isEqualTo("INVALID_CHANNEL");
        assertThat(call(me, "POST", cart + "/items", new Request.Item(null, null, 1, null, null)).code())
                .isEqualTo("INVALID_PRODUCT_ID");
        assertThat(call(me, "POST", cart + "/items", item(product, 0)).code()).isEqualTo("INVALID_QUANTITY");
        assertThat(call(me, "POST", cart + "/items", item(product, -5)).code()).isEqualTo("INVALID_QUANTITY");
        assertThat(call(DESK, "POST", cart + "/items", new Request.Item(product, null, 1, Long.MAX_VALUE, null)).code())
                .isEqualTo("INVALID_PRICE");
        assertThat(call(DESK, "POST", cart + "/lines", new Request.Lines(List.of(), null)).code())
                .isEqualTo("INVALID_LINES");
        var holes = new Request.Lines(Arrays.asList((Request.Lines.Row) null), null);
        assertThat(call(DESK, "POST", cart + "/lines", holes).code()).isEqualTo("INVALID_LINES");
        assertThat(call(me, "POST", cart + "/coupon", new Request.Coupon("A\u0000B", null)).code())
                .isEqualTo("INVALID_CODE");
        assertThat(call(me, "PUT", cart + "/delivery", new Request.Delivery(null, null, null, null)).code())
                .isEqualTo("INVALID_DELIVERY");
        assertThat(call(me, "PUT", cart + "/delivery", new Request.Delivery(null, "X", "nobody", null)).code())
                .isEqualTo("INVALID_EMAIL");
        var nowhere = new Request.To("A", "B", null, "C", null, "D", "gb", null);
        assertThat(call(me, "PUT", cart + "/delivery", new Request.Delivery(nowhere, "X", null, null)).code())
                .isEqualTo("INVALID_ADDRESS");
        var uk = new Request.To("A", "B", null, "C", null, "D", "UK", null);
        assertThat(call(me, "PUT", cart + "/delivery", new Request.Delivery(uk, "STANDARD", null, null)).code())
                .isEqualTo("INVALID_ADDRESS");
        assertThat(call(me, "PUT", cart + "/delivery", new Request.Delivery(HOME, "PIGEON", null, null)).code())
                .isEqualTo("UNKNOWN_SHIPPING_METHOD");
        assertThat(call(me, "PUT", cart + "/delivery", new Request.Delivery(null, "PIGEON", null, null)).code())
                .isEqualTo("UNKNOWN_SHIPPING_METHOD");
        var script = new Request.Checkout(quote, "h", null, null, null, "tok", null, "javascript:x", null, null);
        assertThat(call(me, "POST", cart + "/checkout", script).code()).isEqualTo("INVALID_RETURN_URL");
        var card = new Request.Checkout(quote, "h", null, null, null, "4242424242424242", null, null, null, null);
        assertThat(call(me, "POST", cart + "/checkout", card).code()).isEqualTo("CARD_DATA_REFUSED");
    }

    @Test
    void a_shop_sells_in_the_currencies_that_it_names() {
        try (var shop = new Shop(Map.of("cart.currencies", "EUR, GBP"))) {
            var me = customer(shop.customer);
            assertThat(shop.souk.call(me, "POST", "/carts", new Request.NewCart(null, "USD", null, null)).code())
                    .isEqualTo("CURRENCY_NOT_OFFERED");
            assertThat(shop.souk.call(me, "POST", "/carts", new Request.NewCart(null, "EUR", null, null)).status())
                    .isEqualTo(201);
        }
        assertThatThrownBy(() -> new Shop(Map.of("cart.currencies", "EUR,XXX")).close())
                .hasMessage("setting cart.currencies has no currency of ISO 4217: XXX");
    }

    @Test
    void a_service_reopens_and_a_shopper_cannot() {
        var body = new Request.Reopen(UUID.randomUUID(), "TIMEOUT");
        var cart = "/carts/" + SHOP.aFullCart() + "/reopen";

        assertThat(call(customer(SHOP.customer), "POST", cart, body).code()).isEqualTo("FORBIDDEN");
        assertThat(call(staff(Role.SERVICE), "POST", cart, body).body(CartChanged.class).fresh()).isFalse();
    }
}
