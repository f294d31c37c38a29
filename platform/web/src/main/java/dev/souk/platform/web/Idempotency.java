package dev.souk.platform.web;

import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

/// One `Idempotency-Key` of one caller. Claimed first thing in the transaction that does the work: a second request
/// with the same key waits there until the first has ended, and then finds its answer.
record Idempotency(String caller, String key, String route, String fingerprint, Answers answers) {
    private static final ObjectReader HEADERS = Json.MAPPER.readerFor(new TypeReference<Map<String, String>>() {});
    private static final int UNTRACED_MINIMUM = 16;

    /// The key of a request, or null when the route or the request does without.
    static @Nullable Idempotency of(Route<?, ?> route, HttpServletRequest request, Caller caller, byte[] body, Answers answers) {
        if (route.key() == Route.Key.NONE || !(route.action() instanceof Route.Action.Writes<?, ?>)) {
            return null;
        }
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            if (route.key() == Route.Key.REQUIRED) {
                throw Problem.of(428, "IDEMPOTENCY_KEY_REQUIRED", "Send an Idempotency-Key, so that a repeat is safe.").halt();
            }
            return null;
        }
        if (key.isEmpty() || key.length() > 255 || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Problem.of(400, "INVALID_IDEMPOTENCY_KEY", "A key has 1 to 255 visible ASCII characters.").halt();
        }
        var path = request.getRequestURI();
        return new Idempotency(
                owner(caller, request, key, answers),
                key,
                route.method() + " " + route.path(),
                answers.hash(fingerprint(request.getMethod(), path, body)),
                answers);
    }

    /// Whose key it is. Guests are told apart by their cart, and before they have one by their address: two of them
    /// behind one address must not meet, so a key has to be long enough not to be thought of twice.
    private static String owner(Caller caller, HttpServletRequest request, String key, Answers answers) {
        if (caller.subject() != null) {
            return caller.subject().toString();
        }
        var cart = request.getHeader("Cart-Token");
        if (cart != null) {
            return "cart:" + digest(cart.getBytes(StandardCharsets.UTF_8));
        }
        if (key.length() < UNTRACED_MINIMUM) {
            throw Problem.of(400, "INVALID_IDEMPOTENCY_KEY", "A guest's key has at least 16 characters; a UUID will do.").halt();
        }
        return "address:" + answers.hash(request.getRemoteAddr());
    }

    private static String fingerprint(String method, String path, byte[] body) {
        var sha = sha256();
        sha.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest(body));
    }

    private static String digest(byte[] text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256().digest(text));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The answer of the request that had this key before, or null when this is the first.
    @Nullable Reply earlier(Tx tx) {
        var first = tx.sql("""
                insert into idempotency_key (caller, key, route, fingerprint, created_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""").params(caller, key, route, fingerprint, tx.now()).update() == 1;
        return first
                ? null
                : tx.sql("select fingerprint, status, answer, headers from idempotency_key where caller = ? and key = ?")
                        .params(caller, key)
                        .one(row -> replay(
                                row.text("fingerprint"), row.integer("status"), row.textOrNull("answer"), row.textOrNull("headers")));
    }

    private Reply replay(String earlier, int status, @Nullable String answer, @Nullable String headers) {
        if (!earlier.equals(fingerprint)) {
            throw Problem.of(422, "IDEMPOTENCY_KEY_REUSED", "This key was used for another request.").halt();
        }
        var all = new TreeMap<String, String>();
        if (headers != null) {
            all.putAll(HEADERS.readValue(headers));
        }
        all.put("Idempotency-Replayed", "true");
        if (answer == null) {
            return Reply.empty(status, all);
        }
        var opened = answers.open(answer);
        if (opened == null) {
            throw Problem.of(409, "IDEMPOTENCY_KEY_EXPIRED", "This key was used days ago; its answer is gone.").halt();
        }
        return new Reply(status, all, "application/json", opened.getBytes(StandardCharsets.UTF_8));
    }

    void keep(Tx tx, Reply reply) {
        tx.sql("update idempotency_key set status = ?, answer = ?, headers = ? where caller = ? and key = ?")
                .params(reply.status(), sealed(reply, tx.now()), headers(reply), caller, key)
                .update();
    }

    /// Whose key, and which.
    record Owned(String caller, String key) {}

    Owned owned() {
        return new Owned(caller, key);
    }

    /// Those of the keys that a committed request had.
    static Set<Owned> known(Tx tx, List<Idempotency> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(tx.sql("""
                        select k.caller, k.key from unnest(?::text[], ?::text[]) as asked (caller, key)
                        join idempotency_key k on k.caller = asked.caller and k.key = asked.key""")
                .array("text", keys, Idempotency::caller)
                .array("text", keys, Idempotency::key)
                .list(row -> new Owned(row.text("caller"), row.text("key"))));
    }

    /// Keeps the answers of keys that were not known a moment ago.
    ///
    /// @throws Met when one of them is known by now: then nothing of this transaction may stay
    static void keep(Tx tx, Map<Idempotency, Reply> answers) {
        if (answers.isEmpty()) {
            return;
        }
        var keys = List.copyOf(answers.keySet());
        var replies = List.copyOf(answers.values());
        var kept = tx.sql("""
                        insert into idempotency_key (caller, key, route, fingerprint, status, answer, headers, created_at)
                        select k.*, ?::timestamptz from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[]) as k on conflict do nothing""")
                .params(tx.now())
                .array("text", keys, Idempotency::caller)
                .array("text", keys, Idempotency::key)
                .array("text", keys, Idempotency::route)
                .array("text", keys, Idempotency::fingerprint)
                .array("int", replies, Reply::status)
                .array("text", keys, key -> key.sealed(answered(answers, key), tx.now()))
                .array("text", replies, Idempotency::headers)
                .update();
        if (kept != keys.size()) {
            throw new Met();
        }
    }

    private static Reply answered(Map<Idempotency, Reply> answers, Idempotency key) {
        return Objects.requireNonNull(answers.get(key));
    }

    private @Nullable String sealed(Reply reply, Instant now) {
        return reply.body().length == 0
                ? null
                : answers.seal(now, new String(reply.body(), StandardCharsets.UTF_8));
    }

    private static String headers(Reply reply) {
        return Json.MAPPER.writeValueAsString(reply.plainHeaders());
    }

    /// A request with one of the keys was under way elsewhere.
    static final class Met extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
