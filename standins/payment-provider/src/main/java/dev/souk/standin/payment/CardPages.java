package dev.souk.standin.payment;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages that a shopper sees at the provider: the card form, in a frame of the shop or as a page, and the bank's
/// question behind 3-D Secure. Card numbers come here and go no further.
final class CardPages {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ProviderStandIn provider;
    private final Clock clock;

    CardPages(ProviderStandIn provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /// Answers if the address is that of a page.
    boolean answered(HttpExchange exchange, byte[] body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var query = new HashMap<>(ProviderApi.query(exchange.getRequestURI().getRawQuery()));
        var get = exchange.getRequestMethod().equals("GET");
        var action = path.matches("/actions/[A-Za-z0-9_-]{1,100}") ? path.substring("/actions/".length()) : null;
        if (path.equals("/form")) {
            cardForm(exchange, query, get ? Map.of() : fields(body));
        } else if (action != null) {
            if (get) {
                question(exchange, query, action);
            } else {
                decide(exchange, query, action, fields(body));
            }
        } else {
            return false;
        }
        return true;
    }

    private static Map<String, String> fields(byte[] body) {
        return ProviderApi.query(new String(body, StandardCharsets.UTF_8).replace('+', ' '));
    }

    /// A card that is sent comes back as a token: to the page around the frame, or to the shop's address.
    private void cardForm(HttpExchange exchange, Map<String, String> query, Map<String, String> fields) throws IOException {
        var embedded = query.containsKey("embed");
        if (fields.isEmpty()) {
            page(exchange, 200, "form.html", query, Map.of(
                    "embedded", embedded ? "embedded" : "alone", "role", embedded ? "group" : "main", "wrong", ""));
            return;
        }
        var card = Card.numbered(fields.getOrDefault("number", ""));
        var wrong = wrong(card, fields);
        if (card.isEmpty() || wrong != null) {
            if (embedded) {
                send(exchange, 422, "text/plain;charset=utf-8", PageWords.of(query.get("lang")).get(String.valueOf(wrong)));
                return;
            }
            page(exchange, 422, "form.html", query, Map.of(
                    "embedded", "alone", "role", "main", "wrong", PageWords.of(query.get("lang")).get(String.valueOf(wrong))));
            return;
        }
        var token = card.get().freshToken(RANDOM);
        if (embedded) {
            send(exchange, 200, "text/plain;charset=utf-8", token);
        } else {
            back(exchange, query, "token=" + token + "&state=" + query.getOrDefault("state", "").replaceAll("[^A-Za-z0-9]", ""));
        }
    }

    private @Nullable String wrong(Optional<Card> card, Map<String, String> fields) {
        if (card.isEmpty()) {
            return "wrong.number";
        }
        if (Card.expired(fields.getOrDefault("expiry", ""), YearMonth.now(clock))) {
            return "wrong.expiry";
        }
        return fields.getOrDefault("cvc", "").matches("\\d{3,4}") ? null : "wrong.cvc";
    }

    private void question(HttpExchange exchange, Map<String, String> query, String action) throws IOException {
        var view = provider.awaiting(action);
        page(exchange, 200, "question.html", query, Map.of(
                "amount", PageWords.of(query.get("lang")).money(view.amount(), view.currency()),
                "last4", String.valueOf(view.last4())));
    }

    private void decide(HttpExchange exchange, Map<String, String> query, String action, Map<String, String> fields)
            throws IOException {
        provider.action(action, "yes".equals(fields.get("answer")));
        back(exchange, query, "");
    }

    /// Real providers go back to addresses that the shop has registered; this one goes to any.
    private static void back(HttpExchange exchange, Map<String, String> query, String more) throws IOException {
        var address = query.getOrDefault("return_url", "");
        if (!address.matches("https?://[\\x21-\\x7e]{1,2000}")) {
            throw new IllegalArgumentException("return_url is missing");
        }
        var target = URI.create(address);
        var glue = more.isEmpty() ? "" : target.getRawQuery() == null ? "?" : "&";
        exchange.getResponseHeaders().set("Location", target + glue + more);
        exchange.sendResponseHeaders(303, -1);
    }

    private static void page(HttpExchange exchange, int status, String file, Map<String, String> query, Map<String, String> values)
            throws IOException {
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var html = PageWords.of(query.get("lang")).into(read(file)).replace("{{nonce}}", nonce);
        for (var value : values.entrySet()) {
            html = html.replace("{{" + value.getKey() + "}}", escaped(value.getValue()));
        }
        exchange.getResponseHeaders().set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                        + "'; connect-src 'self'; form-action 'self' http: https:; base-uri 'none'; frame-ancestors http: https:");
        send(exchange, status, "text/html;charset=utf-8", html);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String read(String file) {
        try (var in = CardPages.class.getResourceAsStream("/pages/" + file)) {
            if (in == null) {
                throw new IllegalStateException("page " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
