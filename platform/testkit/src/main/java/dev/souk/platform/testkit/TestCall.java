package dev.souk.platform.testkit;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Route;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A request without HTTP.
final class TestCall<B> implements Call<B> {
    private final Caller caller;
    private final @Nullable B body;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final Function<Command<?>, Outcome<?>> handler;
    private final Route<?, ?> route;

    /// A request that is refused before its handler runs on.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(String message) {
            super(message);
        }
    }

    TestCall(
            Route<?, ?> route,
            Caller caller,
            @Nullable B body,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            Function<Command<?>, Outcome<?>> handler) {
        this.route = route;
        this.caller = caller;
        this.body = body;
        this.path = path;
        this.query = query;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.handler = handler;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public B body() {
        if (body == null) {
            throw new Stopped("BODY_REQUIRED");
        }
        return body;
    }

    @Override
    public String path(String name) {
        var value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("no {" + name + "} in the path");
        }
        return value;
    }

    @Override
    public UUID pathId(String name) {
        try {
            return UUID.fromString(path(name));
        } catch (IllegalArgumentException e) {
            throw new Stopped("NOT_FOUND");
        }
    }

    @Override
    public Optional<String> query(String name) {
        requireDeclared(name);
        return Optional.ofNullable(query.get(name));
    }

    @Override
    public Optional<String> rawQuery() {
        return query.isEmpty()
                ? Optional.empty()
                : Optional.of(query.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("&")));
    }

    @Override
    public Cause cause() {
        var id = UUID.randomUUID();
        return new Cause(id, id, caller.actor(), null);
    }

    @Override
    public int limit(int otherwise, int most) {
        requireDeclared("limit");
        var value = query.get("limit");
        int limit = value == null ? otherwise : Integer.parseInt(value);
        if (limit < 1 || limit > most) {
            throw new Stopped("INVALID_LIMIT");
        }
        return limit;
    }

    private void requireDeclared(String name) {
        if (!route.knows(name)) {
            throw new AssertionError(route.method() + " " + route.path() + " does not declare the parameter " + name);
        }
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public Optional<String> cookie(String name) {
        return header("Cookie").stream().flatMap(line -> Stream.of(line.split("; *", -1)))
                .filter(pair -> pair.startsWith(name + "=")).map(pair -> pair.substring(name.length() + 1)).findFirst();
    }

    @Override
    public String address() {
        return header("Test-Address").orElse("192.0.2.1");
    }

    @Override
    public Optional<Long> ifMatch() {
        return header("If-Match").map(value -> Long.parseLong(value.replace("\"", "")));
    }

    @Override
    public boolean unmasked(@Nullable UUID person) {
        return !caller.staff() || caller.is(person) || (route.personal() && headers.containsKey("Purpose"));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> Outcome<R> handle(Command<R> command) {
        return (Outcome<R>) handler.apply(command);
    }
}
