package dev.souk.platform.route;

import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a route answers: a body with the route's status, or a refusal as a problem document (and then nothing that the
/// transaction wrote is kept).
public sealed interface Answer<A> {
    /// @param status null means the route's declared status
    record Good<A>(@Nullable A body, @Nullable Integer status, Map<String, String> headers, List<Cookie> cookies)
            implements Answer<A> {
        public Good(@Nullable A body, @Nullable Integer status, Map<String, String> headers) {
            this(body, status, headers, List.of());
        }
    }

    record Bad<A>(Refusal reason) implements Answer<A> {}

    static <A> Answer<A> of(A body) {
        return new Good<>(body, null, Map.of());
    }

    static <A> Answer<A> nothing() {
        return new Good<>(null, null, Map.of());
    }

    static <A> Answer<A> refused(Refusal reason) {
        return new Bad<>(reason);
    }

    /// A page.
    static Answer<String> html(String page) {
        return new Good<>(page, null, Map.of("Content-Type", "text/html;charset=utf-8"));
    }

    /// Go on there with a GET: 303.
    static <A> Answer<A> redirect(String address) {
        return new Good<>(null, 303, Map.of("Location", address));
    }

    /// Turns an outcome into an answer.
    static <R, A> Answer<A> from(Outcome<R> outcome, Function<? super R, A> body) {
        return switch (outcome) {
            case Outcome.Done<R>(var result) -> of(body.apply(result));
            case Outcome.Refused<R>(var reason) -> refused(reason);
        };
    }

    /// Adds a header, for example `Location`.
    default Answer<A> header(String name, String value) {
        return switch (this) {
            case Good<A>(var body, var status, var headers, var cookies) -> {
                var more = new TreeMap<>(headers);
                more.put(name, value);
                yield new Good<>(body, status, Map.copyOf(more), cookies);
            }
            case Bad<A> bad -> bad;
        };
    }

    /// Sets a cookie; several may be set.
    default Answer<A> cookie(Cookie cookie) {
        return switch (this) {
            case Good<A>(var body, var status, var headers, var cookies) -> {
                var more = new ArrayList<>(cookies);
                more.add(cookie);
                yield new Good<>(body, status, headers, List.copyOf(more));
            }
            case Bad<A> bad -> bad;
        };
    }

    /// Adds `ETag: "version"`.
    default Answer<A> version(long version) {
        return header("ETag", "\"" + version + "\"");
    }

    /// Another status than the declared one, for example 200 instead of 201 for a repeat.
    default Answer<A> status(int other) {
        return switch (this) {
            case Good<A>(var body, var _, var headers, var cookies) -> new Good<>(body, other, headers, cookies);
            case Bad<A> bad -> bad;
        };
    }
}
