package dev.souk.notification.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/// Whether an address lies out there in the public network, and not in ours, in this machine, or nowhere.
final class PublicAddress {
    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? publicV4(bytes, 0) : publicV6(bytes);
    }

    private static boolean publicV4(byte[] bytes, int from) {
        int a = bytes[from] & 0xff;
        int b = bytes[from + 1] & 0xff;
        int c = bytes[from + 2] & 0xff;
        return !(a == 0
                || a == 10
                || a == 127
                || a >= 224 // multicast, reserved, broadcast
                || (a == 100 && b >= 64 && b < 128) // carriers' own
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113));
    }

    /// Global unicast only (2000::/3), without the ways to carry an IPv4 address in it.
    private static boolean publicV6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        boolean global = (first & 0xe000) == 0x2000;
        boolean toIpv4 = first == 0x2002 || (first == 0x2001 && second == 0);
        boolean paper = first == 0x2001 && second == 0xdb8;
        return global && !toIpv4 && !paper;
    }
}
