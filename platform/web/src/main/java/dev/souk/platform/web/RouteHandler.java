package dev.souk.platform.web;

import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Runs one declared route. Everything that can be decided from the declaration is decided once, here.
final class RouteHandler<B, A> {
    private final Route<B, A> route;
    private final Served served;
    private final Edge edge;
    private final RequestBody<B> body;
    private final Rendering<A> rendering;
    private final RouteTimers timers;
    private final KnownQuery query;
    private final boolean everyone;
    private final @Nullable Transacted<B, A> transacted;

    RouteHandler(Route<B, A> route, Served served, Transacted.@Nullable Company company, Edge edge) {
        this.route = route;
        this.served = served;
        this.edge = edge;
        this.body = new RequestBody<>(route.body(), route.bodyLimit());
        this.rendering = new Rendering<>(route);
        this.query = new KnownQuery(route);
        this.timers = new RouteTimers(edge.meters(), served.context(), route);
        this.everyone = route.roles().size() == Role.values().length;
        this.transacted = Transacted.of(route.action(), rendering, company);
        if (route.key() == Route.Key.REQUIRED && !(route.action() instanceof Route.Action.Writes<B, A>)) {
            throw new IllegalArgumentException(
                    route.method() + " " + route.path() + " demands an idempotency key but has no transaction for it");
        }
    }

    Reply handle(HttpServletRequest request, RouteTable.Match match) {
        var started = System.nanoTime();
        var journey = Journey.of(request);
        Reply reply;
        try {
            reply = answer(request, match, journey);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            reply = Failures.reply(e, request, journey);
        }
        timers.record(reply.status(), System.nanoTime() - started);
        return reply.correlation(journey.correlation().toString());
    }

    private Reply answer(HttpServletRequest request, RouteTable.Match match, Journey journey)
            throws IOException, InterruptedException {
        var caller = Callers.current();
        admit(caller);
        edge.limits().take(caller, request.getRemoteAddr(), route.rate());
        rendering.requireAcceptable(request);
        checkStorable(match);
        query.check(request.getQueryString());
        var bytes = body.bytes(request);
        var key = Idempotency.of(route, request, caller, bytes, edge.answers());
        var record = OnRecord.of(route, request, caller, edge.vault());
        var call = new HttpCall<>(request, caller, body.read(bytes), match, served, record, null);
        return switch (route.action()) {
            case Route.Action.Writes<B, A> _, Route.Action.Reads<B, A> _ ->
                Objects.requireNonNull(transacted).run(call, key, journey);
            case Route.Action.Free<B, A>(var handler) ->
                recorded(rendering.reply(edge.open().run(() -> handler.handle(call)), request), call, journey);
            case Route.Action.Streams<B, A>(var handler) ->
                new EventStreamReply(out -> handler.handle(call, out), edge, journey);
        };
    }

    /// Of a route that opens its own transactions.
    private Reply recorded(Reply reply, HttpCall<B> call, Journey journey) {
        var transactions = served.transactions();
        if (transactions != null && call.audited()) {
            transactions.write(journey.cause(call.caller().actor()), tx -> {
                call.audit(tx);
                return true;
            });
        }
        return reply;
    }

    private void admit(Caller caller) {
        if (everyone || caller.roles().stream().anyMatch(route.roles()::contains)) {
            return;
        }
        throw caller.subject() == null
                ? Problem.of(401, "UNAUTHENTICATED", "This needs a token: Authorization: Bearer ...")
                        .header("WWW-Authenticate", "Bearer")
                        .halt()
                : Problem.of(403, "FORBIDDEN", "None of the token's roles may do this.").halt();
    }

    private static void checkStorable(RouteTable.Match match) {
        for (var value : match.values()) {
            if (!Json.storable(value)) {
                throw Problem.of(400, "INVALID_PATH", "The path has a character that cannot be stored.").halt();
            }
        }
    }
}
