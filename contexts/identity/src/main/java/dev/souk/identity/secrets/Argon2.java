package dev.souk.identity.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id hashes in the usual text form (`$argon2id$v=19$m=19456,t=2,p=1$salt$hash`), so that a stronger setting can
/// follow while old hashes stay good.
///
/// @param memoryKiB OWASP's floor is 19 MiB with two passes
public record Argon2(int memoryKiB, int passes) {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();
    private static final Pattern STORED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    public String hash(String password) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(
                memoryKiB, passes, TEXT.encodeToString(salt), TEXT.encodeToString(run(password, salt, memoryKiB, passes)));
    }

    public boolean matches(String password, String stored) {
        var parts = STORED.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        var wanted = Base64.getDecoder().decode(parts.group(4));
        var salt = Base64.getDecoder().decode(parts.group(3));
        var given = run(password, salt, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        return MessageDigest.isEqual(wanted, given);
    }

    private static byte[] run(String password, byte[] salt, int memory, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
