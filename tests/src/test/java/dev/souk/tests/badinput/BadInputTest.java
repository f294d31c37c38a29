package dev.souk.tests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Cart;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Journals;
import dev.souk.tests.souk.Order;
import dev.souk.tests.souk.Product;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Requests in good form that must not be granted: each is refused for the reason given, and nothing changes.
@ExtendWith(SoukRuns.class)
class BadInputTest {
    private final RunningSouk souk;
    private final Given given;
    private final UUID ada = UUID.randomUUID();
    private final Api bob;
    private final Api guest;
    private final Api support;
    private final List<Case> cases = new ArrayList<>();

    private record Case(Api caller, String method, String path, @Nullable Object body, Map<String, String> headers,
            int status, String code) {}

    BadInputTest(RunningSouk souk) {
        this.souk = souk;
        given = souk.given();
        bob = souk.customer(UUID.randomUUID());
        guest = souk.guest();
        support = souk.as(Role.SUPPORT);
    }

    @Test
    void what_must_not_be_is_refused_and_leaves_no_trace() throws SQLException {
        var product = given.aProduct();
        var cart = given.aGuestCart(product);
        var adas = given.aCart(ada, product);
        var order = given.aPaidOrder(ada);
        catalogue(product);
        stock(product);
        quantities(cart, product);
        coupons(cart);
        othersThings(cart, adas, order);
        checkouts(cart);
        orders(order);
        money(order);
        promotions();
        tryAll();
    }

    private void tryAll() throws SQLException {
        var wrong = new ArrayList<String>();
        try (var journals = new Journals(souk)) {
            var before = journals.calm();
            for (var each : cases) {
                var reply = each.caller().send(each.method(), each.path(), each.body(), each.headers());
                if (reply.status() != each.status() || !reply.code().equals(each.code())) {
                    wrong.add("%s %s %s: wanted %d %s, got %d %s".formatted(
                            each.method(), each.path(), each.body(), each.status(), each.code(), reply.status(),
                                    reply.text()));
                }
                if (!journals.now().equals(before)) {
                    wrong.add(each.method() + " " + each.path() + " " + each.body() + " left a trace");
                    before = journals.calm();
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(journals.calm()).isEqualTo(before);
        }
    }

    private void bad(Api caller, String method, String path, @Nullable Object body, int status, String code) {
        cases.add(new Case(caller, method, path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()), status,
                code));
    }

    private void stale(Api caller, String method, String path, @Nullable Object body) {
        cases.add(new Case(caller, method, path, body,
                Map.of("If-Match", "\"999\"", "Idempotency-Key", UUID.randomUUID().toString()), 412, "STALE_VERSION"));
    }

    private static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
        var changed = new HashMap<>(body);
        changed.put(member, value);
        return changed;
    }

    private void catalogue(Product product) {
        var staff = given.staff();
        var good = Given.productBody(new Product(UUID.randomUUID(), "BAD-" + product.sku(), 100));
        bad(staff, "POST", "/products", with(good, "price", -1), 400, "INVALID_PRICE");
        bad(staff, "POST", "/products", with(good, "price", Long.MAX_VALUE), 400, "INVALID_PRICE");
        bad(staff, "POST", "/products", with(good, "currency", "XYZ"), 400, "INVALID_CURRENCY");
        bad(staff, "POST", "/products", with(good, "sku", "a/b"), 400, "INVALID_SKU");
        bad(staff, "POST", "/products", with(good, "name", "x"), 400, "INVALID_NAME");
        bad(staff, "POST", "/products", with(good, "category", "nowhere"), 400, "UNKNOWN_CATEGORY");
        bad(staff, "POST", "/products", with(good, "sku", product.sku()), 409, "SKU_TAKEN");
        bad(staff, "PATCH", "/products/" + UUID.randomUUID(), Map.of("name", "Nothing"), 404, "PRODUCT_NOT_FOUND");
        stale(staff, "PATCH", "/products/" + product.id(), Map.of("name", "Another name"));
        stale(staff, "PUT", "/products/" + product.id() + "/price", Map.of("price", 5, "currency", "GBP"));
        bad(staff, "PUT", "/products/" + product.id() + "/price", Map.of("price", 5, "currency", "GBP"), 428,
                "EXPECTED_VERSION_REQUIRED");
        bad(souk.as(Role.SELLER), "PATCH", "/products/" + product.id(), Map.of("name", "Mine now"), 404,
                "PRODUCT_NOT_FOUND");
        bad(guest, "GET", "/products/" + UUID.randomUUID(), null, 404, "PRODUCT_NOT_FOUND");
        bad(guest, "GET", "/products?limit=0", null, 400, "INVALID_LIMIT");
    }

