package dev.souk.platform.web;

import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;

/// Turns the answers of one route into bytes.
final class Rendering<A> {
    private static final String JSON = "application/json";

    private final int status;
    private final boolean get;
    private final boolean cacheable;
    private final String produces;
    private final ObjectWriter writer;

    Rendering(Route<?, A> route) {
        this.status = route.status();
        this.get = route.method().equals("GET");
        this.cacheable = get && route.roles().contains(Role.GUEST);
        this.produces = route.action() instanceof Route.Action.Streams<?, ?>
                ? EventStreamReply.MEDIA_TYPE
                : route.answer() == Void.class || route.answer() == String.class || route.answer() == byte[].class ? "" : JSON;
        this.writer = Json.MAPPER.writer();
    }

    void requireAcceptable(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        if (accept == null || produces.isEmpty() || accept.contains("*/*") || accept.contains(produces)) {
            return;
        }
        var wanted = accept.toLowerCase(Locale.ROOT);
        if (!wanted.contains(produces) && !wanted.contains(produces.substring(0, produces.indexOf('/')) + "/*")) {
            throw Problem.of(406, "NOT_ACCEPTABLE", "This route answers " + produces + ".").halt();
        }
    }

    Reply reply(Answer<A> answer, HttpServletRequest request) {
        return switch (answer) {
            case Answer.Bad<A>(var reason) -> throw Problem.of(reason).halt();
            case Answer.Good<A>(var body, var other, var headers, var cookies) -> {
                if (get && unchanged(request, headers.get("ETag"))) {
                    yield cached(Reply.empty(304, headers));
                }
                yield cached(written(body, other == null ? status : other, headers)).cookies(cookies);
            }
        };
    }

    private Reply cached(Reply reply) {
        return cacheable ? reply.cacheable() : reply;
    }

    private Reply written(@Nullable A body, int status, Map<String, String> headers) {
        return switch (body) {
            case null -> Reply.empty(status, headers);
            case byte[] bytes -> plain(status, headers, bytes);
            case String text -> plain(status, headers, text.getBytes(StandardCharsets.UTF_8));
            default -> new Reply(status, headers, JSON, writer.writeValueAsBytes(body));
        };
    }

    /// Text and bytes name their own type.
    private static Reply plain(int status, Map<String, String> headers, byte[] bytes) {
        var others = new TreeMap<>(headers);
        var type = others.remove("Content-Type");
        return new Reply(status, others, type == null ? "text/plain;charset=utf-8" : type, bytes);
    }

    private static boolean unchanged(HttpServletRequest request, @Nullable String tag) {
        var known = request.getHeader("If-None-Match");
        if (known == null || tag == null) {
            return false;
        }
        for (var one : known.split(",", 20)) {
            var bare = one.strip();
            if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
