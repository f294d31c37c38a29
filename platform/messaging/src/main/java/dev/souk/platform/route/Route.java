package dev.souk.platform.route;

import dev.souk.platform.messaging.Tx;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One HTTP route as data. `path` is below `/api/v1` unless it begins with `//` (then the second slash is the root).
///
/// @param method GET, POST, PUT, PATCH or DELETE
/// @param body request type: a record read from JSON (unknown members are refused), [Form], `Void`, or `byte[]` for raw
/// bytes
/// @param answer answer type: a record written as JSON, or `Void`
/// @param status success status
/// @param roles who may call; never empty
/// @param key what an `Idempotency-Key` means here
/// @param bodyLimit bytes
/// @param query the query parameters that it knows; below `/api/v1` others are refused
/// @param personal whether it shows personal data: to staff masked, unless they say what for
/// @param summary one line for the reader of the API page
/// @param action what it does
public record Route<B, A>(
        String method,
        String path,
        Class<B> body,
        Class<A> answer,
        int status,
        Set<Role> roles,
        Key key,
        int bodyLimit,
        Rate rate,
        List<Parameter> query,
        boolean personal,
        String summary,
        Action<B, A> action) {

    public Route {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(method + " " + path + " names no role");
        }
        roles = Set.copyOf(roles);
        query = List.copyOf(query);
    }

    /// Whether it may be asked with query parameters that it does not declare: pages and what is called by others'
    /// rules must bear them, the API must not hide a misspelling.
    public boolean lenient() {
        return path.startsWith("//");
    }

    /// Whether its handler may ask for this query parameter.
    public boolean knows(String parameter) {
        return lenient() || query.stream().anyMatch(known -> known.name().equals(parameter));
    }

    /// How a route runs.
    public sealed interface Action<B, A> {
        /// In one transaction, committed before the answer leaves.
        ///
        /// @param together how several calls of the same moment can share a transaction, on the few routes where that pays
        record Writes<B, A>(WriteHandler<B, A> handler, @Nullable Together<B, A> together) implements Action<B, A> {}

        /// In a transaction that can only read.
        ///
        /// @param together as with [Writes]
        record Reads<B, A>(WriteHandler<B, A> handler, @Nullable Together<B, A> together) implements Action<B, A> {}

        /// Without a transaction; the handler opens its own (long poll, webhook, upload).
        record Free<B, A>(FreeHandler<B, A> handler) implements Action<B, A> {}

        /// Server-sent events until the handler returns or the client goes away.
        record Streams<B, A>(StreamHandler<B> handler) implements Action<B, A> {}
    }

    @FunctionalInterface
    public interface WriteHandler<B, A> {
        Answer<A> handle(Call<B> call, Tx tx);
    }

    /// The calls of several callers in one transaction.
    ///
    /// @param key a path variable that holds an id; calls that change something and have equal ids never meet. Null when
    ///     there is none
    public record Together<B, A>(@Nullable String key, TogetherHandler<B, A> handler) {}

    /// The set-based form of a route, for what nothing speaks against.
    @FunctionalInterface
    public interface TogetherHandler<B, A> {
        /// @return for each call in order its answer; null where something speaks against it: then this call has
        ///     changed nothing here, and the single form looks at it in a transaction of its own
        List<@Nullable Answer<A>> handle(List<Joint<B>> calls);
    }

    /// One of several calls.
    ///
    /// @param tx the shared transaction; what is published from here is caused by this call
    public record Joint<B>(Call<B> call, Tx tx) {}

    @FunctionalInterface
    public interface FreeHandler<B, A> {
        Answer<A> handle(Call<B> call) throws InterruptedException;
    }

    @FunctionalInterface
    public interface StreamHandler<B> {
        void handle(Call<B> call, EventStream out) throws InterruptedException;
    }

    /// The open end of a server-sent event stream.
    public interface EventStream {
        /// @param event event name
        /// @param data JSON-writable
        /// @return false when the client has gone
        boolean send(String event, Object data);

        /// Answers a refusal instead of a stream; only before the first [#send].
        void refuse(dev.souk.platform.messaging.Refusal reason);
    }

    /// `Idempotency-Key`: not looked at, honoured when sent, or demanded (428 without).
    public enum Key {
        NONE,
        ACCEPTED,
        REQUIRED
    }

    /// Which bucket of the rate limits (contracts D39) a call counts against.
    public enum Rate {
        READ,
        WRITE,
        CHECKOUT,
        COUPON,
        SIGN_IN,
        SIGN_UP,
        UNLIMITED
    }

    public static Draft<Void, Void> get(String path) {
        return new Draft<>("GET", path, Void.class, Void.class, 200, Key.NONE, Rate.READ);
    }

    public static Draft<Void, Void> post(String path) {
        return new Draft<>("POST", path, Void.class, Void.class, 200, Key.ACCEPTED, Rate.WRITE);
    }

    public static Draft<Void, Void> put(String path) {
        return new Draft<>("PUT", path, Void.class, Void.class, 200, Key.ACCEPTED, Rate.WRITE);
    }

    public static Draft<Void, Void> patch(String path) {
        return new Draft<>("PATCH", path, Void.class, Void.class, 200, Key.ACCEPTED, Rate.WRITE);
    }

    public static Draft<Void, Void> delete(String path) {
        return new Draft<>("DELETE", path, Void.class, Void.class, 200, Key.ACCEPTED, Rate.WRITE);
    }

    /// A route being declared.
    public static final class Draft<B, A> {
        private final String method;
        private final String path;
        private final Class<B> body;
        private final Class<A> answer;
        private final int status;
        private final Key key;
        private final Rate rate;
        private int bodyLimit = 64 * 1024;
        private Set<Role> roles = EnumSet.noneOf(Role.class);
        private String summary = "";
        private List<Parameter> query = List.of();
        private boolean personal;

        private Draft(String method, String path, Class<B> body, Class<A> answer, int status, Key key, Rate rate) {
            this.method = method;
            this.path = path;
            this.body = body;
            this.answer = answer;
            this.status = status;
            this.key = key;
            this.rate = rate;
        }

        private <X, Y> Draft<X, Y> with(Class<X> body, Class<Y> answer, int status, Key key, Rate rate) {
            var next = new Draft<>(method, path, body, answer, status, key, rate);
            next.bodyLimit = bodyLimit;
            next.roles = roles;
            next.summary = summary;
            next.query = query;
            next.personal = personal;
            return next;
        }

        /// It shows personal data: staff sees it masked ([Call#unmasked]), or sends the header `Purpose` and is on record.
        public Draft<B, A> personal() {
            var next = with(body, answer, status, key, rate);
            next.personal = true;
            return next;
        }

        /// The query parameters that it knows.
        public Draft<B, A> query(Parameter... parameters) {
            var next = with(body, answer, status, key, rate);
            next.query = List.of(parameters);
            return next;
        }

        public <X> Draft<X, A> body(Class<X> type) {
            return with(type, answer, status, key, rate);
        }

        public <Y> Draft<B, Y> answers(int success, Class<Y> type) {
            return with(body, type, success, key, rate);
        }

        public Draft<B, A> roles(Role first, Role... more) {
            var next = with(body, answer, status, key, rate);
            next.roles = EnumSet.of(first, more);
            return next;
        }

        /// Anyone, with or without a token.
        public Draft<B, A> everyone() {
            var next = with(body, answer, status, key, rate);
            next.roles = EnumSet.allOf(Role.class);
            return next;
        }

        public Draft<B, A> key(Key meaning) {
            return with(body, answer, status, meaning, rate);
        }

        public Draft<B, A> rate(Rate bucket) {
            return with(body, answer, status, key, bucket);
        }

        /// Bytes; the default is 64 KiB.
        public Draft<B, A> bodyLimit(int bytes) {
            var next = with(body, answer, status, key, rate);
            next.bodyLimit = bytes;
            return next;
        }

        public Draft<B, A> summary(String line) {
            var next = with(body, answer, status, key, rate);
            next.summary = line;
            return next;
        }

        public Route<B, A> writes(WriteHandler<B, A> handler) {
            return route(new Action.Writes<>(handler, null));
        }

        /// The same, where calls of the same moment may share a transaction.
        public Route<B, A> writes(WriteHandler<B, A> handler, Together<B, A> together) {
            return route(new Action.Writes<>(handler, together));
        }

        public Route<B, A> reads(WriteHandler<B, A> handler) {
            return route(new Action.Reads<>(handler, null));
        }

        /// The same, where calls of the same moment may be answered by the same statements.
        public Route<B, A> reads(WriteHandler<B, A> handler, Together<B, A> together) {
            return route(new Action.Reads<>(handler, together));
        }

        public Route<B, A> free(FreeHandler<B, A> handler) {
            return route(new Action.Free<>(handler));
        }

        public Route<B, A> streams(StreamHandler<B> handler) {
            return route(new Action.Streams<>(handler));
        }

        private Route<B, A> route(@Nullable Action<B, A> action) {
            return new Route<>(
                    method, path, body, answer, status, roles, key, bodyLimit, rate, query, personal, summary,
                    java.util.Objects.requireNonNull(action));
        }
    }
}
