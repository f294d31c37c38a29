package dev.souk.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The little of Stripe's API that the adapter uses, with payments in memory.
final class FakeStripe implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, String> byKey = new HashMap<>();
    private final Map<String, Map<String, String>> requests = new HashMap<>();
    private int failNext;
    private boolean failAfterDoing;

    private static final class Intent {
        final String id;
        final long amount;
        final String paymentId;
        String status;
        long received;
        long refunded;

        Intent(String id, long amount, String paymentId, String status) {
            this.id = id;
            this.amount = amount;
            this.paymentId = paymentId;
            this.status = status;
        }

        String json() {
            boolean charged = !status.equals("requires_payment_method") && !status.equals("requires_action");
            var charge = charged
                    ? "{\"id\":\"ch_1\",\"object\":\"charge\",\"amount_refunded\":" + refunded
                            + ",\"payment_method_details\":{\"type\":\"card\",\"card\":{\"brand\":\"visa\",\"last4\":\"4242\"}}}"
                    : "null";
            return "{\"id\":\"" + id + "\",\"object\":\"payment_intent\",\"amount\":" + amount + ",\"amount_received\":"
                    + received + ",\"currency\":\"eur\",\"created\":1767607200,\"status\":\"" + status
                    + "\",\"client_secret\":\"" + id + "_secret\",\"latest_charge\":" + charge
                    + ",\"metadata\":{\"paymentId\":\"" + paymentId + "\"}}";
        }
    }

    private record Reply(int status, String body) {}

    FakeStripe() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::exchange);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, String> last(String request) {
        return Objects.requireNonNull(requests.get(request));
    }

    String status(String id) {
        return intent(id).status;
    }

    private Intent intent(String id) {
        return Objects.requireNonNull(intents.get(id));
    }

    void failNext(int status) {
        failNext = status;
    }

    void failAfterDoing() {
        failAfterDoing = true;
    }

    void actionDone() {
        intents.values().forEach(intent -> intent.status = "requires_capture");
    }

    private void exchange(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null) {
            form.put("Idempotency-Key", key);
        }
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        requests.put(request, form);
        var reply = reply(request, form);
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        for (var pair : body.isEmpty() ? new String[0] : body.split("&")) {
            var parts = pair.split("=", 2);
            form.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static Reply error(int status, String type, String code, String more) {
        return new Reply(status, "{\"error\":{\"type\":\"" + type + "\",\"code\":\"" + code + "\",\"message\":\"no\"" + more + "}}");
    }

    private Reply reply(String request, Map<String, String> form) {
        if (failNext != 0) {
            int status = failNext;
            failNext = 0;
            return error(
                    status, status >= 500 ? "api_error" : "invalid_request_error",
                    status == 409 ? "idempotency_key_in_use" : "rate_limit", "");
        }
        var parts = request.split("/", -1);
        var id = parts.length > 3 ? parts[3] : "";
        return switch (request.replace(id.startsWith("pi_") || id.startsWith("re_") ? id : "\0", "{id}")) {
            case "POST /v1/payment_intents" -> create(form);
            case "GET /v1/payment_intents" -> list();
            case "GET /v1/payment_intents/search" -> list();
            case "GET /v1/payment_intents/{id}" -> new Reply(200, intent(id).json());
            case "POST /v1/payment_intents/{id}/capture" -> capture(intent(id), form);
            case "POST /v1/payment_intents/{id}/cancel" -> cancel(intent(id));
            case "POST /v1/refunds" -> refund(intent(String.valueOf(form.get("payment_intent"))), form);
            case "GET /v1/refunds/{id}" -> new Reply(200, "{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"succeeded\"}");
            default -> error(404, "invalid_request_error", "resource_missing", "");
        };
    }

    private Reply create(Map<String, String> form) {
        var known = byKey.get(String.valueOf(form.get("Idempotency-Key")));
        if (known != null) {
            return new Reply(200, intent(known).json());
        }
        var method = String.valueOf(form.get("payment_method"));
        var status = switch (method) {
            case "pm_insufficient" -> "requires_payment_method";
            case "pm_3ds" -> "requires_action";
            default -> "requires_capture";
        };
        var intent = new Intent(
                "pi_" + (intents.size() + 1), Long.parseLong(String.valueOf(form.get("amount"))),
                String.valueOf(form.get("metadata[paymentId]")), status);
        intents.put(intent.id, intent);
        byKey.put(String.valueOf(form.get("Idempotency-Key")), intent.id);
        if (failAfterDoing) {
            return error(500, "api_error", "unknown", "");
        }
        return status.equals("requires_payment_method")
                ? error(402, "card_error", "card_declined", ",\"decline_code\":\"insufficient_funds\",\"payment_intent\":" + intent.json())
                : new Reply(200, intent.json());
    }

    private Reply list() {
        var all = String.join(",", intents.values().stream().map(Intent::json).toList());
        return new Reply(200, "{\"object\":\"list\",\"has_more\":false,\"url\":\"/v1/payment_intents\",\"data\":[" + all + "]}");
    }

    private static Reply capture(Intent intent, Map<String, String> form) {
        intent.received = Long.parseLong(String.valueOf(form.get("amount_to_capture")));
        intent.status = "succeeded";
        return new Reply(200, intent.json());
    }

    private static Reply cancel(Intent intent) {
        intent.status = "canceled";
        return new Reply(200, intent.json());
    }

    private static Reply refund(Intent intent, Map<String, String> form) {
        intent.refunded += Long.parseLong(String.valueOf(form.get("amount")));
        return new Reply(200, "{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"pending\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
