package dev.souk.standin.payment;

import dev.souk.standin.payment.ProviderException.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The paths of the provider.
final class ProviderApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ProviderStandIn provider;

    record Request(
            String method, String path, Map<String, String> query, @Nullable String key, JsonNode body) {
        String requiredKey() {
            if (key == null || key.isBlank() || key.length() > 255) {
                throw new IllegalArgumentException("Idempotency-Key is missing or too long");
            }
            return key;
        }

        String query(String name, String otherwise) {
            return query.getOrDefault(name, otherwise);
        }
    }

    ProviderApi(ProviderStandIn provider) {
        this.provider = provider;
    }

    static Map<String, String> query(@Nullable String raw) {
        var all = new HashMap<String, String>();
        for (var pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            var parts = pair.split("=", 2);
            all.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return all;
    }

    Object answer(Request request) {
        var parts = request.path().split("/");
        var first = parts.length > 1 ? parts[1] : "";
        return switch (request.method() + " " + first) {
            case "GET health" -> Map.of("status", "up");
            case "GET ledger" -> provider.ledger(number(request, "from", 1), limit(request, 10_000));
            case "GET balances" -> provider.balances();
            case "GET faults" -> provider.faults();
            case "POST faults" -> faults(request.body());
            case "POST cancellations" -> provider.cancelKey(text(request.body(), "key"));
            case "POST actions" -> action(parts);
            case "GET payments" -> parts.length > 2 ? provider.get(parts[2]) : find(request);
            case "POST payments" -> parts.length > 3 ? change(request, parts[2], parts[3]) : authorize(request);
            default -> throw new ProviderException(Kind.NOT_FOUND, "not_found", "no such path");
        };
    }

    private Faults faults(JsonNode body) {
        var all = JSON.valueToTree(Faults.NONE);
        ((tools.jackson.databind.node.ObjectNode) all).setAll((tools.jackson.databind.node.ObjectNode) body);
        var faults = JSON.treeToValue(all, Faults.class);
        provider.faults(faults);
        return faults;
    }

    private Answer action(String[] parts) {
        if (parts.length == 4 && (parts[3].equals("complete") || parts[3].equals("fail"))) {
            return provider.action(parts[2], parts[3].equals("complete"));
        }
        throw new ProviderException(Kind.NOT_FOUND, "not_found", "no such path");
    }

    private Answer authorize(Request request) {
        var wanted = JSON.treeToValue(request.body(), Authorize.class);
        if (wanted.currency() == null || wanted.token() == null) {
            throw new IllegalArgumentException("currency and token are required");
        }
        return provider.authorize(request.requiredKey(), wanted);
    }

    private Answer change(Request request, String payment, String what) {
        var key = request.requiredKey();
        return switch (what) {
            case "capture" -> provider.capture(key, payment, amount(request.body()));
            case "void" -> provider.voidPayment(key, payment);
            case "refunds" -> provider.refund(key, payment, amount(request.body()));
            default -> throw new ProviderException(Kind.NOT_FOUND, "not_found", "no such path");
        };
    }

    private List<Answer.View> find(Request request) {
        if (request.query().containsKey("key")) {
            return provider.findByKey(request.query("key", "")).stream().toList();
        }
        if (request.query().containsKey("paymentId")) {
            return provider.findByShopPayment(request.query("paymentId", "")).stream().toList();
        }
        return provider.list(
                Instant.parse(request.query("from", "1970-01-01T00:00:00Z")),
                Instant.parse(request.query("to", "9999-01-01T00:00:00Z")),
                request.query().get("after"),
                limit(request, 1_000));
    }

    private static int limit(Request request, int most) {
        return Math.clamp(number(request, "limit", most), 1, most);
    }

    private static long number(Request request, String name, long otherwise) {
        return Long.parseLong(request.query(name, Long.toString(otherwise)));
    }

    private static long amount(JsonNode body) {
        var amount = body.path("amount");
        if (!amount.isIntegralNumber()) {
            throw new IllegalArgumentException("amount is a whole number of minor units");
        }
        return amount.longValue();
    }

    private static String text(JsonNode body, String name) {
        var text = body.path(name);
        if (!text.isString()) {
            throw new IllegalArgumentException(name + " is required");
        }
        return text.stringValue();
    }
}