    private void stock(Product product) {
        var staff = given.staff();
        var path = "/inventory/" + product.sku();
        Map<String, Object> goods = Map.of("receiptId", UUID.randomUUID(), "locationId", "MAIN", "quantity", 1);
        bad(staff, "POST", path + "/receipts", with(goods, "quantity", 0), 400, "INVALID_INPUT");
        bad(staff, "POST", path + "/receipts", with(goods, "quantity", -5), 400, "INVALID_INPUT");
        bad(staff, "POST", path + "/receipts", with(goods, "quantity", Integer.MAX_VALUE), 400, "INVALID_INPUT");
        bad(staff, "POST", path + "/receipts", with(goods, "locationId", "NOWHERE"), 404, "UNKNOWN_LOCATION");
        bad(staff, "POST", "/inventory/NO-SUCH-SKU/receipts", goods, 404, "UNKNOWN_SKU");
        Map<String, Object> less = Map.of("adjustmentId", UUID.randomUUID(), "locationId", "MAIN", "delta", -1_000,
                "reason", "LOSS");
        bad(staff, "POST", path + "/adjustments", less, 409, "STOCK_RESERVED");
        stale(staff, "POST", path + "/adjustments", with(less, "delta", -1));
        bad(guest, "GET", "/stock/" + UUID.randomUUID(), null, 404, "UNKNOWN_PRODUCT");
    }

    private void quantities(Cart cart, Product product) {
        var items = cart.path() + "/items";
        Map<String, Object> item = Map.of("productId", product.id(), "quantity", 1);
        bad(cart.owner(), "POST", items, with(item, "quantity", 0), 400, "INVALID_QUANTITY");
        bad(cart.owner(), "POST", items, with(item, "quantity", -3), 400, "INVALID_QUANTITY");
        bad(cart.owner(), "POST", items, with(item, "quantity", 100), 409, "QUANTITY_LIMIT");
        bad(cart.owner(), "POST", items, with(item, "quantity", Integer.MAX_VALUE), 409, "QUANTITY_LIMIT");
        bad(cart.owner(), "POST", items, with(item, "productId", UUID.randomUUID()), 404, "UNKNOWN_PRODUCT");
        bad(cart.owner(), "POST", items, with(item, "unitPrice", 1), 403, "NEGOTIATED_PRICE_NOT_ALLOWED");
        bad(cart.owner(), "PUT", items + "/" + UUID.randomUUID(), Map.of("quantity", 1), 404, "UNKNOWN_LINE");
        bad(cart.owner(), "DELETE", items + "/" + product.id() + "?quantity=-1", null, 400, "INVALID_QUANTITY");
        stale(cart.owner(), "POST", items, item);
        stale(cart.owner(), "DELETE", items, null);
        bad(guest, "POST", "/carts", Map.of("currency", "GB"), 400, "INVALID_CURRENCY");
        bad(guest, "POST", "/carts", Map.of("currency", "GBP", "channel", "BACK_OFFICE"), 403, "CHANNEL_NOT_ALLOWED");
        bad(bob, "POST", "/carts", Map.of("currency", "GBP", "customerId", ada), 403, "CUSTOMER_MISMATCH");
        bad(cart.owner(), "PUT", cart.path() + "/delivery", Map.of("address", with(Given.address(), "countryCode",
                "Britain")), 400, "INVALID_ADDRESS");
        bad(cart.owner(), "PUT", cart.path() + "/delivery", Map.of("email", "nobody"), 400, "INVALID_EMAIL");
        foreignCurrency(product);
    }

