package dev.souk.platform.web;

import dev.souk.platform.face.Face;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// All declared routes as one function: looks the path up in the table, and answers what no route answers. Until it has
/// its routes it asks for patience.
final class Router implements RouterFunction<ServerResponse> {
    private final Callers callers;
    private volatile @Nullable RouteTable<RouteHandler<?, ?>> routes;
    private volatile @Nullable Faces faces;

    Router(Callers callers) {
        this.callers = callers;
    }

    void open(List<Served> all, List<Face> shown, Edge edge) {
        var table = new RouteTable<RouteHandler<?, ?>>();
        for (var served : all) {
            var transactions = served.transactions();
            var company = transactions == null ? null : Transacted.Company.of(transactions);
            for (var route : served.routes()) {
                table.add(route.method(), route.path(), new RouteHandler<>(route, served, company, edge));
            }
        }
        faces = shown.isEmpty() ? null : new Faces(shown, new Inside(table, callers), edge.meters());
        routes = table;
    }

    @Override
    public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        var table = routes;
        if (table == null) {
            return Optional.of(early -> problem(
                    early.servletRequest(),
                    Problem.of(503, "STARTING", "The platform is starting.").header("Retry-After", "1")));
        }
        var segments = segments(request.requestPath().pathWithinApplication());
        var method = request.servletRequest().getMethod();
        var found = segments == null ? null : table.find(method, segments);
        if (found == null) {
            var page = page(request);
            return page.isPresent() ? page : Optional.of(unknown -> problem(
                    unknown.servletRequest(), Problem.of(404, "NOT_FOUND", "There is nothing at this address.")));
        }
        var handler = found.handler();
        if (handler != null) {
            return Optional.of(known -> handler.handle(known.servletRequest(), found.match()));
        }
        if (method.equals("OPTIONS")) {
            return Optional.of(_ -> Reply.empty(204, Map.of("Allow", found.allow())));
        }
        return Optional.of(other -> problem(
                other.servletRequest(),
                Problem.of(405, "METHOD_NOT_ALLOWED", "This address knows " + found.allow() + ".")
                        .header("Allow", found.allow())));
    }

    private Optional<HandlerFunction<ServerResponse>> page(ServerRequest request) {
        var known = faces;
        var path = request.requestPath().pathWithinApplication().elements().stream()
                .map(part -> part instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : part.value())
                .collect(Collectors.joining());
        var face = known == null ? null : known.at(path);
        return face == null || known == null
                ? Optional.empty()
                : Optional.of(visit -> known.answer(face, path, visit.servletRequest()));
    }

    private static Reply problem(HttpServletRequest request, Problem problem) {
        var journey = Journey.of(request);
        return problem.reply(request.getRequestURI(), journey.correlation())
                .correlation(journey.correlation().toString());
    }

    /// The decoded segments, or null for a path with an empty one, which no route has.
    private static @Nullable List<String> segments(PathContainer path) {
        var segments = new ArrayList<String>(8);
        var afterSeparator = false;
        for (var element : path.elements()) {
            if (element instanceof PathContainer.PathSegment segment) {
                segments.add(segment.valueToMatch());
                afterSeparator = false;
            } else if (afterSeparator) {
                return null;
            } else {
                afterSeparator = true;
            }
        }
        return afterSeparator && !segments.isEmpty() ? null : segments;
    }
}
