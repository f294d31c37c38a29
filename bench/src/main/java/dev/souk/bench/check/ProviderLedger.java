package dev.souk.bench.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The payment provider's own ledger, read from its file: what it says it did, payment by payment.
final class ProviderLedger {
    private static final JsonMapper JSON = new JsonMapper();

    /// One payment, by the provider's own account.
    static final class Account {
        String orderId = "";
        String shopPaymentId = "";
        String currency = "";
        String status = "";
        long authorized;
        long captured;
        long refunded;
    }

    private final Map<String, Account> accounts = new HashMap<>();

    private ProviderLedger() {}

    static ProviderLedger read(Path data) throws IOException {
        var ledger = new ProviderLedger();
        var file = data.resolve("payment-provider").resolve("ledger.jsonl");
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                ledger.take(line);
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
        if (account.orderId.isEmpty()) {
            account.orderId = entry.path("orderId").asString("");
            account.shopPaymentId = entry.path("shopPaymentId").asString("");
            account.currency = entry.path("currency").asString("");
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

    Map<String, Account> accounts() {
        return accounts;
    }
}
