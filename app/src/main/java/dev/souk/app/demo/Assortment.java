package dev.souk.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;

/// What the wholesaler sold in the first week of December 2010: each real article once, at the price that was charged
/// most often.
final class Assortment {
    private static final String FILE = "/demo/online-retail-2010-12-01_07.csv.gz";
    /// Postage, fees and manual entries have no digits in front.
    private static final Pattern REAL = Pattern.compile("[0-9]{5}[A-Za-z]{0,2}");

    private static final Pattern SET = Pattern.compile("\\b(?:set/|s/|set of |set )\\s*(\\d+)\\b\\s*");
    private static final Pattern PACK = Pattern.compile("\\bpack(?:/| of )\\s*(\\d+)\\b\\s*");
    private static final Pattern CENTIMETRES = Pattern.compile("(\\d)\\s*cm\\b");
    private static final Pattern PROPER = Pattern.compile(
            "\\b(christmas|xmas|easter|paris|london|england|french|english|edwardian|victorian|georgian|scandinavian|morris|union jack|"
                    + "charlotte|charlie|lola|suki|alice|regency|vegas|dutch|danish|swiss|japanese|chinese|indian|moroccan|turkish|"
                    + "columbian|noel|santa|valentine|spaceboy|rosie|sweden|nordic|parisienne|gisela|berlin)\\b");

    private Assortment() {}

    private static final class Sold {
        private String name = "";
        private long units;
        private final Map<Long, Integer> prices = new TreeMap<>();

        long price() {
            return prices.entrySet().stream()
                    .max(Comparator.<Map.Entry<Long, Integer>>comparingInt(Map.Entry::getValue)
                            .thenComparingLong(e -> -e.getKey()))
                    .orElseThrow()
                    .getKey();
        }
    }

    static List<Article> read() throws IOException {
        var sold = new LinkedHashMap<String, Sold>();
        try (var in = Assortment.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("the demo shop's file is missing from this build");
            }
            var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
            for (var row : CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
                take(sold, row.get("StockCode"), row.get("Description"), row.get("Quantity"), row.get("UnitPrice"));
            }
        }
        var articles = new ArrayList<Article>();
        sold.forEach((sku, one) -> {
            if (one.name.length() >= 2) {
                int stock = (int) Math.min(5_000, 20 + one.units * 2);
                articles.add(new Article(sku, title(one.name), Shelf.of(one.name), one.price(), stock));
            }
        });
        return articles;
    }

    private static void take(Map<String, Sold> sold, String sku, String name, String quantity, String price) {
        long units = Long.parseLong(quantity);
        var pounds = new BigDecimal(price);
        if (REAL.matcher(sku).matches() && units > 0 && pounds.signum() > 0) {
            var one = sold.computeIfAbsent(sku, _ -> new Sold());
            one.name = one.name.length() >= 2 ? one.name : name.strip();
            one.units += units;
            one.prices.merge(pounds.movePointRight(2).longValueExact(), 1, Integer::sum);
        }
    }

    /// `SET/6 WHITE METAL LANTERNS, 45CM` reads better as `Set of 6 white metal lanterns, 45 cm`.
    static String title(String shouted) {
        var text = shouted.replace("\"", "").strip().toLowerCase(Locale.ROOT);
        text = SET.matcher(text).replaceFirst("set of $1 ");
        text = PACK.matcher(text).replaceFirst("pack of $1 ");
        text = CENTIMETRES.matcher(text).replaceAll("$1 cm");
        text = text.replaceAll("\\s*,\\s*", ", ").replaceAll("\\s+", " ").replaceAll("[, ]+$", "");
        text = PROPER.matcher(text).replaceAll(word -> capital(word.group()));
        return capital(text);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
