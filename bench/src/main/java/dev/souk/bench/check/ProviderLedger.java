package dev.souk.bench.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The payment provider's own ledger, read from its file: what it says it did, payment by payment.
final class ProviderLedger {
    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID UNKNOWN = new UUID(0, 0);

    /// One payment, by the provider's own account.
    static final class Account {
        UUID orderId = UNKNOWN;
        UUID shopPaymentId = UNKNOWN;
        String status = "";
        long authorized;
        long captured;
        long refunded;
    }

    private final Map<String, Account> accounts = new HashMap<>();

    private ProviderLedger() {}

    /// The ledger, and what a growth run has put beside it for payments of long ago.
    static ProviderLedger read(Path data) throws IOException {
        var ledger = new ProviderLedger();
        for (var name : List.of("grown.jsonl", "ledger.jsonl")) {
            var file = data.resolve("payment-provider").resolve(name);
            if (Files.exists(file)) {
                try (var lines = Files.lines(file)) {
                    lines.forEach(ledger::take);
                }
            }
        }
        return ledger;
    }

    private void take(String line) {
        JsonNode entry;
        try {
            entry = JSON.readTree(line);
        } catch (JacksonException e) {
            return; // the last line may be torn by a crash
        }
        var payment = entry.path("payment").asString("");
        if (payment.isEmpty()) {
            return;
        }
        var account = accounts.computeIfAbsent(payment, _ -> new Account());
        long amount = entry.path("amount").asLong(0);
        if (account.orderId.equals(UNKNOWN)) {
            account.orderId = id(entry.path("orderId"));
            account.shopPaymentId = id(entry.path("shopPaymentId"));
        }
        switch (entry.path("result").asString("")) {
            case "AUTHORIZED" -> {
                account.status = "AUTHORIZED";
                account.authorized = Math.max(account.authorized, amount);
            }
            case "CAPTURED" -> {
                account.status = "CAPTURED";
                account.captured += amount;
            }
            case "REFUNDED" -> account.refunded += amount;
            case "VOIDED" -> account.status = "VOIDED";
            default -> { }
        }
    }

    private static UUID id(JsonNode node) {
        return node.isString() ? UUID.fromString(node.asString()) : UNKNOWN;
    }

    Map<String, Account> accounts() {
        return accounts;
    }
}
