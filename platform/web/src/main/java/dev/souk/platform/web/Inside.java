package dev.souk.platform.web;

import dev.souk.platform.face.Api;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/// The API for a page of this process: the very routes that HTTP goes through, without the way there.
final class Inside {
    private static final String SCHEME = "Bearer ";

    private final RouteTable<RouteHandler<?, ?>> routes;
    private final Callers callers;

    Inside(RouteTable<RouteHandler<?, ?>> routes, Callers callers) {
        this.routes = routes;
        this.callers = callers;
    }

    /// Calls on behalf of one visitor.
    Api of(HttpServletRequest visitor, Journey journey) {
        return call -> {
            var reply = reply(new InsideRequest(visitor, call, journey));
            return new Api.Answer(reply.status(), reply.plainHeaders(), reply.body());
        };
    }

    /// The answer as the server would write it; a stream when the route streams.
    Reply reply(InsideRequest request) {
        var journey = Journey.of(request);
        var found = routes.find(request.getMethod(), segments(request.path()));
        var handler = found == null ? null : found.handler();
        if (found == null || handler == null) {
            return Problem.of(404, "NOT_FOUND", "There is nothing at this address.")
                    .reply(request.path(), journey.correlation());
        }
        var visitor = SecurityContextHolder.getContext();
        try {
            var authorization = request.getHeader("Authorization");
            SecurityContextHolder.setContext(
                    authorization == null
                            ? SecurityContextHolder.createEmptyContext()
                            : new SecurityContextImpl(callers.authenticate(new BearerTokenAuthenticationToken(
                                    authorization.substring(Math.min(SCHEME.length(), authorization.length()))))));
            return handler.handle(request, found.match());
        } catch (InvalidBearerTokenException e) {
            return Problem.of(401, "INVALID_TOKEN", "The token is malformed, expired or not ours.")
                    .reply(request.path(), journey.correlation());
        } finally {
            SecurityContextHolder.setContext(visitor);
        }
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>(8);
        for (var segment : path.substring(1).split("/", -1)) {
            segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return segments;
    }
}
