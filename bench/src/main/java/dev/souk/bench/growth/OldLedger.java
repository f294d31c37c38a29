package dev.souk.bench.growth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The provider's lines about the grown orders, in a file of their own: their numbers are not in line with the ledger's,
/// and nobody asks for payments of long ago. `souk check` reads both files.
final class OldLedger {
    private OldLedger() {}

    static void write(Path data, Pattern pattern, Extent extent) throws IOException {
        var file = data.resolve("payment-provider").resolve("grown.jsonl");
        try (var out = Files.newBufferedWriter(file)) {
            for (long n = 0; n < extent.orders(); n++) {
                write(out, pattern.ledger().get((int) (n % extent.groups())), extent.digits(n), n);
            }
        }
    }

    private static void write(BufferedWriter out, List<JsonNode> lines, String digits, long n) throws IOException {
        for (var line : lines) {
            out.write("{\"result\":\"" + line.path("result").asString() + "\",\"payment\":\"old_" + n + "\",\"amount\":"
                    + line.path("amount").asLong() + ",\"orderId\":\"" + moved(line.path("orderId"), digits)
                    + "\",\"shopPaymentId\":\"" + moved(line.path("shopPaymentId"), digits) + "\"}\n");
        }
    }

    private static String moved(JsonNode id, String digits) {
        return digits + id.asString().substring(digits.length());
    }
}
