package dev.souk.platform.web;

import dev.souk.platform.messaging.Refusal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// A problem document (RFC 9457) before it is written.
///
/// @param extra further members, for example the new price
/// @param headers of the answer, for example `Retry-After`
record Problem(int status, String code, String detail, Map<String, Object> extra, Map<String, String> headers) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Map.of(), Map.of());
    }

    static Problem of(Refusal reason) {
        var wait = reason.extra().get(Refusal.RETRY_AFTER);
        return new Problem(
                status(reason.kind()), reason.code(), reason.detail(), reason.extra(),
                wait == null ? Map.of() : Map.of("Retry-After", wait.toString()));
    }

    Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(extra);
        more.put(member, value);
        return new Problem(status, code, detail, more, headers);
    }

    Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, extra, more);
    }

    /// To end the request with this problem from anywhere below the route.
    Halt halt() {
        return new Halt(this);
    }

    Reply reply(String instance, UUID correlation) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "urn:souk:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        document.put("title", title());
        document.put("status", status);
        document.put("detail", detail);
        document.put("instance", instance);
        document.put("code", code);
        document.put("correlationId", correlation);
        extra.forEach(document::putIfAbsent);
        return new Reply(status, headers, MEDIA_TYPE, Json.MAPPER.writeValueAsBytes(document));
    }

    private String title() {
        var words = code.replace('_', ' ');
        return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case PAYMENT -> 402;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case PRECONDITION -> 428;
            case TOO_MANY -> 429;
        };
    }

    /// Carries a problem up to the route; used for control only, so it has no stack trace.
    static final class Halt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Halt(Problem problem) {
            super(problem.code(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
