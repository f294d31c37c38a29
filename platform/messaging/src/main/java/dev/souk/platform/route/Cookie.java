package dev.souk.platform.route;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A cookie that scripts cannot read. Over https it is sent over https only, and its name begins with `__Host-`: see
/// [#name].
///
/// @param life null until the browser is closed, zero to remove it
/// @param strict not sent with requests that begin at another site, not even when a link there is followed
public record Cookie(String name, String value, @Nullable Duration life, boolean strict, boolean secure) {
    public Cookie {
        if (!name.matches("[A-Za-z0-9_-]{1,64}") || !value.matches("[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]{0,3800}")) {
            throw new IllegalArgumentException("a cookie has a plain name and value");
        }
    }

    /// The name as the browser knows it.
    public static String name(String plain, boolean secure) {
        return secure ? "__Host-" + plain : plain;
    }

    /// The value of a `Set-Cookie` header.
    public String header() {
        return name(name, secure) + "=" + value + "; Path=/; HttpOnly; SameSite=" + (strict ? "Strict" : "Lax")
                + (life == null ? "" : "; Max-Age=" + life.toSeconds()) + (secure ? "; Secure" : "");
    }

    @Override
    public String toString() {
        return "Cookie[" + name + "]"; // the value may be a secret
    }
}
