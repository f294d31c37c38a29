package dev.souk.notification.text;

import dev.souk.notification.db.OrderViews.OrderView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a template may use, as its reader reads it. In stored values an object of `amount` and `currency` is money,
/// one of `date` a day, one of `time` a moment.
public final class Values {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Values() {}

    /// Money as it stands in stored values.
    public static Map<String, Object> money(long minor, String currency) {
        return Map.of("amount", minor, "currency", currency);
    }

    /// A moment as it stands in stored values.
    public static Map<String, Object> time(Instant at) {
        return Map.of("time", at.toString());
    }

    /// A day as it stands in stored values.
    public static Map<String, Object> date(Instant at) {
        return Map.of("date", at.toString());
    }

    /// One stored text.
    public static Optional<String> text(@Nullable String json, String name) {
        return json == null ? Optional.empty() : JSON.readTree(json).optional(name).map(JsonNode::asString);
    }

    /// Values to be stored.
    public static String json(Object values) {
        return JSON.writeValueAsString(values);
    }

    /// Stored values, as `reader` reads them.
    static Map<String, Object> read(@Nullable String json, Reader reader) {
        var values = new HashMap<String, Object>();
        if (json != null) {
            JSON.readTree(json).properties().forEach(member -> values.put(member.getKey(), shown(member.getValue(), reader)));
        }
        return values;
    }

    private static Object shown(JsonNode node, Reader reader) {
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(one -> list.add(shown(one, reader)));
            return list;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (!node.isObject()) {
            return node.asString();
        }
        if (node.has("amount") && node.has("currency")) {
            return reader.money(node.get("amount").asLong(), node.get("currency").asString());
        }
        if (node.has("time")) {
            return reader.time(Instant.parse(node.get("time").asString()));
        }
        if (node.has("date")) {
            return reader.date(Instant.parse(node.get("date").asString()));
        }
        var map = new HashMap<String, Object>();
        node.properties().forEach(member -> map.put(member.getKey(), shown(member.getValue(), reader)));
        return map;
    }

    /// @param name of the article
    /// @param price of one, minor units
    public record Line(String name, int quantity, long price) {}

    static Map<String, Object> order(OrderView view, Reader reader, String shopUrl) {
        var order = new HashMap<String, Object>();
        var number = view.number() == null ? "" : view.number();
        order.put("number", number);
        order.put("url", shopUrl + "/orders/" + view.orderId() + "?confirmation=" + number);
        if (view.placedAt() != null) {
            order.put("date", reader.date(view.placedAt()));
        }
        var currency = view.currency();
        if (currency != null) {
            order.put("lines", lines(view.lines(), currency, reader));
            amounts(order, view, currency, reader);
        }
        return order;
    }

    /// So that what stands above the total adds up to it: with prices that contain their tax, delivery does too, and
    /// the tax is named below.
    private static void amounts(Map<String, Object> order, OrderView view, String currency, Reader reader) {
        long subtotal = known(view.subtotal());
        long discount = known(view.discount());
        long shipping = known(view.shipping());
        long tax = known(view.tax());
        long total = known(view.total());
        boolean added = subtotal - discount + shipping + tax == total;
        amount(order, "subtotal", subtotal, currency, reader);
        amount(order, "discount", -discount, currency, reader);
        amount(order, "shipping", added ? shipping : total - subtotal + discount, currency, reader);
        amount(order, "tax", added ? tax : 0, currency, reader);
        order.put("total", reader.money(total, currency));
        amount(order, "includedTax", added ? 0 : tax, currency, reader);
    }

    private static long known(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }

    /// Nothing is shown of what is nothing.
    private static void amount(Map<String, Object> order, String name, long minor, String currency, Reader reader) {
        order.put(name, minor == 0 ? false : reader.money(minor, currency));
    }

    private static List<Map<String, Object>> lines(@Nullable String json, String currency, Reader reader) {
        var lines = new ArrayList<Map<String, Object>>();
        if (json != null) {
            for (var line : JSON.readValue(json, Line[].class)) {
                lines.add(Map.of(
                        "name", line.name(),
                        "quantity", String.valueOf(line.quantity()),
                        "price", reader.money(line.price(), currency),
                        "amount", reader.money(line.price() * line.quantity(), currency)));
            }
        }
        return lines;
    }
}
