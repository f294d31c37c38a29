package dev.souk.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/// The key pair of this installation: tokens are signed with one half and checked with the other. RSA, because
/// checking is what happens often: 2048 bits take a tenth of the time of P-256 and less of Ed25519's.
public record SigningKey(RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {
    private static final String FILE = "token-key.pem";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    /// A key that is not kept.
    public static SigningKey fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return of((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The key in `directory`, made at first use and readable by its owner only.
    public static SigningKey in(Path directory) {
        try {
            var file = directory.resolve(FILE);
            if (!Files.exists(file)) {
                create(directory, file);
            }
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Complete before it has its name, and never over another one: two processes may start at once.
    private static void create(Path directory, Path file) throws IOException {
        Files.createDirectories(directory);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(directory, FILE, ".new", owner);
        try {
            var text = BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(fresh().privateKey().getEncoded()) + END;
            Files.writeString(draft, text, StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // the other process was first; its key is read
        } finally {
            Files.delete(draft);
        }
    }

    private static SigningKey read(String pem) {
        var body = pem.replace(BEGIN, "").replace(END, "");
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
            return of((RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(FILE + " is not a key; delete it to have a new one made", e);
        }
    }

    private static SigningKey of(RSAPrivateCrtKey key) throws GeneralSecurityException {
        var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return new SigningKey(key, (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
