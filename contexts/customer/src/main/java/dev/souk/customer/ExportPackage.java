package dev.souk.customer;

import dev.souk.customer.db.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A copy of everything about a person: `data.json` for machines, `data.html` for people, in one zip.
final class ExportPackage {
    record Part(String context, UUID subject, int records, String json) {}

    private ExportPackage() {}

    static byte[] zip(UUID customer, UUID request, Instant at, List<Part> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            entry(zip, "data.json", json(customer, request, at, parts), at);
            entry(zip, "data.html", html(customer, at, parts), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text, Instant at) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String json(UUID customer, UUID request, Instant at, List<Part> parts) {
        var root = Json.MAPPER.createObjectNode();
        root.put("customerId", customer.toString());
        root.put("requestId", request.toString());
        root.put("createdAt", at.toString());
        var held = root.putArray("parts");
        for (var part : parts) {
            var one = held.addObject();
            one.put("context", part.context());
            one.put("subjectId", part.subject().toString());
            one.put("records", part.records());
            one.set("held", Json.MAPPER.readTree(part.json()));
        }
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static String html(UUID customer, Instant at, List<Part> parts) {
        var sections = parts.stream().map(ExportPackage::section).collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Your data</title>
                <style>
                body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1b1a}
                table{border-collapse:collapse;width:100%%;margin:0 0 1.5rem}
                th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}
                th{width:14rem;font-weight:600} h2{margin-top:2.5rem;text-transform:capitalize}
                h3{margin-bottom:.3rem} p.none{color:#666}
                </style></head><body>
                <h1>Your data</h1>
                <p>Everything that the shop holds about you, as of %s. Your customer number is %s.
                The same is in data.json, for other programs. Outside the shop, the payment provider received what your
                payments needed, and the carriers the addresses that your parcels went to.</p>
                %s</body></html>
                """.formatted(escaped(at.truncatedTo(ChronoUnit.SECONDS).toString()), customer, sections);
    }

    private static String section(Part part) {
        var text = new StringBuilder("<h2>").append(escaped(part.context())).append("</h2>\n");
        if (part.records() == 0) {
            return text.append("<p class=\"none\">Nothing.</p>\n").toString();
        }
        for (Map.Entry<String, JsonNode> list : ((ObjectNode) Json.MAPPER.readTree(part.json())).properties()) {
            if (!list.getValue().isEmpty()) {
                text.append("<h3>").append(escaped(list.getKey())).append("</h3>\n");
                list.getValue().forEach(row -> text.append(table(row)));
            }
        }
        return text.toString();
    }

    private static String table(JsonNode row) {
        if (!row.isObject()) {
            return "<p>" + value(row) + "</p>\n";
        }
        return row.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .map(member -> "<tr><th>" + escaped(member.getKey()) + "</th><td>" + value(member.getValue()) + "</td></tr>")
                .collect(Collectors.joining("\n", "<table>\n", "\n</table>\n"));
    }

    private static String value(JsonNode value) {
        if (value.isObject()) {
            return table(value);
        }
        if (value.isArray()) {
            var all = new StringBuilder();
            value.forEach(one -> all.append(one.isContainer() ? table(one) : escaped(one.asString()) + "<br>"));
            return all.toString();
        }
        return escaped(value.asString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
