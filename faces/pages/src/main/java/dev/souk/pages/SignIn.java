package dev.souk.pages;

import java.time.Duration;

/// How people sign in to a face: at the platform's own sign-in pages, the face being one of its public clients.
///
/// @param client its id; where it comes back to is `<home>/auth/callback`
public record SignIn(String client, Arrival arrival) {
    /// As long as a session lasts that nobody uses.
    private static final Duration SESSION = Duration.ofDays(7);

    public static SignIn as(String client) {
        return new SignIn(client, Arrival.PLAIN);
    }

    public SignIn with(Arrival other) {
        return new SignIn(client, other);
    }

    /// The browser drops it a little before the token ends, and the next request asks for another.
    Cookie access(Duration left) {
        return new Cookie(client + "-access", left);
    }

    /// For the whole site, not only for an address that renews: a form that is sent after a quarter of an hour must find
    /// its way without a detour that would lose what was filled in.
    Cookie refresh() {
        return new Cookie(client + "-refresh", SESSION);
    }

    /// Proves at the sign-out that it is the visitor's own wish; sent nowhere else.
    Cookie proof(String home) {
        return new Cookie(client + "-proof", SESSION, home + "/auth/sign-out");
    }

    Cookie name() {
        return new Cookie(client + "-name", SESSION);
    }

    /// What has to come back from the sign-in pages.
    Cookie going(String home) {
        return new Cookie(client + "-going", Duration.ofMinutes(30), home + "/auth/callback");
    }
}
