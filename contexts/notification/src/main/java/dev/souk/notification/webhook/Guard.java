package dev.souk.notification.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves names for the very connection that is made, and refuses when any of their addresses is not public: so no
/// subscriber can have this platform call a machine of the house, also not by changing what its name points at.
final class Guard implements DnsResolver {
    private final boolean local;

    /// @param local whether this machine may be called, for development
    Guard(boolean local) {
        this.local = local;
    }

    /// The address is one that is never called.
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Forbidden() {
            super("ADDRESS_NOT_PUBLIC");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!Arrays.stream(addresses).allMatch(this::allowed)) {
            throw new Forbidden();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    boolean allowed(InetAddress address) {
        return PublicAddress.is(address) || (local && address.isLoopbackAddress());
    }
}
