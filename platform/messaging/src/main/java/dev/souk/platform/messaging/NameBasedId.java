package dev.souk.platform.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids that follow from other ids (UUID v5, RFC 9562): whoever computes one again gets the same, so a repeat of the
/// same business act carries the same id.
public final class NameBasedId {
    private NameBasedId() {}

    /// The id of `name` within `namespace`.
    public static UUID of(UUID namespace, String name) {
        var named = name.getBytes(StandardCharsets.UTF_8);
        var hash = sha1()
                .digest(ByteBuffer.allocate(16 + named.length)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .put(named)
                        .array());
        var halves = ByteBuffer.wrap(hash);
        var high = (halves.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        var low = (halves.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
