package dev.souk.identity.secrets;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// Codes of an authenticator app (RFC 6238: six digits, 30 seconds, HMAC-SHA-1, which is what the apps know).
public final class Totp {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base32 BASE32 = new Base32();
    private static final int SECRET_BYTES = 20;
    private static final long STEP_SECONDS = 30;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    /// A new shared secret in Base32, as apps want it.
    public static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return BASE32.encodeToString(bytes);
    }

    /// The address that an app reads from a QR code.
    public static String uri(String secret, String issuer, String account) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + secret + "&issuer=" + encoded(issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public String code(String secret, Instant at) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(BASE32.decode(secret), "HmacSHA1"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The time step whose code it is, one step to either side of now, if it is later than `last`.
    public OptionalLong step(String secret, String code, Instant now, long last) {
        for (long offset = -1; offset <= 1; offset++) {
            var at = now.plusSeconds(offset * STEP_SECONDS);
            var step = at.getEpochSecond() / STEP_SECONDS;
            if (step > last && MessageDigest.isEqual(bytes(code(secret, at)), bytes(code))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
