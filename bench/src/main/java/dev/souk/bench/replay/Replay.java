package dev.souk.bench.replay;

import dev.souk.bench.http.Reply;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// One replay of one file. Its progress file makes a second run skip what is done; without it the same run repeats
/// every step under the same keys and changes nothing.
final class Replay {
    private final Path data;
    private final String token;
    private final String run;
    private final int concurrency;
    private final Path progressFile;
    private final Map<String, SalesDesk.Ended> ended = new TreeMap<>();
    private final Map<String, UUID> products = new ConcurrentHashMap<>();

    Replay(Path data, String token, String run, int concurrency, Path progressFile) {
        this.data = data;
        this.token = token;
        this.run = run;
        this.concurrency = concurrency;
        this.progressFile = progressFile;
    }

    /// Products and stock first: as much of each article as the file sells.
    void stock(SalesFile file) throws IOException, InterruptedException {
        try (var desk = new SalesDesk(data, token, run)) {
            desk.step("POST", "/api/v1/categories", SalesDesk.json(Map.of(
                    "categoryId", SalesDesk.id("category", "wholesale"), "slug", "wholesale", "displayName", "Wholesale")), "");
        }
        var articles = new ConcurrentLinkedQueue<>(file.articles().values());
        var bar = new ProgressBar("articles", articles.size());
        each(desk -> {
            for (var article = articles.poll(); article != null; article = articles.poll()) {
                product(desk, article);
                bar.step();
            }
        });
        bar.end();
        receive(file);
    }

    private void product(SalesDesk desk, SalesFile.Article article) throws IOException, InterruptedException {
        var name = article.name().length() >= 2 ? article.name() : "Article " + article.stockCode();
        var reply = desk.step("POST", "/api/v1/products", SalesDesk.json(Map.of(
                "productId", SalesDesk.id("product", article.stockCode()),
                "sku", article.stockCode(),
                "name", name,
                "description", "Stock code " + article.stockCode() + ": " + name,
                "price", article.pence(),
                "currency", "GBP",
                "category", "wholesale",
                "status", "ACTIVE")), "product/" + article.stockCode().replace(' ', '_'));
        if (reply.good()) {
            products.put(article.stockCode(), SalesDesk.id("product", article.stockCode()));
        } else if (reply.status() == 409) {
            products.put(article.stockCode(), known(desk, article.stockCode()));
        } else {
            throw new IOException("article " + article + ": " + reply.status() + " " + reply.text());
        }
    }

    /// The shop has this article already, perhaps under an id of its own.
    private static UUID known(SalesDesk desk, String stockCode) throws IOException, InterruptedException {
        var path = "/api/v1/products?sku=" + URLEncoder.encode(stockCode, StandardCharsets.UTF_8);
        var reply = desk.step("GET", path, "", "");
        for (var item : reply.json().path("items")) {
            if (item.path("sku").asString().equals(stockCode)) {
                return UUID.fromString(item.path("productId").asString());
            }
        }
        throw new IOException("article " + stockCode + " is taken and cannot be found: " + reply.text());
    }

    private void receive(SalesFile file) throws IOException, InterruptedException {
        var needed = new TreeMap<String, Long>();
        for (var invoice : file.invoices()) {
            for (var line : invoice.lines()) {
                needed.merge(line.stockCode(), (long) line.quantity(), Long::sum);
            }
        }
        var lines = needed.entrySet().stream()
                .<Map<String, Object>>map(e -> Map.of("sku", e.getKey(), "quantity", e.getValue()))
                .toList();
        try (var desk = new SalesDesk(data, token, run)) {
            for (int from = 0; from < lines.size(); from += 500) {
                var some = lines.subList(from, Math.min(lines.size(), from + 500));
                receive(desk, "stock/" + from, some);
            }
        }
    }

    /// An article's stock row follows its creation by an event; until it is there the receipt is refused.
    private void receive(SalesDesk desk, String name, List<Map<String, Object>> lines)
            throws IOException, InterruptedException {
        var body = SalesDesk.json(Map.of("deliveryId", SalesDesk.id(run, name), "locationId", "MAIN", "lines", lines));
        Reply reply = desk.step("POST", "/api/v1/inventory/receipts", body, name);
        for (int i = 0; i < 100 && !reply.good(); i++) {
            Thread.sleep(100);
            reply = desk.step("POST", "/api/v1/inventory/receipts", body, name);
        }
        if (!reply.good()) {
            throw new IOException("receipt: " + reply.status() + " " + reply.text());
        }
    }

    /// Keys in every invoice that is not done yet.
    List<SalesDesk.Ended> orders(SalesFile file) throws IOException, InterruptedException {
        load();
        var open = new ConcurrentLinkedQueue<Invoice>();
        file.invoices().stream().filter(invoice -> !ended.containsKey(invoice.number())).forEach(open::add);
        var bar = new ProgressBar("invoices", file.invoices().size());
        bar.step(ended.size());
        try (var progress = Files.newBufferedWriter(
                progressFile, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            each(desk -> {
                for (var invoice = open.poll(); invoice != null; invoice = open.poll()) {
                    done(desk.key(invoice, products), progress);
                    bar.step();
                }
            });
        }
        bar.end();
        return List.copyOf(ended.values());
    }

    private synchronized void done(SalesDesk.Ended one, BufferedWriter progress) throws IOException {
        ended.put(one.invoice(), one);
        progress.write(one.invoice() + "\t" + one.orderId() + "\t" + one.reason() + "\n");
        progress.flush();
    }

    private void load() throws IOException {
        if (Files.exists(progressFile)) {
            for (var line : Files.readAllLines(progressFile)) {
                var fields = line.split("\t", -1);
                if (fields.length == 3 && !fields[1].isEmpty()) {
                    ended.put(fields[0], new SalesDesk.Ended(fields[0], fields[1], fields[2]));
                }
            }
        }
    }

    @FunctionalInterface
    private interface Shift {
        void work(SalesDesk desk) throws IOException, InterruptedException;
    }

    private void each(Shift shift) throws IOException, InterruptedException {
        var failures = new ConcurrentLinkedQueue<Exception>();
        var number = new AtomicInteger();
        try (var clerks = Executors.newThreadPerTaskExecutor(
                task -> Thread.ofVirtual().name("clerk-" + number.incrementAndGet()).unstarted(task))) {
            for (int i = 0; i < concurrency; i++) {
                clerks.execute(() -> {
                    try (var desk = new SalesDesk(data, token, run)) {
                        shift.work(desk);
                    } catch (IOException | InterruptedException e) {
                        failures.add(e);
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw new IOException(java.util.Objects.requireNonNull(failures.peek()).getMessage(), failures.peek());
        }
    }

    /// What is not an order, with the reason, one line each.
    static Map<String, Long> report(SalesFile file, List<SalesDesk.Ended> ended, Path to) throws IOException {
        var counts = new HashMap<String, Long>();
        var lines = new ArrayList<String>();
        lines.add("invoice,stockCode,quantity,unitPrice,reason");
        for (var row : file.leftOut()) {
            lines.add(String.join(",", row.invoice(), row.stockCode(), row.quantity(), row.price(), row.reason()));
            counts.merge(row.reason(), 1L, Long::sum);
        }
        for (var one : ended) {
            if (one.orderId().isEmpty()) {
                lines.add(one.invoice() + ",,,,refused: " + one.reason().replace(',', ';'));
                counts.merge("refused", 1L, Long::sum);
            }
        }
        Files.write(to, lines);
        return new TreeMap<>(counts);
    }
}