    private void foreignCurrency(Product product) {
        var id = UUID.randomUUID();
        var euros = guest.post("/carts", Map.of("cartId", id, "currency", "EUR")).expect(201);
        bad(guest.cartToken(euros.string("cartToken")), "POST", "/carts/" + id + "/items", Map.of("productId",
                product.id()), 409, "CURRENCY_MISMATCH");
    }

    private void coupons(Cart cart) {
        var over = UUID.randomUUID();
        var code = "OVER" + System.nanoTime() % 1_000_000;
        given.staff().post("/promotions", Map.of("promotionId", over, "name", "Over", "type", "PERCENTAGE", "value",
                10, "code", code)).expect(201);
        given.staff().post("/promotions/" + over + "/cancel", Map.of("reason", "it was long ago")).expect(200);
        bad(cart.owner(), "POST", cart.path() + "/coupon", Map.of("code", code), 422, "COUPON_REJECTED");
        bad(cart.owner(), "POST", cart.path() + "/coupon", Map.of("code", "NEVERWAS"), 422, "COUPON_REJECTED");
        bad(cart.owner(), "POST", cart.path() + "/coupon", Map.of("code", ""), 400, "INVALID_CODE");
    }

    private void othersThings(Cart cart, Cart adas, Order order) {
        for (var stranger : List.of(guest, bob, guest.cartToken("guessed"), cart.owner())) {
            bad(stranger, "GET", adas.path(), null, 404, "UNKNOWN_CART");
            bad(stranger, "POST", adas.path() + "/items", Map.of("productId", order.product().id()), 404,
                    "UNKNOWN_CART");
            bad(stranger, "DELETE", adas.path() + "/items", null, 404, "UNKNOWN_CART");
            bad(stranger, "POST", adas.path() + "/quote", null, 404, "UNKNOWN_CART");
            bad(stranger, "POST", adas.path() + "/checkout", checkout(), 404, "UNKNOWN_CART");
            bad(stranger, "GET", "/orders/" + order.id(), null, 404, "ORDER_NOT_FOUND");
            bad(stranger, "GET", "/orders/" + order.id() + "?confirmation=ORD-00000000", null, 404, "ORDER_NOT_FOUND");
            bad(stranger, "GET", "/checkouts/" + order.now().string("checkoutId"), null, 404, "CHECKOUT_NOT_FOUND");
        }
        bad(guest, "GET", cart.path(), null, 404, "UNKNOWN_CART");
        bad(bob, "GET", "/payments/" + order.paymentId(), null, 404, "PAYMENT_NOT_FOUND");
        bad(bob, "POST", "/orders/" + order.id() + "/cancel", Map.of(), 404, "ORDER_NOT_FOUND");
        bad(bob, "PUT", "/orders/" + order.id() + "/delivery-address", Map.of("deliveryAddress", Given.address(),
                "expectedVersion", 1), 404, "ORDER_NOT_FOUND");
        bad(bob, "POST", adas.path() + "/merge", Map.of("sourceCartId", cart.id()), 404, "UNKNOWN_CART");
    }

    private static Map<String, Object> checkout() {
        return Map.of("quoteId", UUID.randomUUID(), "quoteHash", "0".repeat(64), "paymentMethodToken", Given.CARD);
    }

    private void checkouts(Cart cart) {
        var path = cart.path() + "/checkout";
        bad(cart.owner(), "POST", path, checkout(), 409, "PRICE_CHANGED");
        bad(cart.owner(), "POST", path, with(checkout(), "paymentMethodToken", "4242424242424242"), 400,
                "CARD_DATA_REFUSED");
        bad(cart.owner(), "POST", path, with(checkout(), "returnUrl", "javascript:alert(1)"), 400,
                "INVALID_RETURN_URL");
        bad(cart.owner(), "POST", path, Map.of(), 400, "INVALID_QUOTE");
        stale(cart.owner(), "POST", path, checkout());
        cases.add(new Case(cart.owner(), "POST", path, checkout(), Map.of(), 428, "IDEMPOTENCY_KEY_REQUIRED"));
        var empty = given.aGuestCart();
        bad(empty.owner(), "POST", empty.path() + "/checkout", checkout(), 400, "CART_EMPTY");
        bad(guest, "POST", "/checkouts/" + UUID.randomUUID() + "/cancel", Map.of(), 404, "CHECKOUT_NOT_FOUND");
        bad(guest, "GET", "/checkouts/" + UUID.randomUUID() + "?wait=1", null, 404, "CHECKOUT_NOT_FOUND");
        bad(guest, "GET", "/checkouts/" + UUID.randomUUID() + "?wait=99", null, 400, "INVALID_WAIT");
    }

