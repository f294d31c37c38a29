package dev.souk.tests.souk;

import dev.souk.platform.route.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// What has to be there before a test can begin.
public final class Given {
    public static final String CARD = "tok_visa";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningSouk souk;
    private final Api staff;

    Given(RunningSouk souk) {
        this.souk = souk;
        this.staff = souk.as(Role.ADMIN, Role.MERCHANDISER, Role.WAREHOUSE, Role.MARKETING, Role.FINANCE);
        staff.post("/categories", Map.of("categoryId", UUID.randomUUID(), "slug", "things", "displayName",
                "Things")).expect(201);
    }

    /// Those who keep the shop: catalogue, stock, promotions, money.
    public Api staff() {
        return staff;
    }

    /// On sale at 10.00, a hundred in stock.
    public Product aProduct() {
        return aProduct(1_000, 100);
    }

    public Product aProduct(long price, int stock) {
        var product = new Product(UUID.randomUUID(), "THING-" + NUMBER.incrementAndGet(), price);
        staff.post("/products", productBody(product)).expect(201);
        Await.until("stock of " + product.sku() + " is kept", () -> receive(product, Math.max(1, stock)),
                reply -> reply.status() == 201);
        Await.until("the price of " + product.sku() + " is known", () -> staff.post("/pricing/calculate", Map.of(
                "currency", "GBP", "lines", List.of(Map.of("productId", product.id(), "sku", product.sku(), "quantity",
                        1)))),
                quote -> quote.status() == 200 && quote.json().path("problems").isEmpty());
        if (stock == 0) {
            adjust(product, -1);
        }
        return product;
    }

    public static Map<String, Object> productBody(Product product) {
        var body = new HashMap<String, Object>(Map.of(
                "productId", product.id(), "sku", product.sku(), "name", "A thing to buy",
                "description", "Something that is bought again and again.", "price", product.price(),
                "currency", "GBP", "category", "things", "status", "ACTIVE", "weightGrams", 250));
        return body;
    }

    private Reply receive(Product product, int quantity) {
        return staff.post("/inventory/" + product.sku() + "/receipts", Map.of(
                "receiptId", UUID.randomUUID(), "locationId", "MAIN", "quantity", quantity));
    }

    public void adjust(Product product, int delta) {
        staff.post("/inventory/" + product.sku() + "/adjustments", Map.of(
                "adjustmentId", UUID.randomUUID(), "locationId", "MAIN", "delta", delta, "reason",
                        "CORRECTION")).expect(201);
    }

    /// What nobody has reserved.
    public long stockOf(Product product) {
        return staff.get("/inventory/" + product.sku()).expect(200).number("available");
    }

    public Cart aGuestCart(Product... products) {
        var id = UUID.randomUUID();
        var opened = souk.guest().post("/carts", Map.of("cartId", id, "currency", "GBP")).expect(201);
        return filled(new Cart(souk.guest().cartToken(opened.string("cartToken")), id), products);
    }

    public Cart aCart(UUID customer, Product... products) {
        var id = UUID.randomUUID();
        souk.customer(customer).post("/carts", Map.of("cartId", id, "currency", "GBP")).expect(201);
        return filled(new Cart(souk.customer(customer), id), products);
    }

    private static Cart filled(Cart cart, Product... products) {
        for (var product : products) {
            cart.with(product, 1);
        }
        return cart.delivered();
    }

    public Reply aQuote(Cart cart) {
        return cart.owner().post(cart.path() + "/quote", null).expect(200);
    }

    public Checkout aCheckout(Cart cart, String paymentToken) {
        return Checkout.of(cart, cart.checkOut(aQuote(cart), paymentToken).expect(202));
    }

    /// A guest's confirmed order of one new product.
    public Order anOrder() {
        return anOrder(aGuestCart(aProduct()));
    }

    public Order anOrder(UUID customer) {
        return anOrder(aCart(customer, aProduct()));
    }

    private Order anOrder(Cart cart) {
        var line = cart.now().json().path("lines").get(0);
        var product = new Product(
                UUID.fromString(line.path("productId").asString()), line.path("sku").asString(),
                        line.path("unitPrice").asLong());
        var checkout = aCheckout(cart, CARD);
        var done = checkout.ended();
        if (!done.string("state").equals("COMPLETED")) {
            throw new AssertionError("no order: " + done.text());
        }
        return new Order(cart.owner(), checkout.orderId(), done.string("confirmationNumber"), product);
    }

    /// The same, with its money taken.
    public Order aPaidOrder(UUID customer) {
        var order = anOrder(customer);
        Await.until("the money is taken", order::payment, "CAPTURED"::equals);
        return order;
    }

    public static Map<String, Object> delivery() {
        return Map.of("address", address(), "shippingMethodId", "standard", "email", "ada@shop.example");
    }

    public static Map<String, Object> address() {
        return Map.of("recipientName", "Ada Shopper", "line1", "1 Test Street", "city", "London", "postalCode",
                "N1 9GU",
                "countryCode", "GB");
    }

    public static Map<String, Object> checkoutOf(Reply quote, String paymentToken) {
        return Map.of("quoteId", quote.string("quoteId"), "quoteHash", quote.string("quoteHash"), "paymentMethodToken",
                paymentToken);
    }
}
