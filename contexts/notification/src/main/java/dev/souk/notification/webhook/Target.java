package dev.souk.notification.webhook;

import dev.souk.platform.messaging.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a URL may be subscribed. Where its name leads is looked at again with every delivery.
final class Target {
    private static final int LONGEST = 1_000;

    private Target() {}

    static Optional<Refusal> problem(@Nullable String url, Guard guard, boolean local) {
        if (url == null || url.length() > LONGEST) {
            return invalid("url is an https address of at most " + LONGEST + " characters.");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return invalid("url is not a URL.");
        }
        boolean scheme = "https".equalsIgnoreCase(uri.getScheme()) || (local && "http".equalsIgnoreCase(uri.getScheme()));
        if (!scheme || uri.getHost() == null || uri.getHost().isEmpty() || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null) {
            return invalid("url is https, with a host, without a user and without a fragment.");
        }
        return literal(uri.getHost()).filter(address -> !guard.allowed(address)).isPresent()
                ? Optional.of(Refusal.invalid("ADDRESS_NOT_PUBLIC", "url leads to an address that is not public."))
                : Optional.empty();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a name
        }
    }

    private static Optional<Refusal> invalid(String detail) {
        return Optional.of(Refusal.invalid("INVALID_URL", detail));
    }
}
