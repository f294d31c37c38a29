package dev.souk.identity.oauth;

import dev.souk.identity.secrets.Tokens;
import java.net.URI;
import java.util.Set;

/// Where a browser may be sent: only to addresses that the client has named before, equal to the letter. One that begins
/// with a slash is one of the platform's own.
final class ClientAddresses {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Tokens tokens;

    ClientAddresses(Tokens tokens) {
        this.tokens = tokens;
    }

    boolean one(Set<String> named, URI address) {
        return named.stream().anyMatch(known -> (known.startsWith("/") ? own(address) + known : known).equals(address.toString()));
    }

    /// A platform that listens on this machine alone has several names.
    private String own(URI address) {
        var own = URI.create(tokens.issuer());
        return LOOPBACK.contains(String.valueOf(own.getHost())) && LOOPBACK.contains(String.valueOf(address.getHost()))
                ? own.getScheme() + "://" + address.getHost() + (own.getPort() < 0 ? "" : ":" + own.getPort())
                : tokens.issuer();
    }
}