    private void orders(Order order) {
        var path = "/orders/" + order.id();
        bad(order.owner(), "POST", path + "/cancel", Map.of("reason", "FRAUD"), 403, "CANCEL_REASON_NOT_ALLOWED");
        bad(order.owner(), "POST", path + "/cancel", Map.of("note", "x".repeat(300)), 400, "TEXT_TOO_LONG");
        stale(order.owner(), "POST", path + "/cancel", Map.of("reason", "CUSTOMER_REQUESTED"));
        stale(order.owner(), "PUT", path + "/delivery-address", Map.of("deliveryAddress", Given.address()));
        bad(order.owner(), "PUT", path + "/delivery-address", Map.of("deliveryAddress", Given.address()), 428,
                "VERSION_REQUIRED");
        bad(support, "POST", "/orders/" + UUID.randomUUID() + "/hold", Map.of("reason", "PAYMENT_REVIEW"), 404,
                "ORDER_NOT_FOUND");
        bad(support, "GET", "/orders?status=NONSENSE", null, 400, "FILTER_INVALID");
        cases.add(new Case(order.owner(), "POST", path + "/cancel", Map.of(), Map.of(), 428,
                "IDEMPOTENCY_KEY_REQUIRED"));
    }

    private void money(Order order) {
        var finance = souk.as(Role.FINANCE);
        var path = "/payments/" + order.paymentId() + "/refunds";
        Map<String, Object> refund = Map.of("amount", 100, "currency", "GBP", "reason", "a scratch on the lid");
        bad(finance, "POST", path, with(refund, "amount", 0), 400, "AMOUNT_INVALID");
        bad(finance, "POST", path, with(refund, "amount", -100), 400, "AMOUNT_INVALID");
        bad(finance, "POST", path, with(refund, "currency", "EUR"), 400, "CURRENCY_MISMATCH");
        bad(finance, "POST", path, with(refund, "amount", 1_000_000_000), 409, "REFUND_EXCEEDS_CAPTURED");
        bad(finance, "POST", path, with(refund, "reason", "short"), 400, "REASON_LENGTH");
        bad(support, "POST", path, with(refund, "amount", 1_000_000_000), 403, "REFUND_ABOVE_LIMIT");
        bad(finance, "POST", "/payments/" + UUID.randomUUID() + "/refunds", refund, 404, "PAYMENT_NOT_FOUND");
        bad(finance, "POST", "/payments/" + order.paymentId() + "/captures", Map.of("amount", 1_000_000_000), 409,
                "CAPTURE_NOT_POSSIBLE");
        cases.add(new Case(guest, "POST", "//webhooks/standin", "{}", Map.of("Provider-Signature",
                "t=1,v1=" + "0".repeat(64)), 400, "WEBHOOK_REFUSED"));
    }

    private void promotions() {
        var staff = given.staff();
        Map<String, Object> good = Map.of("name", "Bad", "type", "PERCENTAGE", "value", 10, "code",
                "BADCODE" + System.nanoTime() % 1_000);
        bad(staff, "POST", "/promotions", with(good, "value", 91), 400, "INVALID_VALUE");
        bad(staff, "POST", "/promotions", with(good, "value", 0), 400, "INVALID_VALUE");
        bad(staff, "POST", "/promotions", with(good, "endsAt", "2001-01-01T00:00:00Z"), 400, "INVALID_ENDS_AT");
        bad(staff, "POST", "/promotions", with(good, "usageLimitTotal", 0), 400, "INVALID_USAGE_LIMIT_TOTAL");
        bad(staff, "POST", "/promotions/" + UUID.randomUUID() + "/activate", null, 404, "UNKNOWN_PROMOTION");
        bad(staff, "GET", "/promotions/" + UUID.randomUUID(), null, 404, "UNKNOWN_PROMOTION");
    }
}
