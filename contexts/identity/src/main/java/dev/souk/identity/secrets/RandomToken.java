package dev.souk.identity.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Tokens that cannot be guessed. Only their hashes are stored.
public final class RandomToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private RandomToken() {}

    /// 256 bits.
    public static String fresh() {
        return of(32);
    }

    static String of(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return TEXT.encodeToString(random);
    }

    /// 256 bits need no salt.
    public static String hash(String token) {
        try {
            return TEXT.encodeToString(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
