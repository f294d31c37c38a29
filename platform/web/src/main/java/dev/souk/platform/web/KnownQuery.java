package dev.souk.platform.web;

import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Refuses query parameters that a route does not declare: who misspells `limit` must not be given a page of another
/// length without a word. Looks at the query itself, because asking for parameters would read the body of a form.
final class KnownQuery {
    private final Route<?, ?> route;
    private final String known;

    KnownQuery(Route<?, ?> route) {
        this.route = route;
        this.known = route.query().isEmpty()
                ? "This address knows no query parameters."
                : route.query().stream()
                        .map(Parameter::name)
                        .collect(Collectors.joining(", ", "This address knows the query parameters ", "."));
    }

    void check(@Nullable String query) {
        if (query == null || query.isEmpty() || route.lenient()) {
            return;
        }
        for (var pair : query.split("&", -1)) {
            var name = name(pair);
            if (!name.isEmpty() && !route.knows(name)) {
                throw Problem.of(400, "UNKNOWN_PARAMETER", known).halt();
            }
        }
    }

    private static String name(String pair) {
        var equals = pair.indexOf('=');
        try {
            return URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "INVALID_PARAMETER", "The query cannot be read.").halt();
        }
    }
}
