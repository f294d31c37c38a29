package dev.souk.bench.torture;

import dev.souk.bench.http.Connection;
import dev.souk.bench.http.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person at the public API. What was not answered is repeated under the same idempotency key until it is; now and
/// then the person is impatient, or repeats what was answered already.
final class Caller implements AutoCloseable {
    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final int USUAL_MILLIS = 30_000;

    private final int port;
    private final String who;
    private final @Nullable String token;
    private final SplittableRandom random;
    private final CallLog log;
    private final Deeds deeds;
    private final Connection usual;
    private String cartToken = "";

    /// There was no answer for minutes.
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        Unanswered(String what) {
            super(what);
        }
    }

    /// @param token of somebody signed in; null for a guest
    Caller(int port, String who, @Nullable String token, SplittableRandom random, CallLog log, Deeds deeds) {
        this.port = port;
        this.who = who;
        this.token = token;
        this.random = random;
        this.log = log;
        this.deeds = deeds;
        this.usual = new Connection("127.0.0.1", port, USUAL_MILLIS);
    }

    void cartToken(String given) {
        cartToken = given;
    }

    Reply get(String path) throws Unanswered, InterruptedException {
        return persist("GET", path, "", "");
    }

    /// Changes something exactly once.
    Reply change(String method, String path, String json) throws Unanswered, InterruptedException {
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        var reply = persist(method, path, json, key);
        if (reply.good()) {
            var answered = new Deeds.Answered(token, cartToken, method, path, json, key, reply.status(), reply.text());
            deeds.answered.add(answered);
            if (random.nextInt(20) == 0) {
                compare(answered, persist(method, path, json, key));
            }
        }
        return reply;
    }

    /// Without a key, for what is the same when done twice.
    Reply open(String path, String json) throws Unanswered, InterruptedException {
        return persist("POST", path, json, "");
    }

    /// Repeats a call that was answered; the answer has to be the same.
    void repeat(Deeds.Answered before) throws Unanswered, InterruptedException {
        cartToken = before.cartToken();
        compare(before, persist(before.method(), before.path(), before.json(), before.key()));
    }

    private void compare(Deeds.Answered before, Reply again) {
        if (again.status() != before.status() || !again.text().equals(before.body())) {
            deeds.broken.add(before.method() + " " + before.path() + " under its key again: " + again.status() + " "
                    + again.text() + " instead of " + before.status() + " " + before.body());
        }
    }

    private Reply persist(String method, String path, String json, String key) throws Unanswered, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (int attempt = 1; ; attempt++) {
            var reply = once(method, path, json, key, attempt);
            if (reply != null && reply.status() < 500 && reply.status() != 429) {
                return reply;
            }
            if (System.nanoTime() > deadline) {
                deeds.unsure(path + json);
                throw new Unanswered(who + ": " + method + " " + path + " has no answer");
            }
            Thread.sleep(50 + random.nextInt(250));
        }
    }

    private @Nullable Reply once(String method, String path, String json, String key, int attempt) {
        boolean impatient = attempt == 1 && !key.isEmpty() && random.nextInt(30) == 0;
        var line = impatient ? new Connection("127.0.0.1", port, 1 + random.nextInt(30)) : usual;
        long begun = System.nanoTime();
        try {
            var reply = line.send(method, path, headers(key), json.isEmpty() ? null : json.getBytes(StandardCharsets.UTF_8));
            write(method, path, key, attempt, reply.status(), reply.code(), begun);
            return reply;
        } catch (IOException | RuntimeException e) {
            line.close();
            write(method, path, key, attempt, 0, e.getClass().getSimpleName(), begun);
            return null;
        } finally {
            if (impatient) {
                line.close();
            }
        }
    }

    private void write(String method, String path, String key, int attempt, int status, String code, long begun) {
        long millis = (System.nanoTime() - begun) / 1_000_000;
        log.add(new CallLog.Attempt(Instant.now(), who, method, path, key, attempt, status, code, millis));
    }

    private String headers(String key) {
        return (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                + (cartToken.isEmpty() ? "" : "Cart-Token: " + cartToken + "\r\n")
                + (key.isEmpty() ? "" : "Idempotency-Key: " + key + "\r\n");
    }

    @Override
    public void close() {
        usual.close();
    }
}
