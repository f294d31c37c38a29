package dev.souk.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// A visitor on the way to the sign-in pages: what has to come back with them, and where they wanted to be.
///
/// @param verifier whose hash the sign-in pages are told (PKCE)
record Going(String state, String nonce, String verifier, String back) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final String SECOND = "_2";
    private static final int LONGEST_BACK = 1_500;

    /// @param second whether the first attempt came back without its cookie
    static Going to(String back, boolean second) {
        return new Going(drawn() + (second ? SECOND : ""), drawn(), drawn(), back.length() > LONGEST_BACK ? "" : back);
    }

    private static String drawn() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return TEXT.encodeToString(bits);
    }

    /// Whether an attempt was the second one, as far as its state tells.
    static boolean second(String state) {
        return state.endsWith(SECOND);
    }

    String challenge() {
        try {
            return TEXT.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return state + "." + nonce + "." + verifier + "." + TEXT.encodeToString(back.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Going> read(String text) {
        var parts = text.split("\\.", -1);
        try {
            return parts.length == 4
                    ? Optional.of(new Going(
                            parts[0], parts[1], parts[2], new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
