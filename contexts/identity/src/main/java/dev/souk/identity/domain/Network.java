package dev.souk.identity.domain;

/// The part of a network address that says where, not who: /24 of IPv4, /48 of IPv6.
public final class Network {
    private Network() {}

    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            var last = address.lastIndexOf('.');
            return last < 0 ? "unknown" : address.substring(0, last) + ".0/24";
        }
        var groups = address.split("::", 2)[0].split(":", -1);
        var some = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            some.append(i < groups.length && !groups[i].isEmpty() ? groups[i] : "0").append(':');
        }
        return some + ":/48";
    }
}
