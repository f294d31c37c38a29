package dev.souk.notification.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The id of a notification follows from what it is about, so that the primary key keeps a second one out: UUID v8 with
/// the time of the cause in front, and a hash of cause, template, channel and recipient behind it.
public final class NotificationId {
    private static final long TIME = 0xffff_ffff_ffff_0000L;

    private NotificationId() {}

    public static UUID of(UUID cause, String template, Channel channel, UUID recipient) {
        var named = (template + '/' + channel).getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(32 + named.length)
                .putLong(cause.getMostSignificantBits())
                .putLong(cause.getLeastSignificantBits())
                .putLong(recipient.getMostSignificantBits())
                .putLong(recipient.getLeastSignificantBits())
                .put(named)
                .array();
        var hash = ByteBuffer.wrap(sha256(bytes));
        long first = hash.getLong();
        long high = (timed(cause) ? cause.getMostSignificantBits() & TIME : first & TIME) | 0x8000L | (first & 0xfffL);
        return new UUID(high, (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }

    /// When an event was written, from its id.
    public static Optional<Instant> written(UUID event) {
        return timed(event) ? Optional.of(Instant.ofEpochMilli(event.getMostSignificantBits() >>> 16)) : Optional.empty();
    }

    private static boolean timed(UUID id) {
        return id.version() == 7;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
