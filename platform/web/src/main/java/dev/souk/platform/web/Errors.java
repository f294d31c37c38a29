package dev.souk.platform.web;

import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.ArrayList;
import java.util.List;

/// What the edge itself can answer instead of a route, told from its declaration.
///
/// @param codes for the reader
record Errors(int status, String codes) {
    static List<Errors> of(Route<?, ?> route) {
        var all = new ArrayList<Errors>();
        var body = route.body() != Void.class;
        all.add(new Errors(400, body
                ? "MALFORMED_JSON, UNKNOWN_FIELD, WRONG_TYPE, INVALID_VALUE, BODY_REQUIRED, UNKNOWN_PARAMETER, or what the route refuses"
                : "UNKNOWN_PARAMETER, INVALID_LIMIT, INVALID_PARAMETER, or what the route refuses"));
        all.add(new Errors(401, route.roles().contains(Role.GUEST) ? "INVALID_TOKEN" : "UNAUTHENTICATED, INVALID_TOKEN"));
        if (route.roles().size() < Role.values().length) {
            all.add(new Errors(403, "FORBIDDEN"));
        }
        if (route.path().contains("{")) {
            all.add(new Errors(404, "Not known, or not yours"));
        }
        if (!route.method().equals("GET")) {
            all.add(new Errors(409, "Not possible in the present state"));
            all.add(new Errors(412, "STALE_VERSION"));
        }
        if (body) {
            all.add(new Errors(413, "BODY_TOO_LARGE: more than " + route.bodyLimit() + " bytes"));
            all.add(new Errors(415, "UNSUPPORTED_MEDIA_TYPE"));
        }
        if (route.key() != Route.Key.NONE && route.action() instanceof Route.Action.Writes<?, ?>) {
            all.add(new Errors(422, "IDEMPOTENCY_KEY_REUSED"));
            if (route.key() == Route.Key.REQUIRED) {
                all.add(new Errors(428, "IDEMPOTENCY_KEY_REQUIRED"));
            }
        }
        if (route.rate() != Route.Rate.UNLIMITED) {
            all.add(new Errors(429, "TOO_MANY_REQUESTS"));
        }
        all.add(new Errors(503, "TEMPORARILY_UNAVAILABLE: repeat in a moment"));
        return all;
    }
}
