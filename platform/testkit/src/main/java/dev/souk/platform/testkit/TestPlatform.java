package dev.souk.platform.testkit;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Query;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.postgres.HandDriven;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One context under test: real database, hand-driven clock and messages.
public final class TestPlatform implements AutoCloseable {
    private final HandDriven context;
    private final TestClock clock;

    private TestPlatform(Context context, Map<String, String> settings) {
        this.clock = new TestClock();
        var address = Objects.requireNonNull(TestServer.databases(List.of(context.name())).get(context.name()));
        this.context = new HandDriven(context, address, settings, clock, TestVault.SHARED);
    }

    public static TestPlatform of(Context context) {
        return new TestPlatform(context, Map.of());
    }

    public static TestPlatform of(Context context, Map<String, String> settings) {
        return new TestPlatform(context, settings);
    }

    /// Keys of persons for tests that run no context; opened when the first is needed.
    public static Vault keys() {
        return TestVault.SHARED;
    }

    /// A personal value as it comes in messages.
    public static <T> Sealed<T> sealed(UUID person, T value) {
        return TestVault.SHARED.seal(person, value);
    }

    /// What a message says about a person.
    public static <T> T opened(Sealed<T> sealed, Class<T> type) {
        return TestVault.SHARED.open(sealed, type).orElseThrow(() -> new AssertionError("erased"));
    }

    /// Keys of persons; one vault for all tests of a JVM.
    public Vault vault() {
        return TestVault.SHARED;
    }

    public TestClock clock() {
        return clock;
    }

    /// Plays a neighbour that answers a query.
    public <R, Q extends Query<R>> TestPlatform answering(Class<Q> type, Function<Q, R> answer) {
        context.answering(type, answer);
        return this;
    }

    /// Plays a neighbour that is called.
    public <R, C extends Command<R>> TestPlatform handling(Class<C> type, Function<C, Outcome<R>> act) {
        context.handling(type, act);
        return this;
    }

    /// As from HTTP: one transaction, rolled back when refused.
    public <R> Outcome<R> handle(Command<R> command) {
        return context.handle(command);
    }

    /// From neighbours' journals, as one batch; then the context's own reactions to itself, until quiet.
    public void deliver(Message... messages) {
        context.deliver(List.of(messages), false);
        settle();
    }

    /// The same through the single forms, each in a transaction of its own.
    public void deliverOneByOne(Message... messages) {
        context.deliver(List.of(messages), true);
        settle();
    }

    public void settle() {
        context.settle();
    }

    /// Events of the context so far, in journal order.
    public <E extends Event> List<E> published(Class<E> type) {
        return context.written(type);
    }

    /// Commands that the context has sent so far, in journal order.
    public <C extends Command<?>> List<C> sent(Class<C> type) {
        return context.written(type);
    }

    public <R> R ask(Query<R> query) {
        return context.ask(query);
    }

    /// Runs a sweep until it finds nothing more; answers how much it found.
    public int sweep(String name) {
        return context.sweep(name);
    }

    public <T> T read(Function<Tx, T> look) {
        return context.read(look);
    }

    public <T> T write(Function<Tx, T> change) {
        return context.write(Cause.system(UUID.randomUUID()), change);
    }

    public TestAnswer call(Caller caller, String method, String path, @Nullable Object body) {
        return call(caller, method, path, body, Map.of());
    }

    /// Runs a route of the context without HTTP. `path` is below `/api/v1` and may have a query string.
    @SuppressWarnings({"unchecked", "rawtypes"})
    public TestAnswer call(
            Caller caller, String method, String path, @Nullable Object body, Map<String, String> headers) {
        var parts = path.split("\\?", 2);
        var literalFirst = context.routes().stream()
                .sorted(java.util.Comparator.comparingLong(r -> r.path().chars().filter(c -> c == '{').count()))
                .toList();
        for (var route : literalFirst) {
            var variables = match(route, method, parts[0]);
            if (variables != null) {
                if (caller.roles().stream().noneMatch(route.roles()::contains)) {
                    return refused(new Refusal.Plain(Refusal.Kind.FORBIDDEN, "FORBIDDEN", "not admitted"));
                }
                return run((Route) route, caller, body, variables, parts.length > 1 ? parts[1] : "", headers);
            }
        }
        throw new AssertionError("no route " + method + " " + path);
    }

    /// One of several calls of [#callTogether].
    public record Asking(Caller caller, String path, @Nullable Object body, Map<String, String> headers) {}

