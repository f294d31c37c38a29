package dev.souk.bench.load;

import dev.souk.bench.http.Reply;
import dev.souk.bench.http.Shopper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Fills an empty shop for a measurement: products, a flat tax, plenty of stock.
public final class Stockroom {
    private static final int STOCK = 1_000_000;

    private final Shopper staff;

    public Stockroom(int port, String adminToken) {
        this.staff = new Shopper(port, adminToken);
    }

    /// Creates `count` products that can be bought.
    public Shelf fill(int count) throws IOException {
        expect(staff.post("/api/v1/categories",
                "{\"categoryId\":\"" + UUID.randomUUID() + "\",\"slug\":\"bench\",\"displayName\":\"Bench\"}"), 409);
        var products = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            var id = UUID.nameUUIDFromBytes(("bench-" + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            expect(staff.post("/api/v1/products", product(id, i)), 409);
            products.add(id);
        }
        for (int from = 0; from < count; from += 500) {
            receive(receipts(from, Math.min(count, from + 500)));
        }
        awaitStock(products);
        staff.close();
        return new Shelf(products);
    }

    /// An article is known to inventory a moment after it was created; until then a delivery of it is refused.
    private void receive(String delivery) throws IOException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        var reply = staff.post("/api/v1/inventory/receipts", delivery);
        while (reply.status() == 404 && System.nanoTime() < deadline) {
            reply = staff.post("/api/v1/inventory/receipts", delivery);
        }
        expect(reply, 0);
    }

    private static String product(UUID id, int number) {
        return """
            {"productId":"%s","sku":"BENCH-%05d","name":"Measured article %d",
             "description":"An article that is bought again and again to see how long that takes.",
             "price":%d,"currency":"GBP","category":"bench","status":"ACTIVE","weightGrams":250}"""
                .formatted(id, number, number, 500 + number % 2_000);
    }

    private static String receipts(int from, int to) {
        var lines = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            lines.add("{\"sku\":\"BENCH-%05d\",\"quantity\":%d}".formatted(i, STOCK));
        }
        return "{\"deliveryId\":\"" + UUID.randomUUID() + "\",\"locationId\":\"MAIN\",\"lines\":[" + String.join(",", lines) + "]}";
    }

    private void awaitStock(List<UUID> products) throws IOException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        var last = products.getLast();
        while (!staff.get("/api/v1/stock/" + last).text().contains("\"IN_STOCK\"")) {
            if (System.nanoTime() > deadline) {
                throw new IOException("stock did not arrive: " + staff.get("/api/v1/stock/" + last).text());
            }
        }
    }

    private static void expect(Reply reply, int alsoFine) throws IOException {
        if (!reply.good() && reply.status() != alsoFine) {
            throw new IOException("filling the shop: " + reply.status() + " " + reply.text());
        }
    }
}
