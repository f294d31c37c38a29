package dev.souk.platform.web;

import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Cause;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one request belongs to: the caller's `Correlation-Id` or a new one, and the trace that the caller is in.
///
/// @param request id of this request, the cause of what it changes
record Journey(UUID correlation, UUID request, @Nullable String traceparent) {
    private static final String ATTRIBUTE = Journey.class.getName();
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    static Journey of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Journey known) {
            return known;
        }
        var id = timeOrdered();
        var wanted = uuid(request.getHeader("Correlation-Id"));
        var trace = request.getHeader("traceparent");
        var journey = new Journey(
                wanted == null ? id : wanted, id, trace != null && TRACEPARENT.matcher(trace).matches() ? trace : null);
        request.setAttribute(ATTRIBUTE, journey);
        return journey;
    }

    Cause cause(Actor actor) {
        return new Cause(correlation, request, actor, traceparent);
    }

    /// Only the usual form of 36 characters: `UUID.fromString` alone also takes `1-1-1-1-1`.
    static @Nullable UUID uuid(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// UUID v7. Nobody has to be unable to guess it, so it does without the secure random source.
    private static UUID timeOrdered() {
        var random = ThreadLocalRandom.current();
        var high = (System.currentTimeMillis() << 16) | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, (random.nextLong() >>> 2) | 0x8000000000000000L);
    }
}