    /// Runs the group form of a route: all calls in one transaction. Null where it leaves a call to the single form.
    @SuppressWarnings({"unchecked", "rawtypes"})
    public List<@Nullable TestAnswer> callTogether(String method, List<Asking> calls) {
        var first = calls.getFirst().path();
        for (var route : context.routes()) {
            if (match(route, method, first) != null
                    && route.action() instanceof Route.Action.Writes writes
                    && writes.together() != null) {
                return together((Route) route, writes.together(), calls);
            }
        }
        throw new AssertionError("no route " + method + " " + first + " with a group form");
    }

    private <B, A> List<@Nullable TestAnswer> together(
            Route<B, A> route, Route.Together<B, A> together, List<Asking> calls) {
        return context.write(Cause.system(UUID.randomUUID()), tx -> {
            var joint = new ArrayList<Route.Joint<B>>();
            for (var one : calls) {
                var id = UUID.randomUUID();
                var own = tx.because(new Cause(id, id, one.caller().actor(), null));
                var path = Objects.requireNonNull(match(route, route.method(), one.path()));
                @SuppressWarnings("unchecked")
                var body = (B) one.body();
                joint.add(new Route.Joint<>(
                        new TestCall<>(route, one.caller(), body, path, Map.of(), one.headers(), c -> context.handle(c, own)), own));
            }
            var shown = new ArrayList<@Nullable TestAnswer>();
            for (var answer : together.handler().handle(joint)) {
                shown.add(answer == null ? null : shown(route, answer));
            }
            return shown;
        });
    }

    private static @Nullable Map<String, String> match(Route<?, ?> route, String method, String path) {
        var wanted = route.path().split("/", -1);
        var given = path.split("/", -1);
        if (!route.method().equals(method) || wanted.length != given.length) {
            return null;
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                variables.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return null;
            }
        }
        return variables;
    }

    private static TestAnswer refused(Refusal reason) {
        return new TestAnswer(0, null, reason, Map.of(), List.of());
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Answer<?> answer;

        RolledBack(Answer<?> answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    private <B, A> TestAnswer run(
            Route<B, A> route, Caller caller, @Nullable B body, Map<String, String> path, String query,
            Map<String, String> headers) {
        var parameters = new HashMap<String, String>();
        for (var pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            var nameAndValue = pair.split("=", 2);
            if (!route.knows(nameAndValue[0])) {
                return refused(Refusal.invalid("UNKNOWN_PARAMETER", nameAndValue[0] + " is not declared"));
            }
            parameters.put(nameAndValue[0], nameAndValue.length > 1 ? nameAndValue[1] : "");
        }
        try {
            var answer = switch (route.action()) {
                case Route.Action.Writes<B, A>(var handler, var _) -> writing(route, handler, caller, body, path, parameters, headers);
                case Route.Action.Reads<B, A>(var handler, var _) -> context.read(tx -> handler.handle(
                        new TestCall<>(route, caller, body, path, parameters, headers, c -> context.handle(c)), tx));
                case Route.Action.Free<B, A>(var handler) -> handler.handle(
                        new TestCall<>(route, caller, body, path, parameters, headers, c -> context.handle(c)));
                case Route.Action.Streams<B, A> _ -> throw new AssertionError("a stream needs HTTP");
            };
            return shown(route, answer);
        } catch (TestCall.Stopped e) {
            return refused(Refusal.invalid(String.valueOf(e.getMessage()), "stopped before the handler"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private <B, A> Answer<A> writing(
            Route<B, A> route, Route.WriteHandler<B, A> handler, Caller caller, @Nullable B body, Map<String, String> path,
            Map<String, String> query, Map<String, String> headers) {
        var id = UUID.randomUUID();
        try {
            return context.write(new Cause(id, id, caller.actor(), null), tx -> {
                var answer = handler.handle(
                        new TestCall<>(route, caller, body, path, query, headers, c -> context.handle(c, tx)), tx);
                if (answer instanceof Answer.Bad<A>) {
                    throw new RolledBack(answer);
                }
                return answer;
            });
        } catch (RolledBack e) {
            @SuppressWarnings("unchecked")
            var answer = (Answer<A>) e.answer;
            return answer;
        }
    }

    private static <A> TestAnswer shown(Route<?, A> route, Answer<A> answer) {
        return switch (answer) {
            case Answer.Good<A>(var body, var status, var headers, var cookies) ->
                new TestAnswer(status == null ? route.status() : status, body, null, headers, cookies);
            case Answer.Bad<A>(var reason) -> refused(reason);
        };
    }

    /// A signed-in customer.
    public static Caller customer(UUID id) {
        return new Caller(id, java.util.Set.of(dev.souk.platform.route.Role.CUSTOMER));
    }

    /// A member of staff.
    public static Caller staff(dev.souk.platform.route.Role... roles) {
        return new Caller(UUID.randomUUID(), java.util.Set.of(roles));
    }


    @Override
    public void close() {
        context.close();
    }
}
