package dev.souk.platform.postgres.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.PrfHmacJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/// The key of one person: AES-256-GCM, with the person's id as associated data, so that a value cannot be passed off as
/// another person's.
final class DataKey {
    private static final int BYTES = 32;

    private final UUID subject;
    private final byte[] raw;
    private final Aead aead;

    private DataKey(UUID subject, byte[] raw) {
        this.subject = subject;
        this.raw = raw;
        try {
            this.aead = new AesGcmJce(raw);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static DataKey fresh(UUID subject) {
        return new DataKey(subject, Random.randBytes(BYTES));
    }

    static DataKey unwrapped(UUID subject, byte[] wrapped, Aead master) throws GeneralSecurityException {
        return new DataKey(subject, master.decrypt(wrapped, bytes(subject)));
    }

    byte[] wrapped(Aead master) throws GeneralSecurityException {
        return master.encrypt(raw, bytes(subject));
    }

    UUID subject() {
        return subject;
    }

    byte[] encrypt(byte[] plain) {
        try {
            return aead.encrypt(plain, bytes(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] decrypt(byte[] sealed) {
        try {
            return aead.decrypt(sealed, bytes(subject));
        } catch (GeneralSecurityException e) {
            throw new VaultException("a sealed value of " + subject + " was changed or sealed under another key", e);
        }
    }

    byte[] hash(byte[] text) {
        try {
            return new PrfHmacJce("HMACSHA256", new SecretKeySpec(raw, "HMAC")).compute(text, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
