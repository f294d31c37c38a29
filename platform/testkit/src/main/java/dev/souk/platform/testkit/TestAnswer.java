package dev.souk.platform.testkit;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a route answered.
///
/// @param status of a good answer; 0 when refused
/// @param body the answer record
public record TestAnswer(
        int status, @Nullable Object body, @Nullable Refusal refusal, Map<String, String> headers, List<Cookie> cookies) {
    /// The body as `type`; fails the test when the route refused.
    public <T> T body(Class<T> type) {
        if (refusal != null) {
            throw new AssertionError("refused: " + refusal.code() + " " + refusal.detail());
        }
        return Objects.requireNonNull(type.cast(body));
    }

    /// The code of a refusal; fails the test when there was none.
    public String code() {
        if (refusal == null) {
            throw new AssertionError("not refused: " + status + " " + body);
        }
        return refusal.code();
    }
}
