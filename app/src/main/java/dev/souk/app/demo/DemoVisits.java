package dev.souk.app.demo;

import dev.souk.platform.route.Role;
import dev.souk.platform.web.TokenMint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// What the demo shop's customers have done before anybody looks: addresses, orders, points. Who has ordered already
/// does nothing more.
public final class DemoVisits {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int POINTS = 30;

    private final Api api;

    /// Who they are.
    public enum Visitor {
        NORA("Nora Whitfield", "+44 20 7946 0101", "en", true, "orders, points, level SILVER, two addresses"),
        TOM("Tom Okafor", "+44 161 496 0102", "en", false, "one order"),
        MIA("Mia Schneider", "+49 30 5550103", "de", true, "a new account with an address in Berlin");

        private final String fullName;
        private final String phone;
        private final String locale;
        private final boolean advertised;
        private final String story;

        Visitor(String fullName, String phone, String locale, boolean advertised, String story) {
            this.fullName = fullName;
            this.phone = phone;
            this.locale = locale;
            this.advertised = advertised;
            this.story = story;
        }

        public String email() {
            return name().toLowerCase(Locale.ROOT) + "@demo.souk.example";
        }

        public String fullName() {
            return fullName;
        }

        public String phone() {
            return phone;
        }

        public String locale() {
            return locale;
        }

        /// Whether they agreed to advertising.
        public boolean advertised() {
            return advertised;
        }

        /// What there is to see of them.
        public String story() {
            return story;
        }

        private Map<String, Object> home() {
            return switch (this) {
                case NORA -> address("14 Marlow Terrace", "Bristol", "BS8 2QX", "GB");
                case TOM -> address("3 Canal Street", "Manchester", "M1 3HE", "GB");
                case MIA -> address("Lindenallee 7", "Berlin", "10115", "DE");
            };
        }

        private Map<String, Object> address(String line1, String city, String postalCode, String country) {
            return Map.of(
                    "recipientName", fullName, "line1", line1, "city", city, "postalCode", postalCode, "countryCode", country);
        }
    }

    private DemoVisits(Api api) {
        this.api = api;
    }

    /// Signs in for each of them and does what they did.
    public static void pay(URI address, TokenMint mint, Map<Visitor, UUID> ids) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var entry : ids.entrySet()) {
                var token = mint.mint(entry.getValue(), List.of(Role.CUSTOMER), Duration.ofHours(1));
                new DemoVisits(new Api(http, address, token)).visit(entry.getKey());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the demo shop's customers could not shop: " + e.getMessage(), e);
        }
    }

    private void visit(Visitor visitor) throws IOException, InterruptedException {
        if (api.get("/customers/me/addresses").get("addresses").isEmpty()) {
            addresses(visitor);
        }
        if (!api.get("/orders?limit=1").get("orders").isEmpty()) {
            return;
        }
        switch (visitor) {
            case NORA -> {
                buy(visitor, 0, Map.of("85123A", 48, "22423", 12));
                buy(visitor, 0, Map.of("84879", 99, "21733", 24));
                var taken = buy(visitor, 0, Map.of("22086", 6));
                api.ask("POST", "/orders/" + taken + "/cancel", Map.of(), Map.of("Idempotency-Key", "cancel-" + taken));
                earned(POINTS);
                buy(visitor, POINTS, Map.of("47566", 4, "85123A", 2));
            }
            case TOM -> buy(visitor, 0, Map.of("22423", 2, "20725", 5));
            case MIA -> {}
        }
    }

    private void addresses(Visitor visitor) throws IOException, InterruptedException {
        api.ask("POST", "/customers/me/addresses", Map.of("address", visitor.home(), "kinds", List.of("SHIPPING", "BILLING")));
        if (visitor == Visitor.NORA) {
            var work = visitor.address("Floor 2, 9 Harbour Way", "Cardiff", "CF10 4PA", "GB");
            api.ask("POST", "/customers/me/addresses", Map.of("address", work, "kinds", List.of("SHIPPING")));
        }
    }

    private void earned(int points) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (api.get("/customers/me/points").get("available").asInt() < points && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
    }

    /// Answers the order's id.
    private String buy(Visitor visitor, int points, Map<String, Integer> lines) throws IOException, InterruptedException {
        var cart = "/carts/" + api.ask("POST", "/carts", Map.of("currency", "GBP")).get("cartId").asString();
        for (var line : lines.entrySet()) {
            var found = api.get("/products?limit=1&sku=" + line.getKey()).get("items");
            if (!found.isEmpty()) {
                api.ask("POST", cart + "/items", Map.of(
                        "productId", found.get(0).get("productId").asString(), "quantity", line.getValue()));
            }
        }
        api.ask("PUT", cart + "/delivery", Map.of("address", visitor.home(), "shippingMethodId", "standard", "email", visitor.email()));
        if (points > 0) {
            api.ask("PUT", cart + "/points", Map.of("points", points));
        }
        var quote = api.ask("POST", cart + "/quote", "");
        var begun = api.ask(
                "POST", cart + "/checkout",
                Map.of("quoteId", quote.get("quoteId").asString(), "quoteHash", quote.get("quoteHash").asString(),
                        "paymentMethodToken", "tok_visa"),
                Map.of("Idempotency-Key", "demo" + cart));
        var ended = api.get("/checkouts/" + begun.get("checkoutId").asString() + "?wait=20");
        if (!ended.get("state").asString().equals("COMPLETED")) {
            throw new IOException("checkout of " + visitor + ": " + ended);
        }
        return ended.get("orderId").asString();
    }
}
