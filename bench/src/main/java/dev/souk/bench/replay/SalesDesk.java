package dev.souk.bench.replay;

import dev.souk.bench.http.Reply;
import dev.souk.bench.http.Shopper;
import dev.souk.bench.measure.Target;
import dev.souk.platform.messaging.NameBasedId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One clerk at the sales desk. Every step carries an idempotency key made from the invoice's number, so that it can be
/// repeated after any failure of either side and still happens once.
final class SalesDesk implements AutoCloseable {
    /// In one order, whatever the process: a key belongs to the very bytes that were sent under it.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final UUID NAMESPACE = UUID.fromString("8f1d7a3e-7c55-4a61-9a41-5e2f1f0b3c77");

    private final Path data;
    private final String token;
    private final String run;
    private Shopper clerk;
    private int port;

    /// @param run name of this replay; another name makes other orders
    SalesDesk(Path data, String token, String run) throws IOException, InterruptedException {
        this.data = data;
        this.token = token;
        this.run = run;
        this.port = Target.await(data, PATIENCE).httpPort();
        this.clerk = new Shopper(port, token);
    }

    /// How an invoice ended.
    ///
    /// @param orderId empty when it was refused
    record Ended(String invoice, String orderId, String reason) {}

    static UUID id(String kind, String name) {
        return NameBasedId.of(NAMESPACE, kind + ":" + name);
    }

    /// @param products ids of the articles by stock code
    Ended key(Invoice invoice, Map<String, UUID> products) throws IOException, InterruptedException {
        var cart = id(run + "/cart", invoice.number());
        var path = "/api/v1/carts/" + cart;
        var opened = step("POST", "/api/v1/carts", newCart(cart, invoice), "cart/" + invoice.number());
        if (opened.code().equals("CART_ORDERED")) {
            return follow(invoice, opened.json().path("statusUrl").asString());
        }
        good("cart", opened);
        good("lines", step("POST", path + "/lines", lines(invoice, products), "lines/" + invoice.number()));
        good("delivery", step("PUT", path + "/delivery", delivery(invoice), "delivery/" + invoice.number()));
        return checkout(invoice, path);
    }

    private Ended checkout(Invoice invoice, String path) throws IOException, InterruptedException {
        var quote = step("POST", path + "/quote", "", "");
        if (!quote.good()) {
            return underWay(invoice, path, quote);
        }
        long total = quote.json().path("total").asLong();
        if (total != invoice.total()) {
            return new Ended(invoice.number(), "", "quoted " + total + " instead of " + invoice.total());
        }
        var body = JSON.writeValueAsString(Map.of(
                "quoteId", quote.json().path("quoteId").asString(),
                "quoteHash", quote.json().path("quoteHash").asString(),
                "paymentMethodToken", "tok_visa"));
        var started = step("POST", path + "/checkout", body, "checkout/" + invoice.number());
        return started.good()
                ? follow(invoice, started.json().path("statusUrl").asString())
                : underWay(invoice, path, started);
    }

    /// A replay before this one may have checked the cart out, under a quote of its own, and died before it was told.
    private Ended underWay(Invoice invoice, String path, Reply refused) throws IOException, InterruptedException {
        var checkout = step("GET", path, "", "").json().path("checkoutId").asString("");
        if (!checkout.isEmpty()) {
            return follow(invoice, "/api/v1/checkouts/" + checkout);
        }
        var cart = id(run + "/cart", invoice.number());
        var opened = step("POST", "/api/v1/carts", newCart(cart, invoice), "");
        return opened.code().equals("CART_ORDERED")
                ? follow(invoice, opened.json().path("statusUrl").asString())
                : new Ended(invoice.number(), "", "checkout: " + refused.status() + " " + refused.code());
    }

    private Ended follow(Invoice invoice, String statusUrl) throws IOException, InterruptedException {
        while (true) {
            var status = good("status", step("GET", statusUrl + "?wait=20", "", "")).json();
            var state = status.path("state").asString();
            if (state.equals("COMPLETED")) {
                return new Ended(invoice.number(), status.path("orderId").asString(), "");
            }
            if (state.equals("FAILED")) {
                return new Ended(invoice.number(), "", status.path("reason").asString() + " " + status.path("detail"));
            }
        }
    }

    private String newCart(UUID cart, Invoice invoice) {
        var customer = invoice.customer().isEmpty() ? id(run + "/guest", invoice.number()) : id("customer", invoice.customer());
        return JSON.writeValueAsString(
                Map.of("cartId", cart, "currency", "GBP", "channel", "BACK_OFFICE", "customerId", customer));
    }

    private static String lines(Invoice invoice, Map<String, UUID> products) {
        var lines = invoice.lines().stream()
                .map(line -> Map.of(
                        "productId", products.getOrDefault(line.stockCode(), id("product", line.stockCode())),
                        "quantity", line.quantity(),
                        "unitPrice", line.pence()))
                .toList();
        return JSON.writeValueAsString(Map.of("lines", lines));
    }

    private static String delivery(Invoice invoice) {
        var address = Map.of(
                "recipientName", invoice.customer().isEmpty() ? "Cash sale" : "Customer " + invoice.customer(),
                "line1", "1 Trade Street",
                "city", "Unstated",
                "postalCode", "00000",
                "countryCode", invoice.country());
        return JSON.writeValueAsString(Map.of(
                "address", address, "shippingMethodId", "collect", "email", "invoice-" + invoice.number() + "@sales-desk.example"));
    }

    /// One request, repeated while the platform is away.
    Reply step(String method, String path, String json, String key) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var reply = key.isEmpty() && method.equals("GET")
                        ? clerk.get(path)
                        : clerk.send(method, path, json, key.isEmpty() ? "" : run + "/" + key);
                if ((reply.status() != 503 && reply.status() != 429) || System.nanoTime() > deadline) {
                    return reply;
                }
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("the platform has been away for too long: " + e.getMessage(), e);
                }
            }
            Thread.sleep(200);
            reconnect();
        }
    }

    private void reconnect() {
        try {
            int now = Target.of(data).httpPort();
            if (now != port) {
                clerk.close();
                port = now;
                clerk = new Shopper(port, token);
            }
        } catch (IOException e) {
            // not there yet
        }
    }

    private static Reply good(String step, Reply reply) throws IOException {
        if (!reply.good()) {
            throw new IOException(step + ": " + reply.status() + " " + reply.text());
        }
        return reply;
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    @Override
    public void close() {
        clerk.close();
    }
}
