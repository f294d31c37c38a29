package dev.souk.bench.torture;

import dev.souk.bench.http.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// What is for sale: plenty of ordinary articles, some of which only 20 units exist, and coupons with small limits.
///
/// @param products ordinary ones
/// @param scarce ones with 20 units
/// @param coupons codes
record Bazaar(List<UUID> products, List<UUID> scarce, List<String> coupons) {
    private static final int ORDINARY = 40;
    private static final int SCARCE = 30;
    private static final int UNITS = 20;

    Bazaar {
        products = List.copyOf(products);
        scarce = List.copyOf(scarce);
        coupons = List.copyOf(coupons);
    }

    /// Fills an empty shop.
    static Bazaar set(Caller staff, SplittableRandom random) throws IOException, InterruptedException, Caller.Unanswered {
        expect(staff.change("POST", "/api/v1/categories",
                "{\"categoryId\":\"" + UUID.randomUUID() + "\",\"slug\":\"bazaar\",\"displayName\":\"Bazaar\"}"));
        var products = new ArrayList<UUID>();
        var scarce = new ArrayList<UUID>();
        for (int i = 0; i < ORDINARY + SCARCE; i++) {
            var id = UUID.randomUUID();
            expect(staff.change("POST", "/api/v1/products", """
                {"productId":"%s","sku":"STALL-%03d","name":"Article %d","description":"An article of the bazaar.",
                 "price":%d,"currency":"GBP","category":"bazaar","status":"ACTIVE","weightGrams":250}"""
                    .formatted(id, i, i, 500 + random.nextInt(5_000))));
            receive(staff, "STALL-%03d".formatted(i), i < ORDINARY ? 1_000_000 : UNITS);
            (i < ORDINARY ? products : scarce).add(id);
        }
        return new Bazaar(products, scarce, coupons(staff));
    }

    /// An article is known to inventory a moment after it was created.
    private static void receive(Caller staff, String sku, int units) throws IOException, InterruptedException, Caller.Unanswered {
        var receipt = "{\"receiptId\":\"" + UUID.randomUUID() + "\",\"locationId\":\"MAIN\",\"quantity\":" + units + "}";
        var path = "/api/v1/inventory/" + sku + "/receipts";
        var reply = staff.change("POST", path, receipt);
        for (int i = 0; i < 300 && reply.status() == 404; i++) {
            Thread.sleep(50);
            reply = staff.change("POST", path, receipt);
        }
        expect(reply);
    }

    private static List<String> coupons(Caller staff) throws IOException, InterruptedException, Caller.Unanswered {
        var codes = List.of("FIRSTFIFTY", "ONEEACH", "LASTTEN");
        var limits = List.of("\"usageLimitTotal\":50", "\"usageLimitPerCustomer\":1", "\"usageLimitTotal\":10,\"usageLimitPerCustomer\":2");
        for (int i = 0; i < codes.size(); i++) {
            expect(staff.change("POST", "/api/v1/promotions", """
                {"promotionId":"%s","name":"Bazaar %d","type":"PERCENTAGE","value":%d,"code":"%s",%s}"""
                    .formatted(UUID.randomUUID(), i, 10 + i, codes.get(i), limits.get(i))));
        }
        return codes;
    }

    private static void expect(Reply reply) throws IOException {
        if (!reply.good()) {
            throw new IOException("setting up the bazaar: " + reply.status() + " " + reply.text());
        }
    }

    UUID any(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? scarce.get(random.nextInt(scarce.size()))
                : products.get(random.nextInt(products.size()));
    }
}
