package dev.souk.bench.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// The transactions of a month, read and sorted into what is an order and what is not.
///
/// @param articles name and first price by stock code, of all usable rows
/// @param leftOut rows that are no order line, with the reason
record SalesFile(List<Invoice> invoices, Map<String, Article> articles, List<LeftOut> leftOut, long rows) {

    record Article(String stockCode, String name, long pence) {}

    record LeftOut(String invoice, String stockCode, String quantity, String price, String reason) {}

    static SalesFile read(Path file) throws IOException {
        try (var reader = open(file)) {
            return read(reader);
        }
    }

    private static Reader open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    private static SalesFile read(Reader reader) throws IOException {
        var lines = new LinkedHashMap<String, List<Invoice.Line>>();
        var heads = new LinkedHashMap<String, CSVRecord>();
        var articles = new LinkedHashMap<String, Article>();
        var leftOut = new ArrayList<LeftOut>();
        long rows = 0;
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        for (var row : format.parse(reader)) {
            rows++;
            var reason = reason(row);
            if (!reason.isEmpty()) {
                leftOut.add(new LeftOut(
                        row.get("InvoiceNo"), row.get("StockCode"), row.get("Quantity"), row.get("UnitPrice"), reason));
                continue;
            }
            var number = row.get("InvoiceNo");
            heads.putIfAbsent(number, row);
            var line = new Invoice.Line(
                    row.get("StockCode"), Integer.parseInt(row.get("Quantity")), pence(row.get("UnitPrice")));
            lines.computeIfAbsent(number, _ -> new ArrayList<>()).add(line);
            articles.merge(line.stockCode(), article(row, line), SalesFile::named);
        }
        var invoices = lines.entrySet().stream().map(e -> invoice(java.util.Objects.requireNonNull(heads.get(e.getKey())), e.getValue())).toList();
        return new SalesFile(invoices, articles, leftOut, rows);
    }

    private static String reason(CSVRecord row) {
        var number = row.get("InvoiceNo");
        if (number.startsWith("C")) {
            return "cancellation";
        }
        if (number.startsWith("A")) {
            return "bad debt adjustment";
        }
        if (Long.parseLong(row.get("Quantity")) <= 0) {
            return "quantity not positive";
        }
        return new BigDecimal(row.get("UnitPrice")).signum() <= 0 ? "price not positive" : "";
    }

    private static long pence(String pounds) {
        return new BigDecimal(pounds).movePointRight(2).longValueExact();
    }

    private static Article article(CSVRecord row, Invoice.Line line) {
        return new Article(line.stockCode(), row.get("Description").strip(), line.pence());
    }

    /// The first description that is one.
    private static Article named(Article known, Article next) {
        return known.name().length() >= 2 ? known : new Article(known.stockCode(), next.name(), known.pence());
    }

    private static Invoice invoice(CSVRecord head, List<Invoice.Line> lines) {
        var customer = head.get("CustomerID").replaceAll("\\.0$", "");
        return new Invoice(head.get("InvoiceNo"), customer, Countries.code(head.get("Country")), lines);
    }

    long units() {
        return invoices.stream().mapToLong(Invoice::units).sum();
    }

    long lines() {
        return invoices.stream().mapToLong(invoice -> invoice.lines().size()).sum();
    }

    long cartLines() {
        return invoices.stream().mapToLong(Invoice::cartLines).sum();
    }

    long revenue() {
        return invoices.stream().mapToLong(Invoice::total).sum();
    }
}
