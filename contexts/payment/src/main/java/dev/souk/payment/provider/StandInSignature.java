package dev.souk.payment.provider;

import dev.souk.payment.provider.PaymentProvider.BadWebhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks `t=<seconds>,v1=<HMAC-SHA256 of "t.body">` on the raw bytes, in constant time, within five minutes.
final class StandInSignature {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final SecretKeySpec key;

    StandInSignature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    void check(byte[] body, String header, Instant now) throws BadWebhook {
        var parts = HEADER.matcher(header);
        if (!parts.matches()) {
            throw new BadWebhook("no signature");
        }
        var expected = hash(parts.group(1), body);
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(parts.group(2)))) {
            throw new BadWebhook("wrong signature");
        }
        var signed = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        if (Duration.between(signed, now).abs().compareTo(TOLERANCE) > 0) {
            throw new BadWebhook("too old");
        }
    }

    private byte[] hash(String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
