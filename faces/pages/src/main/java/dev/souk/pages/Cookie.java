package dev.souk.pages;

import dev.souk.platform.face.Shown;
import dev.souk.platform.face.Visit;
import java.time.Duration;
import java.util.Optional;

/// One cookie of a face: not for scripts, not sent from other sites, and over TLS bound to this host.
///
/// @param path where it is sent
public record Cookie(String name, Duration life, String path) {
    private static final String BOUND = "__Host-";
    private static final String SECURE = "__Secure-";

    /// Sent with every request.
    public Cookie(String name, Duration life) {
        this(name, life, "/");
    }

    private String full(boolean secure) {
        return secure ? (path.equals("/") ? BOUND : SECURE) + name : name;
    }

    public Optional<String> in(Visit visit, boolean secure) {
        var wanted = full(secure) + "=";
        for (var pair : visit.header("Cookie").orElse("").split(";", 100)) {
            var one = pair.strip();
            if (one.startsWith(wanted)) {
                return Optional.of(one.substring(wanted.length())).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    /// @param value of letters, digits, dots, dashes and underscores
    Shown.Header set(String value, boolean secure) {
        return header(value, life, secure);
    }

    Shown.Header drop(boolean secure) {
        return header("", Duration.ZERO, secure);
    }

    private Shown.Header header(String value, Duration age, boolean secure) {
        return new Shown.Header(
                "Set-Cookie",
                full(secure) + "=" + value + "; Path=" + path + "; Max-Age=" + age.toSeconds() + "; HttpOnly; SameSite=Lax"
                        + (secure ? "; Secure" : ""));
    }
}
