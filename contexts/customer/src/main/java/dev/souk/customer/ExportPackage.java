package dev.souk.customer;

import dev.souk.customer.db.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A copy of everything about a person: `data.json` for machines, `data.html` for people, in one zip.
final class ExportPackage {
    record Part(String context, UUID subject, int records, String json) {}

    private ExportPackage() {}

    static byte[] zip(UUID customer, UUID request, Instant at, List<Part> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            entry(zip, "data.json", json(customer, request, at, parts), at);
            entry(zip, "data.html", ReadableCopy.html(customer, at, parts), at);
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
}
