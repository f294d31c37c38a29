package dev.souk.customer;

import dev.souk.customer.db.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A copy as a page for people: words instead of names of members, amounts in their currency, times that can be read.
final class ReadableCopy {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private ReadableCopy() {}

    static String html(UUID customer, Instant at, List<ExportPackage.Part> parts) {
        var sections = parts.stream().map(ReadableCopy::section).collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <title>Your data</title>
                <style>
                :root{color-scheme:light dark}
                body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%%;margin:0 0 1.5rem}
                th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #8884;overflow-wrap:anywhere}
                th{width:12rem;font-weight:600} h2{margin-top:2.5rem} h3{margin-bottom:.3rem} p.none{opacity:.7}
                </style></head><body>
                <h1>Your data</h1>
                <p>Everything that the shop holds about you, as of %s. Your customer number is %s.
                The same is in data.json, for other programs. Outside the shop, the payment provider received what your
                payments needed, and the carriers the addresses that your parcels went to.</p>
                %s</body></html>
                """.formatted(TIME.format(at.atZone(ZoneOffset.UTC)), customer, sections);
    }

    private static String section(ExportPackage.Part part) {
        var text = new StringBuilder("<h2>").append(words(part.context())).append("</h2>\n");
        if (part.records() == 0) {
            return text.append("<p class=\"none\">Nothing.</p>\n").toString();
        }
        for (Map.Entry<String, JsonNode> list : ((ObjectNode) Json.MAPPER.readTree(part.json())).properties()) {
            if (!list.getValue().isEmpty()) {
                text.append("<h3>").append(words(list.getKey())).append("</h3>\n");
                list.getValue().forEach(row -> text.append(row.isObject() ? table(row, null) : "<p>" + value("", row, null) + "</p>\n"));
            }
        }
        return text.toString();
    }

    /// @param currency that of the amounts around it
    private static String table(JsonNode row, @Nullable String currency) {
        var own = row.path("currency").isString() ? row.path("currency").asString() : currency;
        return row.properties().stream()
                .filter(member -> !member.getValue().isNull() && !(member.getValue().isContainer() && member.getValue().isEmpty()))
                .map(member -> "<tr><th>" + words(member.getKey()) + "</th><td>" + value(member.getKey(), member.getValue(), own)
                        + "</td></tr>")
                .collect(Collectors.joining("\n", "<table>\n", "\n</table>\n"));
    }

    private static String value(String name, JsonNode value, @Nullable String currency) {
        if (value.isObject()) {
            return table(value, currency);
        }
        if (value.isArray()) {
            var all = new StringBuilder();
            value.forEach(one -> all.append(one.isContainer() ? value("", one, currency) : escaped(one.asString()) + "<br>"));
            return all.toString();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (currency != null && value.isIntegralNumber() && Amounts.named(name)) {
            return escaped(Amounts.text(value.longValue(), currency));
        }
        return escaped(value.isString() ? time(value.asString()) : value.asString());
    }

    private static String time(String text) {
        try {
            return text.endsWith("Z") ? TIME.format(Instant.parse(text).atZone(ZoneOffset.UTC)) : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /// `confirmationNumber` is "Confirmation number".
    private static String words(String name) {
        var spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return escaped(spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
