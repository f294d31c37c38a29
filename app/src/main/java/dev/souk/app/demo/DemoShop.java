package dev.souk.app.demo;

import dev.souk.app.FirstStart;
import dev.souk.platform.route.Role;
import dev.souk.platform.web.TokenMint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Fills a new shop: categories, articles by import, taxes, stock, two promotions.
public final class DemoShop implements FirstStart {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// Standard rates; prices are shown with tax inside.
    private static final Map<String, String> TAXES = Map.of(
            "GB", "0.20", "IE", "0.23", "DE", "0.19", "FR", "0.20", "NL", "0.21", "BE", "0.21", "ES", "0.21", "IT", "0.22");

    @Override
    public String announcement() {
        return "filling the demo shop (articles of Online Retail, UCI, CC BY 4.0)";
    }

    @Override
    public void run(URI address, TokenMint mint) throws InterruptedException {
        var roles = List.of(Role.ADMIN, Role.MERCHANDISER, Role.FINANCE, Role.WAREHOUSE, Role.MARKETING);
        try (var http = HttpClient.newHttpClient()) {
            var api = new Api(http, address, mint.mint(UUID.randomUUID(), roles, Duration.ofHours(1)));
            var articles = Assortment.read();
            categories(api);
            taxes(api);
            products(api, articles);
            stock(api, articles);
            promotions(api);
        } catch (IOException e) {
            throw new IllegalStateException("the demo shop could not be filled: " + e.getMessage(), e);
        }
    }

    private static void categories(Api api) throws IOException, InterruptedException {
        for (var shelf : Shelf.values()) {
            api.post("/categories", Map.of("categoryId", UUID.randomUUID(), "slug", shelf.slug(), "displayName", shelf.title()));
        }
    }

    private static void taxes(Api api) throws IOException, InterruptedException {
        for (var tax : TAXES.entrySet()) {
            api.post("/pricing/tax-rates", Map.of(
                    "zone", Map.of("country", tax.getKey()),
                    "taxCategory", "standard",
                    "rate", new java.math.BigDecimal(tax.getValue()),
                    "inclusive", true));
        }
    }

    private static void products(Api api, List<Article> articles) throws IOException, InterruptedException {
        var csv = new StringBuilder("sku,name,description,price,currency,category,status,weightGrams\n");
        for (var article : articles) {
            csv.append(article.sku()).append(",\"").append(article.name()).append("\",\"")
                    .append(article.name()).append(". One of our ")
                    .append(article.shelf().title().toLowerCase(Locale.ROOT)).append(" finds, ready to be packed.\",").append(article.price()).append(",GBP,")
                    .append(article.shelf().slug()).append(",ACTIVE,250\n");
        }
        var id = UUID.randomUUID();
        var answer = api.send("POST", "/products/imports?format=CSV&importId=" + id, "text/csv", csv.toString());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answer.body().contains("\"COMPLETED\"")) {
            if (answer.statusCode() >= 300 || answer.body().contains("\"FAILED\"") || System.nanoTime() > deadline) {
                throw new IOException("import: " + answer.body());
            }
            Thread.sleep(100);
            answer = api.send("GET", "/products/imports/" + id, "application/json", "");
        }
    }

    /// Stock rows follow the products by events: an article that is not there yet is tried again.
    private static void stock(Api api, List<Article> articles) throws IOException, InterruptedException {
        var lines = new ArrayList<Map<String, Object>>();
        articles.forEach(article -> lines.add(Map.of("sku", article.sku(), "quantity", article.stock())));
        var body = JSON.writeValueAsString(Map.of("deliveryId", UUID.randomUUID(), "locationId", "MAIN", "lines", lines));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = api.send("POST", "/inventory/receipts", "application/json", body);
        while (answer.statusCode() >= 300) {
            if (System.nanoTime() > deadline) {
                throw new IOException("receipts: " + answer.body());
            }
            Thread.sleep(100);
            answer = api.send("POST", "/inventory/receipts", "application/json", body);
        }
    }

    private static void promotions(Api api) throws IOException, InterruptedException {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        api.post("/promotions", Map.of(
                "promotionId", UUID.randomUUID(), "name", "Welcome: 10% off", "type", "PERCENTAGE", "value", 10,
                "code", "WELCOME10", "usageLimitPerCustomer", 1, "startsAt", now, "endsAt", now.plus(365, ChronoUnit.DAYS)));
        api.post("/promotions", Map.of(
                "promotionId", UUID.randomUUID(), "name", "Free delivery week", "type", "FREE_SHIPPING", "value", 0,
                "code", "FREESHIP", "usageLimitTotal", 500, "startsAt", now, "endsAt", now.plus(365, ChronoUnit.DAYS)));
    }
}
