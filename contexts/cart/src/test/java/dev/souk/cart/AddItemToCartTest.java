package dev.souk.cart;

import static dev.souk.cart.Shop.DESK;
import static dev.souk.cart.Shop.adding;
import static dev.souk.cart.Shop.code;
import static dev.souk.cart.Shop.done;
import static dev.souk.cart.Shop.guest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.cart.AddLinesToCart;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.ItemAddedToCart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AddItemToCartTest {
    private static final Shop SHOP =
            new Shop(Map.of("cart.limits.WEB.lines", "3", "cart.limits.BACK_OFFICE.lines", "700"));

    @AfterAll
    static void close() {
        SHOP.close();
    }

    @Test
    void the_same_product_adds_up_in_one_line() {
        var cart = SHOP.aCart();
        var mug = SHOP.aProduct("MUG", 250);

        SHOP.add(cart, mug, 2);
        var second = SHOP.add(cart, mug, 3);

        assertThat(second.quantity()).isEqualTo(5);
        assertThat(second.version()).isEqualTo(3);
        assertThat(second.lines()).isEqualTo(1);
        assertThat(SHOP.see(cart).lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(5);
            assertThat(line.unitPrice()).isEqualTo(250);
            assertThat(line.name()).isEqualTo("Name of MUG");
        });
    }

    @Test
    void every_addition_is_told_with_the_version_it_made() {
        var cart = SHOP.aCart();
        var mug = SHOP.aProduct("TOLD", 250);

        SHOP.add(cart, mug, 2);
        SHOP.add(cart, mug, 3);

        assertThat(told(cart)).extracting(ItemAddedToCart::quantity).containsExactly(2, 3);
        assertThat(told(cart)).extracting(ItemAddedToCart::newQuantity).containsExactly(2, 5);
        assertThat(told(cart)).allSatisfy(event -> {
            assertThat(event.customerId()).isEqualTo(SHOP.customer);
            assertThat(event.unitPrice()).isEqualTo(250);
            assertThat(event.currency()).isEqualTo("GBP");
        });
    }

    private static List<ItemAddedToCart> told(UUID cart) {
        return SHOP.souk.published(ItemAddedToCart.class).stream()
                .filter(event -> event.cartId().equals(cart))
                .toList();
    }

    @Test
    void what_does_not_exist_is_not_sold_or_costs_other_money_is_refused() {
        var cart = SHOP.aCart();

        assertThat(add(cart, UUID.randomUUID(), 1)).isEqualTo("UNKNOWN_PRODUCT");
        assertThat(add(cart, SHOP.aProduct("DRAFT", 100, "DRAFT", "GBP"), 1)).isEqualTo("NOT_FOR_SALE");
        assertThat(add(cart, SHOP.aProduct("OLD", 100, "DISCONTINUED", "GBP"), 1)).isEqualTo("NOT_FOR_SALE");
        assertThat(add(cart, SHOP.aProduct("EURO", 100, "ACTIVE", "EUR"), 1)).isEqualTo("CURRENCY_MISMATCH");
        assertThat(code(SHOP.souk.handle(new AddItemToCart(
                        cart, SHOP.aProduct("PLAIN", 1), UUID.randomUUID(), 1, null, null, SHOP.me()))))
                .isEqualTo("UNKNOWN_PRODUCT");
        assertThat(SHOP.see(cart).version()).isEqualTo(1);
    }

    private static String add(UUID cart, UUID product, int quantity) {
        return code(SHOP.souk.handle(adding(cart, product, quantity, SHOP.me())));
    }

    @Test
    void a_line_has_a_limit_at_once_and_in_steps() {
        var cart = SHOP.aCart();
        var mug = SHOP.aProduct("LIMIT", 250);

        assertThat(add(cart, mug, 0)).isEqualTo("INVALID_QUANTITY");
        assertThat(add(cart, mug, 100)).isEqualTo("QUANTITY_LIMIT");
        SHOP.add(cart, mug, 99);
        assertThat(add(cart, mug, 1)).isEqualTo("QUANTITY_LIMIT");
        assertThat(add(cart, mug, Integer.MAX_VALUE)).isEqualTo("QUANTITY_LIMIT");
        assertThat(SHOP.see(cart).lines()).singleElement().satisfies(l -> assertThat(l.quantity()).isEqualTo(99));
    }

    @Test
    void a_full_cart_takes_more_of_what_is_in_it_but_nothing_else() {
        var cart = SHOP.aCart();
        var products = IntStream.range(0, 4).mapToObj(i -> SHOP.aProduct("FULL-" + i, 100)).toList();
        products.stream().limit(3).forEach(product -> SHOP.add(cart, product, 1));

        assertThat(add(cart, products.get(3), 1)).isEqualTo("LINE_LIMIT");
        assertThat(SHOP.add(cart, products.get(0), 1).quantity()).isEqualTo(2);
    }

    @Test
    void a_stale_version_is_refused_and_the_right_one_is_not() {
        var cart = SHOP.aCart();
        var mug = SHOP.aProduct("STALE", 250);

        assertThat(code(SHOP.souk.handle(new AddItemToCart(cart, mug, null, 1, null, 7L, SHOP.me()))))
                .isEqualTo("STALE_VERSION");
        assertThat(done(SHOP.souk.handle(new AddItemToCart(cart, mug, null, 1, null, 1L, SHOP.me()))).version())
                .isEqualTo(2);
    }

    @Test
    void another_ones_cart_is_unknown() {
        var mug = SHOP.aProduct("OTHERS", 250);
        var stranger = new CartAccess(UUID.randomUUID(), "token", false);
        var mine = SHOP.aCart();
        var guests = SHOP.aGuestCart("secret");

        assertThat(code(SHOP.souk.handle(adding(mine, mug, 1, stranger)))).isEqualTo("UNKNOWN_CART");
        assertThat(code(SHOP.souk.handle(adding(guests, mug, 1, stranger)))).isEqualTo("UNKNOWN_CART");
        assertThat(code(SHOP.souk.handle(adding(guests, mug, 1, guest(""))))).isEqualTo("UNKNOWN_CART");
        assertThat(code(SHOP.souk.handle(adding(mine, UUID.randomUUID(), 1, stranger)))).isEqualTo("UNKNOWN_CART");
        assertThat(SHOP.souk.ask(new GetCart(mine, stranger))).isEmpty();
        assertThat(done(SHOP.souk.handle(adding(guests, mug, 1, guest("secret")))).quantity()).isEqualTo(1);
        assertThat(done(SHOP.souk.handle(adding(mine, mug, 1, DESK))).quantity()).isEqualTo(1);
    }

    @Test
    void only_the_sales_desk_keys_in_a_price_and_each_price_is_a_line() {
        var cart = SHOP.aDeskCart(SHOP.customer);
        var mug = SHOP.aProduct("DEAL", 250);
        var own = new AddItemToCart(cart, mug, null, 1, 1L, null, SHOP.me());
        var cheap = new AddItemToCart(cart, mug, null, 3000, 199L, null, DESK);
        var dear = new AddItemToCart(cart, mug, null, 10, 225L, null, DESK);

        assertThat(code(SHOP.souk.handle(own))).isEqualTo("NEGOTIATED_PRICE_NOT_ALLOWED");
        done(SHOP.souk.handle(cheap));
        done(SHOP.souk.handle(dear));
        done(SHOP.souk.handle(cheap));

        assertThat(SHOP.see(cart, DESK).lines()).extracting(GetCart.Line::quantity).containsExactly(6000, 10);
        assertThat(SHOP.see(cart, DESK).lines()).extracting(GetCart.Line::unitPrice).containsExactly(199L, 225L);
    }

    @Test
    void the_sales_desk_adds_an_invoice_in_one_call() {
        var cart = SHOP.aDeskCart(null);
        var products = IntStream.range(0, 674).mapToObj(i -> SHOP.aProduct("INV-" + i, 100)).toList();
        var rows = new ArrayList<>(products.stream()
                .map(product -> new AddLinesToCart.Line(product, null, 12, 85L))
                .toList());
        rows.add(new AddLinesToCart.Line(products.getFirst(), null, 5, 85L));

        var done = done(SHOP.souk.handle(new AddLinesToCart(cart, rows, null, DESK)));

        assertThat(done.lines()).isEqualTo(674);
        assertThat(done.version()).isEqualTo(676);
        assertThat(told(cart)).hasSize(675);
        assertThat(told(cart).getLast().newQuantity()).isEqualTo(17);
        assertThat(SHOP.see(cart, DESK).lines().getFirst().quantity()).isEqualTo(17);
    }

    @Test
    void one_bad_line_refuses_all_and_is_named() {
        var cart = SHOP.aDeskCart(null);
        var good = new AddLinesToCart.Line(SHOP.aProduct("GOOD", 100), null, 1, null);
        var bad = new AddLinesToCart.Line(UUID.randomUUID(), null, 1, null);

        var outcome = SHOP.souk.handle(new AddLinesToCart(cart, List.of(good, bad), null, DESK));

        assertThat(code(outcome)).isEqualTo("UNKNOWN_PRODUCT");
        assertThat(outcome.toString()).contains("index=1");
        assertThat(SHOP.see(cart, DESK).lines()).isEmpty();
    }

    @Test
    void additions_of_sixteen_threads_lose_nothing() throws Exception {
        var cart = SHOP.aDeskCart(SHOP.customer);
        var products = IntStream.range(0, 5).mapToObj(i -> SHOP.aProduct("RACE-" + i, 100)).toList();
        var work = new ArrayList<Callable<Object>>();
        for (int i = 0; i < 320; i++) {
            var product = products.get(i % products.size());
            work.add(() -> done(SHOP.souk.handle(adding(cart, product, 1, DESK))));
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var future : threads.invokeAll(work)) {
                future.get();
            }
        }

        var seen = SHOP.see(cart, DESK);
        assertThat(seen.lines()).hasSize(5).allSatisfy(line -> assertThat(line.quantity()).isEqualTo(64));
        assertThat(seen.version()).isEqualTo(321);
        var versions = SHOP.souk.read(
                tx -> tx.sql("select aggregate_version from journal where key = ? order by position")
                        .params(cart.toString())
                        .list(row -> row.bigint("aggregate_version")));
        assertThat(versions).containsExactlyElementsOf(LongStream.rangeClosed(1, 321).boxed().toList());
    }
}
